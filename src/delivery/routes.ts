/** The addresses of /v1, of feeds, of sitemaps and of the front page: without this file what was published would be kept and never read. No route here touches the editorial database. */
import { Router, type Request, type RequestHandler } from 'express';
import { isId } from '../domain/ids.ts';
import { Problem } from '../errors.ts';
import type { RenditionContext } from '../renditions/context.ts';
import { nextOpening } from '../replica/opening.ts';
import type { Replica } from '../replica/replica.ts';
import { sendReply } from './answer.ts';
import { articleList } from './articleList.ts';
import { ChangeStream } from './changeStream.ts';
import { corrections } from './corrections.ts';
import { errorIndex, errorPage } from './docs/errorPages.ts';
import { frontPage } from './docs/frontPage.ts';
import { openApi } from './docs/openApi.ts';
import { reference } from './docs/reference.ts';
import { editionsOfStory, ledgerHead, oneEdition } from './editions.ts';
import { feedOf, feedOfAll, feedOfCorrections } from './feeds.ts';
import { nameOf, namesOf } from './names.ts';
import { commentary, excerpt } from './parts.ts';
import { askedIn } from './parameters.ts';
import type { Reply, Work } from './ready.ts';
import { noParameters } from './schemas/parameters.ts';
import { search } from './search.ts';
import { robots, sitemapOfAll, sitemapOfNews, sitemapPart } from './sitemaps.ts';
import { storyAtAddress, storyUnderId } from './story.ts';

export interface Delivery {
  replica: Pick<Replica, 'read' | 'head' | 'whenServing'>;
  /** What renditions are told; a function, because the newsroom's address may be known only once it listens. */
  context: () => RenditionContext;
  /** Ends what would be answered for ever. */
  stopping?: AbortSignal;
}

/** What answers each address. A story may be called "editions" in its language: only an id has a history. */
const doors: readonly (readonly [path: string, work: Work, guard?: RequestHandler])[] = [
  ['/', frontPage],
  ['/v1/openapi.json', openApi],
  ['/v1/docs', reference],
  ['/v1/docs/errors', errorIndex],
  ['/v1/docs/errors/:type', errorPage],
  ['/v1/ledger-head', ledgerHead],
  ['/v1/articles', articleList],
  ['/v1/articles/:id', storyUnderId],
  ['/v1/articles/:id/editions', editionsOfStory, idsOnly],
  ['/v1/articles/:id/editions/:revision', oneEdition],
  ['/v1/articles/:language/:slug', storyAtAddress],
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
  ['/feeds/articles.:format', feedOfAll],
  ['/feeds/corrections.:format', feedOfCorrections],
  ['/feeds/authors/:slug.:format', feedOf('author', 'author')],
  ['/feeds/outlets/:slug.:format', feedOf('outlet', 'outlet')],
  ['/feeds/sources/:slug.:format', feedOf('outlet', 'source')],
  ['/feeds/topics/:slug.:format', feedOf('topic', 'topic')],
  ['/sitemap.xml', sitemapOfAll],
  ['/sitemap-news.xml', sitemapOfNews],
  ['/sitemaps/:part', sitemapPart],
  ['/robots.txt', robots],
];

/** The routes that answer from this node's replica. */
export function deliveryRoutes({ replica, context, stopping }: Delivery): Router {
  const router = Router({ caseSensitive: true, strict: true });

  const stream = new ChangeStream((work) => replica.read(work));
  stopping?.addEventListener('abort', () => {
    stream.close();
  });

  /** Answers with the headers of anything that a cache may keep. */
  const answering = (work: Work): RequestHandler => {
    return async (request, response) => {
      await replica.whenServing();
      const opening = replica.read(nextOpening);
      const choose = (types: readonly string[]) => chosenOf(request, types);
      const [path = '', query = ''] = split(request.url);
      const asked = { params: request.params as Record<string, string>, path, query, choose, read: replica.read, context: context() };
      const reply = await asReply(work, asked);
      // Asked again, because some answers take a while.
      const now = replica.read((view) => view.now);
      await sendReply(request, response, reply, { now, opening });
    };
  };

  router.all(['/v1/stream', ...doors.map(([path]) => path)], onlyReading);
  for (const [path, work, guard] of doors) router.get(path, ...(guard ? [guard] : []), answering(work));
  router.get('/v1/stream', async (request, response) => {
    await replica.whenServing();
    askedIn(split(request.url)[1], noParameters);
    chosenOf(request, ['text/event-stream']);
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
  return router;
}

/** Bytes. */
const MOST_UNREAD = 1_048_576;

function chosenOf(request: Request, types: readonly string[]): string {
  const chosen = request.accepts([...types]);
  if (chosen !== false) return chosen;
  throw new Problem(406, 'not-acceptable', `This can be had as ${types.map((type) => type.split(';')[0] ?? '').join(', ')}.`);
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

function split(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function idsOnly(request: Parameters<RequestHandler>[0], _response: unknown, next: (to?: 'route') => void): void {
  next(isId(request.params.id) ? undefined : 'route');
}

const onlyReading: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else throw new Problem(405, 'method-not-allowed', `${request.method} is not possible here.`, [], { allow: 'GET, HEAD' });
};
