/** Without this file a story from another site would lose its address there, and everybody who linked to it. */
import type { PayloadRequest } from 'payload';
import { canonicalLanguage } from '../../domain/language.ts';
import { isSlug, slugFrom } from '../../domain/slug.ts';
import { changeRecord, insertRecord, recordsWhere } from '../records.ts';
import type { ImportedDocument } from './importedDocument.ts';

/** The slug that the document's story is to have: the one it was out under, unless another story has it; null lets the title decide. */
export async function oldSlug(req: PayloadRequest, { posted, story }: ImportedDocument): Promise<{ slug: string | null; taken: string | null }> {
  if (posted?.status !== 'published' || posted.slug === null) return { slug: null, taken: null };
  const slug = isSlug(posted.slug) ? posted.slug : slugFrom(posted.slug, '');
  if (!isSlug(slug)) return { slug: null, taken: null };
  const language = canonicalLanguage(story.language) ?? story.language;
  const [holder] = await recordsWhere(req, 'slugs', { and: [{ language: { equals: language } }, { slug: { equals: slug } }] }, { limit: 1 });
  return holder === undefined ? { slug, taken: null } : { slug: null, taken: slug };
}

/** Remembers where the story stood, so that its old address can lead to it; the newest import of an address has it. */
export async function keepOldAddress(req: PayloadRequest, { posted }: ImportedDocument, article: string): Promise<void> {
  const address = posted?.status === 'published' ? addressOf(posted.url) : null;
  if (address === null) return;
  const { host, path } = address;
  const [known] = await recordsWhere(req, 'redirects', { and: [{ host: { equals: host } }, { path: { equals: path } }] }, { limit: 1 });
  if (known === undefined) await insertRecord(req, 'redirects', { host, path, article });
  else if (known.article !== article) await changeRecord(req, 'redirects', known.id, { article });
}

/** Host in lower case, and path with its query: `?p=12` is the whole address of some posts. */
function addressOf(url: string | null): { host: string; path: string } | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, pathname, search } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? { host, path: `${pathname}${search}` } : null;
}
