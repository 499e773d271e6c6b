/** Stories of one set find each other at reading, so that linking two never edits both. */
import type { PayloadRequest, Where } from 'payload';
import { newestDrafts } from '../database/newestDrafts.ts';
import type { TranslationLink } from './services.ts';

/** The other stories of `set`, by language. */
export async function translationsOf(req: PayloadRequest, article: string, set: string): Promise<TranslationLink[]> {
  const where: Where = { and: [{ translationSet: { equals: set } }, { id: { not_equals: article } }] };
  const docs = await newestDrafts<TranslationLink>(req, 'articles', where, { limit: 100, sort: 'language' });
  return docs.map(({ id, language, slug, title }) => ({ id, language, slug, title }));
}
