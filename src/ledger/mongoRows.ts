/** The ledger's rows in MongoDB, through its own driver: a batch is one transaction, one entry a single write, and only what a majority has is read. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { ClientSession, Collection } from 'mongodb';
import { codeOf } from '../database/databaseError.ts';
import { rowId, type LedgerRows, type LinkedEntry, type StoredRow } from './rows.ts';

/** As the rows lie in MongoDB; Payload reads them like any document. */
interface LedgerDocument extends Omit<StoredRow, 'seq'> {
  _id: string;
  seq: number;
  source: string;
  onlyOnce: string;
  type: string;
  articleId: string | null;
}

const DUPLICATE_KEY = 11_000;
/** What a majority has written cannot be rolled back by a change of primary: no reader sees an entry that then was never there. */
const readConcern = { level: 'majority' } as const;
const STORED = { _id: 0 } as const;

/** The rows of the ledger of this adapter, which has to be connected by the first call. */
export function mongoRows(adapter: MongooseAdapter): LedgerRows {
  const rows = (): Collection<LedgerDocument> => {
    const model = adapter.collections['ledger'];
    if (!model) throw new Error('There is no collection ledger.');
    return adapter.connection.getClient().db(adapter.connection.name).collection<LedgerDocument>(model.collection.name);
  };
  return {
    count: () => rows().countDocuments({}),
    async newest() {
      const [row] = await rows()
        .find({}, { sort: { seq: -1 }, limit: 1, projection: STORED, readConcern })
        .toArray();
      return row;
    },
    async insert(entries) {
      const documents = entries.map(documentOf);
      try {
        const [only, ...others] = documents;
        // One entry is all or none by itself; a transaction that is left open by a dead node would hold up all the others.
        if (only !== undefined && others.length === 0) await rows().insertOne(only, { writeConcern: { w: 'majority' } });
        else await inTransaction(adapter, (session) => rows().insertMany(documents, { session }));
        return true;
      } catch (error) {
        if (codeOf(error) === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    after: (seq, limit) =>
      rows()
        .find({ seq: { $gt: seq } }, { sort: { seq: 1 }, limit, projection: STORED, readConcern })
        .toArray(),
    async seqOf(sources) {
      const found = await rows()
        .find({ source: { $in: [...sources] } }, { projection: { source: 1, seq: 1 }, readConcern })
        .toArray();
      return new Map(found.map(({ source, seq }) => [source, seq]));
    },
    async taken(onlyOnce) {
      const found = await rows()
        .find({ onlyOnce: { $in: [...onlyOnce] } }, { projection: { onlyOnce: 1 }, readConcern })
        .toArray();
      return new Set(found.map((row) => row.onlyOnce));
    },
    async newestEditions(articleIds) {
      const newest = await rows()
        .aggregate<{ seq: number }>(
          [{ $match: { articleId: { $in: [...articleIds] }, type: 'edition' } }, { $group: { _id: '$articleId', seq: { $max: '$seq' } } }],
          { readConcern },
        )
        .toArray();
      return rows()
        .find({ seq: { $in: newest.map(({ seq }) => seq) } }, { projection: STORED, readConcern })
        .toArray();
    },
    async redact(articleId) {
      await rows().updateMany({ articleId, type: 'edition', content: { $ne: null } }, { $set: { content: null } }, { writeConcern: { w: 'majority' } });
    },
  };
}

function documentOf({ source, onlyOnce, entry: { header, content, signature } }: LinkedEntry): LedgerDocument {
  const story = 'articleId' in header ? header : null;
  const { seq, type } = header;
  return { _id: rowId(seq), seq, source, onlyOnce, type, articleId: story?.articleId ?? null, revision: story?.revision ?? null, header, content, signature };
}

async function inTransaction(adapter: MongooseAdapter, work: (session: ClientSession) => Promise<unknown>): Promise<void> {
  const session = adapter.connection.getClient().startSession();
  try {
    await session.withTransaction(work, { writeConcern: { w: 'majority' } });
  } finally {
    await session.endSession();
  }
}
