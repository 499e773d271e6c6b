/** Reads a story's newest drafts and all it names in one transaction, so that what is approved is one moment's text. */
import type { PayloadRequest, Where } from 'payload';
import { Problem } from '../errors.ts';
import type {
  DraftedDocument,
  GatheredStory,
  StoredArticle,
  StoredAuthor,
  StoredCommentary,
  StoredExcerpt,
  StoredImage,
  StoredOutlet,
  StoredTopic,
} from './gatheredStory.ts';

type Drafted = DraftedDocument<StoredArticle>['collection'];

/**
 * The newest draft of `article`, of its parts, and the documents they name.
 * @throws {Problem} 404 when there is no such article.
 */
export async function gatherStory(req: PayloadRequest, article: string): Promise<GatheredStory> {
  const [story] = await newestDrafts<StoredArticle>(req, 'articles', [article]);
  if (story === undefined) throw new Problem(404, 'not-found', 'There is no such story.');
  const excerpts = await newestDrafts<StoredExcerpt>(req, 'news-excerpts', story.data.excerpts ?? []);
  const commentaries = await newestDrafts<StoredCommentary>(req, 'commentaries', story.data.commentaries ?? []);
  const authors = await mainRows<StoredAuthor>(
    req,
    'authors',
    commentaries.flatMap(({ data }) => data.authors ?? []),
  );
  return {
    article: story,
    excerpts,
    commentaries,
    authors,
    outlets: await mainRows<StoredOutlet>(req, 'outlets', [
      ...(story.data.outlets ?? []),
      ...idsOf([story.data.writtenFor]),
      ...idsOf(excerpts.map(({ data }) => data.outlet)),
    ]),
    topics: await mainRows<StoredTopic>(req, 'topics', story.data.topics ?? []),
    images: await mainRows<StoredImage>(req, 'media', idsOf([story.data.heroImage, ...[...authors.values()].map((author) => author.photo)])),
  };
}

async function newestDrafts<Stored>(req: PayloadRequest, collection: Drafted, ids: readonly string[]): Promise<DraftedDocument<Stored>[]> {
  if (ids.length === 0) return [];
  const where: Where = { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] };
  const { docs } = await req.payload.db.findVersions<Stored & Record<string, unknown>>({
    collection,
    where,
    limit: ids.length,
    pagination: false,
    locale: 'all',
    req,
  });
  const byId = new Map(docs.map((found) => [String(found.parent), found]));
  return ids.flatMap((id) => {
    const found = byId.get(id);
    return found === undefined ? [] : [{ collection, version: String(found.id), data: { ...found.version, id } }];
  });
}

async function mainRows<Stored extends { id: string }>(req: PayloadRequest, collection: string, ids: readonly string[]): Promise<Map<string, Stored>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { docs } = await req.payload.db.find<Stored>({
    collection,
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    locale: 'all',
    req,
  });
  return new Map(docs.map((doc) => [doc.id, doc]));
}

function idsOf(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
