/** The server's half of an edit's compare-and-set: of two edits of one revision, one is told that it came second. */
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import { claimRevision } from '../../src/database/compareAndSet.ts';
import { claimable } from '../../src/domain/revision.ts';
import { Problem } from '../../src/errors.ts';
import { takeExpectation, type Expectation } from './expectRevision.ts';

/** Raises `rev` in the update's own transaction, before anything is written; 412 with both versions when it moved on. */
export const claimNextRevision: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data;
  const { id, rev } = originalDoc as { id: string; rev?: number | null };
  await claim(req, { collection: collection.slug, id, rev }, takeExpectation(req));
  return data;
};

/** A deletion that names a revision deletes that one or nothing. */
export const claimBeforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const expectation = takeExpectation(req);
  if (expectation.seen === null) return;
  const row = await req.payload.db.findOne<{ id: string; rev?: number | null }>({ collection: collection.slug, where: { id: { equals: id } }, req });
  if (row !== null) await claim(req, { collection: collection.slug, id: String(id), rev: row.rev }, expectation);
};

interface Claimed {
  collection: string;
  id: string;
  rev: number | null | undefined;
}

async function claim(req: PayloadRequest, { collection, id, rev }: Claimed, { seen, sent }: Expectation): Promise<void> {
  const expected = seen === null ? undefined : claimable(seen, rev);
  const claimed = await claimRevision({ payload: req.payload, req, collection, id, expected });
  if (!('conflict' in claimed)) return;
  throw new Problem(412, 'stale-revision', 'Somebody else changed this since you opened it. Nothing of yours was saved over theirs.', [], {
    rev: claimed.conflict,
    current: await asReadBy(req, collection, id),
    yours: sent,
  });
}

/** The newest text as whoever asks may read it: the copy that hooks are given holds every field, an account's password digest too. */
async function asReadBy(req: PayloadRequest, collection: string, id: string): Promise<unknown> {
  return req.payload.findByID({ collection, id, draft: true, depth: 0, overrideAccess: false, disableErrors: true, req });
}
