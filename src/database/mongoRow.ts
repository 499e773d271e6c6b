/** Without this file the revision on MongoDB would be read and then written, and two editors could take the same one. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { PayloadRequest } from 'payload';
import type { FlatValue, MainRow } from './mainRow.ts';

/** As the documents lie in MongoDB: our ids are text. */
interface StoredDocument {
  _id: string;
  rev?: number;
  publicFrom?: Date | null;
  __v?: number;
}

/**
 * To MongoDB an update that changes nothing is no write, and so meets no other transaction that writes the same document: each of two stories
 * would compute what it sets from a state in which the other is not there yet. Mongoose's own counter makes each a write; Payload never shows it.
 */
const ANOTHER = { __v: 1 };

/** The documents of `collection` on MongoDB. @throws when there is no such collection. */
export function mongoRow(adapter: MongooseAdapter, collection: string, req: Partial<PayloadRequest> | undefined): MainRow {
  const model = adapter.collections[collection];
  if (!model) throw new Error(`There is no collection ${collection}.`);
  const main = adapter.connection.collection<StoredDocument>(model.collection.name);
  const versions = adapter.versions[collection]?.collection;
  const options = async () => {
    const id = await req?.transactionID;
    const session = id ? adapter.sessions[id] : undefined;
    return session ? { session } : {};
  };
  const follow = async (id: string, values: Record<string, FlatValue>): Promise<void> => {
    const set = Object.fromEntries(Object.entries(values).map(([name, value]) => [`version.${name}`, value]));
    await versions?.updateMany({ parent: id, latest: true }, { $set: set }, await options());
  };
  return {
    async read(id) {
      const found = await main.findOne({ _id: id }, { ...(await options()), projection: { rev: 1, publicFrom: 1 } });
      return found ? { rev: found.rev ?? 0, publicFrom: found.publicFrom?.toISOString() ?? null } : undefined;
    },
    async bump(id, expected) {
      const same = expected === undefined ? {} : { rev: expected };
      const found = await main.findOneAndUpdate(
        { _id: id, ...same },
        { $inc: { rev: 1 } },
        { ...(await options()), returnDocument: 'after', projection: { rev: 1 } },
      );
      if (found?.rev === undefined) return undefined;
      await follow(id, { rev: found.rev });
      return found.rev;
    },
    async set(id, values) {
      const { matchedCount } = await main.updateOne({ _id: id }, { $set: values, $inc: ANOTHER }, await options());
      await follow(id, values);
      return matchedCount > 0;
    },
    async keepNewest(ids) {
      if (ids.length === 0) return;
      await versions?.updateMany({ parent: { $in: [...ids] }, latest: true, autosave: true }, { $set: { autosave: false } }, await options());
    },
  };
}
