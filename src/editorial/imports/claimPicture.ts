/** Without this file two imports that bring the same picture at the same moment would each make it: neither sees what the other has not committed. */
import type { PayloadRequest } from 'payload';

interface Claim {
  id: number | string;
}

/**
 * Says in the transaction of `req` that `picture` is the one of this digest. Of two who say so at once one gets through; the other's
 * transaction is undone, and finds the picture when it is run again.
 */
export async function claimPicture(req: PayloadRequest, digest: string, picture: string): Promise<void> {
  const { db } = req.payload;
  const row = { key: `picture ${digest}`, data: { picture } };
  const before = await db.findOne<Claim>({ collection: 'payload-kv', where: { key: { equals: row.key } }, req });
  // That of a picture which has been deleted since.
  if (before !== null) await db.updateOne({ collection: 'payload-kv', id: before.id, data: row, req });
  else await db.create({ collection: 'payload-kv', data: row, req });
}
