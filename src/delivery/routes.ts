/** The addresses of /v1, of feeds, of sitemaps and of the front page: without this file what was published would be kept and never read. No route here touches the editorial database. */
import { Router, type Request, type RequestHandler } from 'express';
import { isId } from '../domain/ids.ts';
import { Problem } from '../errors.ts';
import type { RenditionContext } from '../renditions/context.ts';
import type { Replica } from '../replica/replica.ts';
import { isAnonymous } from './anonymous.ts';
import { sendAnswer } from './answer.ts';
import { articleList } from './articleList.ts';
import { spellingOf } from './cache/atOnce.ts';
import type { ResponseCache } from './cache/responseCache.ts';
import { asOf, freshFrom, workOut, type Askable, type Working } from './cache/workOut.ts';
import { ChangeStream } from './changeStream.ts';
import { corrections } from './corrections.ts';
import { errorIndex, errorPage } from './docs/errorPages.ts';
import { frontPage } from './docs/frontPage.ts';
import { openApi } from './docs/openApi.ts';
import { reference } from './docs/reference.ts';
import { editionsOfStory, ledgerHead, oneEdition } from './editions.ts';
import { feedOf, feedOfAll, feedOfCorrections } from './feeds.ts';
import { graphqlByAddress, graphqlByBody, GRAPHQL_PATH, hearsGraphql, refusals } from './graphql/routes.ts';
import { hearsAll, hearsAllIn, hearsFeed, hearsNothing, hearsStory, questionIn, type Hears } from './hearing.ts';
import { nameOf, namesOf } from './names.ts';
import { onlyReading } from './onlyMethods.ts';
import { commentary, excerpt } from './parts.ts';
import { askedIn } from './parameters.ts';
import type { Reply, Work } from './ready.ts';
import { noParameters } from './schemas/parameters.ts';
import { search } from './search.ts';
import { robots, sitemapOfAll, sitemapOfNews, sitemapPart } from './sitemaps.ts';
import { storyAtAddress, storyUnderId } from './story.ts';

export interface Delivery {
  replica: Pick<Replica, 'moment' | 'whenServing'> & Askable;
  /** What renditions are told; a function, because the newsroom's address may be known only once it listens. */
  context: () => RenditionContext;
  /** Ends what would be answered for ever. */
  stopping?: AbortSignal;
  /** Where answers are kept; without it each is worked out anew. */
  cache?: ResponseCache | undefined;
  /** Largest body of a query; default 1 MiB. */
  bodyBytes?: number;
}

/** What answers each address, and what it hears of a request (all parameters, and JSON, where nothing is said). A story may be called "editions" in its language: only an id has a history. */
export const doors: readonly (readonly [path: string, work: Work, hears?: Hears, guard?: RequestHandler])[] = [
  ['/', frontPage, hearsNothing],
  ['/v1/openapi.json', openApi],
  ['/v1/docs', reference, hearsNothing],
  ['/v1/docs/errors', errorIndex, hearsNothing],
  ['/v1/docs/errors/:type', errorPage, hearsNothing],
  ['/v1/ledger-head', ledgerHead],
  ['/v1/articles', articleList],
  ['/v1/articles/:id', storyUnderId, hearsStory],
  ['/v1/articles/:id/editions', editionsOfStory, hearsAll, idsOnly],
  ['/v1/articles/:id/editions/:revision', oneEdition],
  ['/v1/articles/:language/:slug', storyAtAddress, hearsStory],
  ['/v1/search', search],
  ['/v1/corrections', corrections],
  ['/v1/excerpts/:id', excerpt],
  ['/v1/commentaries/:id', commentary],
  ['/v1/authors', namesOf('author')],
  ['/v1/authors/:slug', nameOf('author')],
  ['/v1/outlets', namesOf('outlet')],
  ['/v1/outlets/:slug', nameOf('outlet')],
  ['/v1/topics', namesOf('topic')],
  ['/v1/topics/:slug', nameOf('topic')],
  [GRAPHQL_PATH, graphqlByAddress, hearsGraphql],
  ['/feeds/articles.:format', feedOfAll, hearsFeed],
  ['/feeds/corrections.:format', feedOfCorrections, hearsFeed],
  ['/feeds/authors/:slug.:format', feedOf('author', 'author'), hearsFeed],
  ['/feeds/outlets/:slug.:format', feedOf('outlet', 'outlet'), hearsFeed],
  ['/feeds/sources/:slug.:format', feedOf('outlet', 'source'), hearsFeed],
  ['/feeds/topics/:slug.:format', feedOf('topic', 'topic'), hearsFeed],
  ['/sitemap.xml', sitemapOfAll, hearsNothing],
  ['/sitemap-news.xml', sitemapOfNews, hearsNothing],
  ['/sitemaps/:part', sitemapPart, hearsNothing],
  ['/robots.txt', robots, hearsNothing],
];

/** The routes that answer from this node's replica. */
export function deliveryRoutes({ replica, context, stopping, cache, bodyBytes = MOST_BODY }: Delivery): Router {
  const router = Router({ caseSensitive: true, strict: true });

  const stream = new ChangeStream((work) => replica.read(work));
  stopping?.addEventListener('abort', () => {
    stream.close();
  });

  /** Answers with the headers of anything that a cache may keep. */
  const answering = (work: Work, hears: Hears): RequestHandler => {
    return async (request, response) => {
      await replica.whenServing();
      const params = request.params as Record<string, string>;
      const { key, ...question } = questionIn(request.url, hears(params), (types) => acceptedBy(request, types));
      const begin = (): Working => workOut(replica, (read, questions) => asReply(work, { params, ...question, read, questions, context: context() }));
      const worked = cache && isAnonymous(request) ? await cache.answer({ key, spelling: spellingOf(request) }, begin) : await begin().worked;
      const { answer, freshness } = freshFrom(worked, replica.moment());
      await sendAnswer(request, response, answer, freshness);
    };
  };

  router.use(
    graphqlByBody(bodyBytes, async (request) => {
      await replica.whenServing();
      const { choose } = questionIn(request.url, hearsGraphql({}), (types) => acceptedBy(request, types));
      return {
        choose,
        ...asOf(
          replica,
          replica.read(({ now }) => now),
        ),
        context: context(),
      };
    }),
  );
  router.all(['/v1/stream', ...doors.map(([path]) => path)], onlyReading);
  for (const [path, work, hears = hearsAll, guard] of doors) router.get(path, ...(guard ? [guard] : []), answering(work, hears));
  router.get('/v1/stream', async (request, response) => {
    await replica.whenServing();
    const { query, choose } = questionIn(request.url, hearsStream({}), (types) => acceptedBy(request, types));
    askedIn(query, noParameters);
    choose(hearsStream({}).offers);
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const leave = stream.listen(
      (text) => {
        // Whoever does not read is not waited for: it comes back, and catches up.
        if (response.writableLength > MOST_UNREAD) response.destroy();
        else response.write(text);
      },
      () => response.end(),
      request.get('Last-Event-ID'),
    );
    response.once('close', leave);
  });
  router.use(GRAPHQL_PATH, refusals);
  return router;
}

/** Bytes. */
const MOST_UNREAD = 1_048_576;
const MOST_BODY = 1_048_576;

const hearsStream = hearsAllIn('text/event-stream');

function acceptedBy(request: Request, types: readonly string[]): string | null {
  const accepted = request.accepts([...types]);
  return accepted === false ? null : accepted;
}

/** That there is no such thing may be kept like what there is. */
async function asReply(work: Work, asked: Parameters<Work>[0]): Promise<Reply> {
  try {
    return await work(asked);
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 410)) return { problem: error, keys: '' };
    throw error;
  }
}

function idsOnly(request: Parameters<RequestHandler>[0], _response: unknown, next: (to?: 'route') => void): void {
  next(isId(request.params.id) ? undefined : 'route');
}
