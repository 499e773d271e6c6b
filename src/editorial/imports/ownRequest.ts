/** What hooks leave in a request is one document's alone: without this file the documents of a batch would mix them up. */
import { createLocalReq, type PayloadRequest } from 'payload';
import { shareReferences } from '../../domain/knownReferences.ts';
import type { Desk } from '../desk.ts';

/** A request of its own in the transaction of `req`, which shares what that has found out: the same question has the same answer in it. */
export async function ownRequest({ payload }: Pick<Desk, 'payload'>, req: PayloadRequest): Promise<PayloadRequest> {
  const own = await createLocalReq(req.user ? { user: req.user } : {}, payload);
  shareReferences(req.context, own.context);
  return Object.assign(own, { transactionID: await req.transactionID, payloadDataLoader: req.payloadDataLoader });
}
