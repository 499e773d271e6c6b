/** The server's half of an edit's compare-and-set: of two edits of one revision, one is told that it came second. */
import type { CollectionBeforeChangeHook } from 'payload';
import { claimRevision } from '../../src/database/compareAndSet.ts';
import { Problem } from '../../src/errors.ts';

/** Raises `rev` in the update's own transaction, before anything is written; 412 with the current document when it moved on. */
export const claimNextRevision: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data;
  const current = originalDoc as { id: string };
  const expected = req.context.expectedRevision as number | null | undefined;
  // One edit, one claim: a hook's nested update of another document has its own.
  delete req.context.expectedRevision;
  const claim = await claimRevision({
    payload: req.payload,
    req,
    collection: collection.slug,
    id: current.id,
    ...(typeof expected === 'number' ? { expected } : {}),
  });
  if ('conflict' in claim) {
    throw new Problem(412, 'stale-revision', 'Somebody else changed this since you opened it. Nothing of yours was saved over theirs.', [], {
      data: { rev: claim.conflict, current, yours: data },
    });
  }
  return data;
};
