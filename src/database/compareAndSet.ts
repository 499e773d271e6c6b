/** Without this file two people who save the same document would not hear of each other: Payload's update compares nothing. */
import type { Payload, PayloadRequest } from 'payload';
import { Problem } from '../errors.ts';
import { mainRowOf } from './mainRow.ts';
import { transactionOf } from './transactionOf.ts';

/** Which document, and the revision that its editor has seen; undefined takes the next revision whatever the current one is. */
export interface RevisionClaim {
  payload: Payload;
  /** Its transaction holds the claim: whoever rolls it back gives the revision back. */
  req: Partial<PayloadRequest>;
  collection: string;
  id: string;
  expected?: number | undefined;
}

/**
 * Takes the next revision of a document, in the transaction of `req`, before the document is written.
 * @returns the new revision, or the current one as `conflict` when `expected` is another.
 * @throws Problem 404 `not-found` when the document does not exist.
 * @throws Error when `req` has no transaction: the claim would stand although the write failed.
 */
export async function claimRevision({ payload, req, collection, id, expected }: RevisionClaim): Promise<{ rev: number } | { conflict: number }> {
  await transactionOf(req, 'claimRevision');
  const row = mainRowOf(payload.db, collection, req);
  const rev = await row.bump(id, expected);
  if (rev !== undefined) return { rev };
  const current = await row.read(id);
  if (!current) throw new Problem(404, 'not-found', `There is no document ${id} in ${collection}.`);
  return { conflict: current.rev };
}
