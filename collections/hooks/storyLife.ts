/** What has to happen beside a story, in its own transaction, when it is born, saved or dropped. */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload';
import { canonicalLanguage } from '../../src/domain/language.ts';
import { isSlug } from '../../src/domain/slug.ts';
import { editorial } from './services.ts';

/** Opens the `workflow` row of a new story. */
export const openWorkflow: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const id = (doc as { id: string }).id;
  if (operation === 'create') await editorial().openWorkflow(req, id);
  else await editorial().noteEdit(req, id);
  return doc as unknown;
};

/** Reserves the story's slug in its language, making one from the title where none is given. */
export const reserveSlug: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const before = (operation === 'update' ? originalDoc : {}) as { id?: string; slug?: string; title?: string; language?: string };
  const { title = before.title, language = before.language, slug: asked = before.slug } = data as Record<string, unknown>;
  // Field validation comes after this hook, and will say what is wrong.
  if (typeof title !== 'string' || canonicalLanguage(language) === null || !(asked === null || asked === undefined || isAskedSlug(asked))) return data;
  const slug = await editorial().reserveSlug(req, { article: before.id ?? (data.id as string), title, language: language as string, asked });
  return { ...data, slug };
};

/** Refuses a new embargo, or a later one, on a story that readers have seen. */
export const keepEmbargo: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const before = originalDoc as { id?: string; embargoUntil?: string | null } | undefined;
  const asked: unknown = data.embargoUntil;
  if (operation === 'update' && before?.id && typeof asked === 'string' && asked !== '' && !upTo(asked, before.embargoUntil)) {
    await editorial().refuseEmbargoAfterRelease(req, before.id);
  }
  return data;
};

/** Refuses to delete a story that was ever published; clears what lies beside one that was not. */
export const dropUnpublished: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await editorial().dropUnpublished(req, String(id));
};

function isAskedSlug(value: unknown): value is string {
  return typeof value === 'string' && (value === '' || isSlug(value));
}

function upTo(asked: string, before: string | null | undefined): boolean {
  return typeof before === 'string' && Date.parse(asked) <= Date.parse(before);
}
