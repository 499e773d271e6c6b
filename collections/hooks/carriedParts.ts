/** A change to a part that is out must be seen by somebody before it goes out; a changed name must reach every story. */
import type { CollectionAfterChangeHook } from 'payload';
import { editorial } from './services.ts';

/** After an edit of an excerpt or a commentary, puts each live story that carries it back in review. */
export const reviewCarriers: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation === 'update') await editorial().reviewCarriers(req, collection.slug, (doc as { id: string }).id);
  return doc as unknown;
};

/** After a change of one of `shown`, which editions fix by value, leaves the mark that the sequencer re-editions from. */
export function cascadeWhenChanged(shown: readonly string[]): CollectionAfterChangeHook {
  return async ({ collection, doc, operation, previousDoc, req }) => {
    const changed = shown.some(
      (field) => JSON.stringify((doc as Record<string, unknown>)[field]) !== JSON.stringify((previousDoc as Record<string, unknown>)[field]),
    );
    if (operation === 'update' && changed) {
      await editorial().recordCascade(req, collection.slug, (doc as { id: string }).id);
    }
    return doc as unknown;
  };
}
