/** Without this file Payload would not know our client, and a failed COMMIT would be answered as a success. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { DatabaseAdapterObj, Payload } from 'payload';
import { trustNewDocuments } from './newDocuments.ts';
import { SqliteClient, type SqliteClientOptions } from './sqliteClient.ts';
import { keepTransactionsHonest, type Session } from './transactions.ts';

/** How the SQLite database is opened; limits as in `SqliteClientOptions`. */
export interface SqliteDatabaseOptions extends Partial<Omit<SqliteClientOptions, 'path'>> {
  /** Folder of `counterpoint.db`; made if need be. */
  dataDir: string;
  /** Where `payload migrate:create` writes. */
  migrationDir?: string | undefined;
  /** Shapes the tables from the collections at the start; only for tests. */
  push: boolean;
}

/** Payload's SQLite adapter over our own client: one writer in a thread, readers apart, ids that we give. */
export function sqliteDatabase(options: SqliteDatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> {
  const file = path.join(options.dataDir, 'counterpoint.db');
  const stock = sqliteAdapter({
    client: { url: `file:${file}` },
    allowIDOnCreate: true,
    push: options.push,
    transactionOptions: { behavior: 'immediate' },
    ...(options.migrationDir ? { migrationDir: options.migrationDir } : {}),
  });
  const init = ({ payload }: { payload: Payload }): SQLiteAdapter => {
    const adapter = stock.init({ payload });
    keepOurClient(adapter, () => openClient(file, options, payload));
    trustNewDocuments(adapter);
    keepTransactionsHonest(adapter, { begin: () => beginSession(adapter), commit: (session) => session.resolve() });
    return adapter;
  };
  return { ...stock, init };
}

/** Our client of this adapter. @throws when the adapter is not connected or not ours. */
export function clientOf(adapter: SQLiteAdapter): SqliteClient {
  if (adapter.client instanceof SqliteClient) return adapter.client;
  throw new Error('The database is not connected.');
}

/** The stock `connect` keeps a client that is there; the stock `destroy` leaves it open. */
function keepOurClient(adapter: SQLiteAdapter, open: () => Promise<SqliteClient>): void {
  const connect = adapter.connect?.bind(adapter);
  const destroy = adapter.destroy?.bind(adapter);
  adapter.connect = async (args) => {
    const client: SQLiteAdapter['client'] | undefined = adapter.client;
    if (!client || client.closed) adapter.client = await open();
    await connect?.(args);
  };
  adapter.destroy = async () => {
    const client: SQLiteAdapter['client'] | undefined = adapter.client;
    await destroy?.();
    if (client instanceof SqliteClient) await client.drain();
  };
}

async function openClient(file: string, options: SqliteDatabaseOptions, payload: Payload): Promise<SqliteClient> {
  await mkdir(path.dirname(file), { recursive: true });
  const { queueLimit, busyLimit, idleLimit, beforeCommit, log } = options;
  return SqliteClient.open({
    path: file,
    log: log ?? payload.logger,
    ...(queueLimit === undefined ? {} : { queueLimit }),
    ...(busyLimit === undefined ? {} : { busyLimit }),
    ...(idleLimit === undefined ? {} : { idleLimit }),
    ...(beforeCommit === undefined ? {} : { beforeCommit }),
  });
}

/**
 * The stock `beginTransaction` catches what its transaction ends with, so a COMMIT that failed looks like one that did not.
 * Here `resolve` and `reject` give the caller the end itself.
 */
async function beginSession(adapter: SQLiteAdapter): Promise<Session> {
  await adapter.initializing;
  return new Promise((opened, failed) => {
    const done: Promise<void> = adapter.drizzle.transaction((tx) => {
      return new Promise<void>((commit, rollback) => {
        opened({
          db: tx,
          resolve: () => {
            commit();
            return done;
          },
          reject: () => {
            const asked = new Error('Rolled back.');
            rollback(asked);
            return done.catch((error: unknown) => {
              if (error !== asked) throw error;
            });
          },
        });
      });
    });
    done.catch(failed);
  });
}
