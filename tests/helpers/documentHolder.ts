/** Without this file no test could play the node whose open transaction keeps a document on MongoDB. */
import { MongoClient } from 'mongodb';
import type { LockHolder } from './lockHolder.ts';

/** Changes these documents in a transaction that is open until `letGo`, and then rolled back. Collections as MongoDB has them. */
export async function holdDocuments(databaseUrl: string, documents: Readonly<Record<string, string>>): Promise<LockHolder> {
  const client = await MongoClient.connect(databaseUrl);
  const session = client.startSession();
  session.startTransaction();
  const letGo = async (): Promise<void> => {
    await session.abortTransaction();
    await client.close();
  };
  for (const [collection, id] of Object.entries(documents)) {
    const { matchedCount } = await client
      .db()
      .collection<{ _id: string }>(collection)
      .updateOne({ _id: id }, { $set: { held: true } }, { session });
    if (matchedCount === 1) continue;
    await letGo();
    throw new Error(`There is no ${collection}/${id} to hold.`);
  }
  return { letGo };
}
