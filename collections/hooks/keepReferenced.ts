/** References cannot dangle: what a story uses stays until the story lets go of it. */
import type { CollectionBeforeDeleteHook } from 'payload';
import { editorial } from './services.ts';

/** Refuses to delete a document that another one uses or an edition names; 409 that names the stories. */
export const keepReferenced: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await editorial().refuseDeletionOfUsed(req, collection.slug, String(id));
};
