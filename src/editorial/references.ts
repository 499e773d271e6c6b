/** Who uses what: without this table a deleted outlet would leave a quote by nobody. */
import type { PayloadRequest, Where } from 'payload';
import { newestDrafts } from '../database/newestDrafts.ts';
import { Problem } from '../errors.ts';
import { recordsWhere } from './records.ts';

interface Use {
  collection: string;
  path: string;
  drafts: boolean;
}

const article = (path: string): Use => ({ collection: 'articles', path, drafts: true });
const plain = (collection: string, path: string): Use => ({ collection, path, drafts: false });

const USES: Readonly<Record<string, readonly Use[]>> = {
  articles: [article('translationOf')],
  'news-excerpts': [article('excerpts'), { collection: 'commentaries', path: 'respondsTo', drafts: true }],
  commentaries: [article('commentaries')],
  media: [article('heroImage'), plain('authors', 'photo')],
  topics: [article('topics'), plain('topics', 'parent')],
  outlets: [article('outlets'), article('writtenFor'), { collection: 'news-excerpts', path: 'outlet', drafts: true }, plain('authors', 'affiliation')],
  authors: [{ collection: 'commentaries', path: 'authors', drafts: true }],
};
const NAMED_AT_MOST = 5;

/**
 * Refuses the deletion of a document that another one uses, in its published or its newest text, or that an edition names.
 * @throws {Problem} 409 `in-use`, naming the stories or documents that use it.
 */
export async function refuseDeletionOfUsed(req: PayloadRequest, collection: string, id: string): Promise<void> {
  const users = new Map<string, string>();
  for (const use of USES[collection] ?? []) {
    for (const user of await usersOf(req, use, id)) users.set(`${use.collection}:${user.id}`, await describe(req, use.collection, user));
  }
  const editions = await recordsWhere(
    req,
    'carriages',
    { and: [{ collection: { equals: collection } }, { document: { equals: id } }] },
    { limit: NAMED_AT_MOST + 1 },
  );
  for (const { article: story } of editions) users.set(`articles:${story}`, await titleOf(req, story));
  if (users.size === 0) return;
  const names = [...new Set(users.values())];
  const named = names.slice(0, NAMED_AT_MOST).map((name) => `“${name}”`);
  const more = names.length > NAMED_AT_MOST ? ` and ${names.length - NAMED_AT_MOST} more` : '';
  throw new Problem(409, 'in-use', `This cannot be deleted: it is used by ${named.join(', ')}${more}.`, [], { usedBy: [...users.keys()] });
}

interface User {
  id: string;
  title?: string;
  leadIn?: string;
  capacity?: string;
  name?: unknown;
}

async function usersOf(req: PayloadRequest, use: Use, id: string): Promise<User[]> {
  const where: Where = { [use.path]: { in: [id] } };
  const limit = NAMED_AT_MOST + 1;
  const shown = await req.payload.db.find<User>({ collection: use.collection, where, limit, pagination: false, req });
  const drafts = use.drafts ? await newestDrafts<User>(req, use.collection, where, { limit }) : [];
  return [...shown.docs, ...drafts].filter((user) => user.id !== id);
}

async function describe(req: PayloadRequest, collection: string, user: User): Promise<string> {
  if (collection === 'news-excerpts') return storyAround(req, 'excerpts', user, user.leadIn ?? 'a quoted report');
  if (collection === 'commentaries') return storyAround(req, 'commentaries', user, user.capacity ?? 'a comment');
  const { title, name } = user;
  return title ?? (typeof name === 'string' ? name : Object.values((name as Record<string, string> | undefined) ?? {})[0]) ?? user.id;
}

/** A part is known to editors by its story. */
async function storyAround(req: PayloadRequest, field: string, part: User, otherwise: string): Promise<string> {
  const [story] = await newestDrafts<User>(req, 'articles', { [field]: { in: [part.id] } }, { limit: 1 });
  return story?.title ?? otherwise;
}

async function titleOf(req: PayloadRequest, story: string): Promise<string> {
  const [found] = await newestDrafts<User>(req, 'articles', { id: { equals: story } }, { limit: 1 });
  return found?.title ?? story;
}
