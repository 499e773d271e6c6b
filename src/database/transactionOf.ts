/** Without this file a write that must stand or fall with a document could slip out of its transaction unseen. */
import type { PayloadRequest } from 'payload';

/** The id of the transaction of `req`. @throws Error when there is none; `asker` is named in it. */
export async function transactionOf(req: Partial<PayloadRequest>, asker: string): Promise<number | string> {
  const id = await req.transactionID;
  if (!id) throw new Error(`${asker} was called without an open transaction on req.`);
  return id;
}
