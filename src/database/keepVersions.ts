/** Without this file an autosave would be written into a version that somebody else typed, or that was approved, and those words would be gone from the history. */
import type { Payload, PayloadRequest } from 'payload';
import { mainRowOf } from './mainRow.ts';
import { transactionOf } from './transactionOf.ts';

/** Documents of one collection. */
export interface VersionedDocuments {
  payload: Payload;
  req: Partial<PayloadRequest>;
  collection: string;
  ids: readonly string[];
}

/**
 * Makes the newest version of each document one that stays, in the transaction of `req`: Payload writes an autosave into the newest version
 * as long as that was an autosave itself.
 * @throws Error when `req` has no transaction.
 */
export async function keepNewestVersions({ payload, req, collection, ids }: VersionedDocuments): Promise<void> {
  await transactionOf(req, 'keepNewestVersions');
  await mainRowOf(payload.db, collection, req).keepNewest(ids);
}
