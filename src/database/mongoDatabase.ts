/** Without this file Payload would switch transactions off without a word when the connection names no replica set. */
import type { ClientSession } from 'mongodb';
import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj, Payload } from 'payload';
import pRetry from 'p-retry';
import { hasLabel } from './databaseError.ts';
import { keepTransactionsHonest } from './transactions.ts';

/** Where the MongoDB database is. */
export interface MongoDatabaseOptions {
  /** `mongodb://…` or `mongodb+srv://…`, with the database's name in its path. */
  url: string;
  /** Where `payload migrate:create` writes. */
  migrationDir?: string | undefined;
}

/** Payload's MongoDB adapter with transactions that are really on. */
export function mongoDatabase({ url, migrationDir }: MongoDatabaseOptions): DatabaseAdapterObj<MongooseAdapter> {
  const stock = mongooseAdapter({
    url,
    allowIDOnCreate: true,
    // A document written while an index is being built can be missed by it, so they are built before anything is written.
    ensureIndexes: true,
    // What is tested is what runs: some servers that speak the protocol join differently.
    useJoinAggregations: false,
    // `collection` is a name of Mongoose's own documents; Payload reads and writes plain ones.
    collectionsSchemaOptions: {
      carriages: { suppressReservedKeysWarning: true },
      cascades: { suppressReservedKeysWarning: true },
    },
    afterOpenConnection: refuseWithoutTransactions,
    ...(migrationDir ? { migrationDir } : {}),
  });
  const init = ({ payload }: { payload: Payload }): MongooseAdapter => {
    const adapter = stock.init({ payload }) as MongooseAdapter;
    keepTransactionsHonest<ClientSession>(adapter, { commit });
    keepTransactionsOn(adapter);
    return adapter;
  };
  return { ...stock, init };
}

/** The stock `connect` decides by the words of the URL whether there are transactions; the server has been asked. */
function keepTransactionsOn(adapter: MongooseAdapter): void {
  const { beginTransaction, transactionOptions } = adapter;
  const connect = adapter.connect?.bind(adapter);
  adapter.connect = async (args) => {
    await connect?.(args);
    Object.assign(adapter, { beginTransaction, transactionOptions });
  };
}

/** @throws when the server can have no transactions, with what to do about it. */
export async function refuseWithoutTransactions(adapter: Pick<MongooseAdapter, 'connection'>): Promise<void> {
  const hello = await adapter.connection.db?.admin().command({ hello: 1 });
  if (hello?.['setName'] || hello?.['msg'] === 'isdbgrid') return;
  await adapter.connection.close();
  throw new Error(
    'This MongoDB server is not a member of a replica set, so it has no transactions, and Counterpoint does not run without them. ' +
      'Start it with --replSet rs0 and run rs.initiate() once (a set of one member is enough), or use the docker-compose.yml, which does both; ' +
      'or leave DATABASE_URL unset to use the built-in SQLite database.',
  );
}

/** Asks again when the answer was lost on the way, which MongoDB allows for COMMIT alone. `endSession` aborts what is still open. */
async function commit(session: ClientSession): Promise<void> {
  try {
    await pRetry(() => session.commitTransaction(), {
      retries: 3,
      minTimeout: 50,
      randomize: true,
      shouldRetry: ({ error }) => hasLabel(error, 'UnknownTransactionCommitResult'),
    });
  } finally {
    await session.endSession().catch(() => undefined);
  }
}
