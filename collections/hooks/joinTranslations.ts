/** Translations form one set, whichever of them was linked to whichever. */
import { ValidationError, type CollectionBeforeChangeHook, type Where } from 'payload';
import { newestDrafts } from '../../src/database/newestDrafts.ts';

interface Linked {
  id?: string;
  language?: string;
  translationOf?: string | { id: string } | null;
  translationSet?: string | null;
}

/** Puts a story into the set of the one it translates, or into its own; one language stands in a set once. */
export const joinTranslations: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const before = (operation === 'update' ? originalDoc : {}) as Linked;
  const after = data as Linked;
  const id = before.id ?? after.id ?? '';
  const linked = after.translationOf === undefined ? before.translationOf : after.translationOf;
  const original = linked === null || linked === undefined ? undefined : typeof linked === 'string' ? linked : linked.id;
  if (original === undefined) return { ...data, translationSet: id };
  const [linkedStory] = await newestDrafts<Linked>(req, collection.slug, { id: { equals: original } }, { limit: 1 });
  const set = linkedStory?.translationSet ?? original;
  const language = after.language ?? before.language;
  const sameLanguage: Where = { and: [{ translationSet: { equals: set } }, { language: { equals: language } }, { id: { not_equals: id } }] };
  const clash = await newestDrafts(req, collection.slug, sameLanguage, { limit: 1 });
  if (original === id || clash.length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      id,
      errors: [
        { path: 'translationOf', message: original === id ? 'A story is not its own translation.' : 'There is already a translation into this language.' },
      ],
      req,
    });
  }
  return { ...data, translationSet: set };
};
