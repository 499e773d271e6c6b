/** What the newsroom remembers of a document that came before: its story, its text then, and whether anybody has worked on it since. */
import type { PayloadRequest } from 'payload';
import { newestDrafts } from '../../database/newestDrafts.ts';
import { recordsWhere, type ImportRow } from '../records.ts';
import { workflowOf } from '../workflow.ts';

/** What is known of the documents of one batch, read at its beginning. */
export interface Remembered {
  /** Every import of a document, the oldest first: its story, then the newer texts that were kept beside it. */
  importsOf: (key: string) => readonly ImportRow[];
  /** Whether the story of one of these imports has not been deleted since. */
  stands: (article: string) => boolean;
  /** The story into which another document with the same text was imported, if it still stands. */
  storyOfSameText: (digest: string, key: string) => string | null;
}

/** Looks up what is known of documents by their identities and their texts. */
export async function remember(req: PayloadRequest, documents: readonly { key: string; digest: string }[]): Promise<Remembered> {
  const keys = [...new Set(documents.map(({ key }) => key))];
  const digests = [...new Set(documents.map(({ digest }) => digest))];
  const rows = await recordsWhere(req, 'imports', { or: [{ key: { in: keys } }, { digest: { in: digests } }] }, { sort: 'number' });
  const standing = await standingStories(req, [...new Set(rows.map(({ article }) => article))]);
  const stands = (article: string): boolean => standing.has(article);
  return {
    importsOf: (key) => rows.filter((row) => row.key === key),
    stands,
    storyOfSameText: (digest, key) => rows.find((row) => row.digest === digest && row.key !== key && stands(row.article))?.article ?? null,
  };
}

/** Every import of the document `key`, the oldest first. */
export async function importsOf(req: PayloadRequest, key: string): Promise<ImportRow[]> {
  return recordsWhere(req, 'imports', { key: { equals: key } }, { sort: 'number' });
}

async function standingStories(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const where = { id: { in: [...ids] } };
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'articles',
    where,
    limit: ids.length,
    pagination: false,
    select: { id: true },
    req,
  });
  return new Set(docs.map(({ id }) => id));
}

/** Whether the story is as the import left it: a draft, never published, and neither it nor a part of it edited or used elsewhere. */
export async function isUntouched(req: PayloadRequest, row: ImportRow): Promise<boolean> {
  const stage = await workflowOf(req, row.article);
  return stage.work === 'draft' && stage.number === 0 && (await isUnedited(req, row)) && !(await isShared(req, row));
}

/** Whether the text is still the one that was imported, wherever the story stands. */
export async function isUnedited(req: PayloadRequest, { revisions }: ImportRow): Promise<boolean> {
  for (const collection of ['articles', 'news-excerpts', 'commentaries'] as const) {
    const left = revisions.filter((one) => one.collection === collection);
    if (left.length === 0) continue;
    const { docs } = await req.payload.db.find<{ id: string; rev?: number }>({
      collection,
      where: { id: { in: left.map(({ id }) => id) } },
      limit: left.length,
      pagination: false,
      select: { id: true, rev: true },
      req,
    });
    const now = new Map(docs.map(({ id, rev }) => [id, rev]));
    if (left.some(({ id, rev }) => now.get(id) !== rev)) return false;
  }
  return true;
}

/** A part that another story holds too is not the import's to change. */
async function isShared(req: PayloadRequest, { article, revisions }: ImportRow): Promise<boolean> {
  for (const [collection, field] of [
    ['news-excerpts', 'excerpts'],
    ['commentaries', 'commentaries'],
  ] as const) {
    const ids = revisions.filter((one) => one.collection === collection).map(({ id }) => id);
    if (ids.length === 0) continue;
    const held = await newestDrafts(req, 'articles', { and: [{ [field]: { in: ids } }, { id: { not_equals: article } }] }, { limit: 1 });
    const carried = await recordsWhere(req, 'carriages', { and: [{ collection: { equals: collection } }, { document: { in: ids } }] }, { limit: 1 });
    if (held.length > 0 || carried.length > 0) return true;
  }
  return false;
}
