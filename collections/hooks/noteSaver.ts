/** Autosaves of one person go into one version; without this hook those of two would too, and the first one's words were in no version any more. */
import type { CollectionBeforeChangeHook } from 'payload';
import { keepNewestVersions } from '../../src/database/keepVersions.ts';
import { staffOf } from '../../src/domain/roles.ts';

/** Notes who saves, and keeps the newest version when somebody else made it. */
export const noteSaver: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const savedBy = staffOf(req)?.id ?? null;
  const before = originalDoc as { id: string; savedBy?: string | null } | undefined;
  if (operation === 'update' && before !== undefined && (before.savedBy ?? null) !== savedBy) {
    await keepNewestVersions({ payload: req.payload, req, collection: collection.slug, ids: [before.id] });
  }
  return { ...data, savedBy };
};
