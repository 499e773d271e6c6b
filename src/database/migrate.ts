/** Without this file two nodes that start at once would run the same migration twice, and a failed one would end the process in the middle. */
import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload';
import type { Payload, PayloadRequest } from 'payload';
import { messageOf } from '../errors.ts';
import { isMongo, isSqlite } from './mainRow.ts';
import { takeMigrationLock } from './migrationLock.ts';
import { clientOf } from './sqliteDatabase.ts';

/** One generated migration, as `migrations/{sqlite,mongodb}/index.ts` lists it. */
export interface DatabaseMigration {
  name: string;
  up(args: never): Promise<void>;
}

/** Whether one migration has run here, and in which batch. */
export interface MigrationState {
  name: string;
  ran: boolean;
  batch: number | undefined;
}

/**
 * Runs the migrations that have not run, in order, each in a transaction of its own, under a lock that all processes on this database share.
 * @returns the names of those that ran now.
 * @throws Error naming the migration that failed; those before it stand.
 */
export async function migrateDatabase(payload: Payload, migrations: readonly DatabaseMigration[]): Promise<string[]> {
  // What has run stays run: the usual start needs no lock to see that there is nothing to do.
  if ((await migrationStatus(payload, migrations)).every((state) => state.ran)) return [];
  const lock = await takeMigrationLock(payload.db);
  try {
    const states = await migrationStatus(payload, migrations);
    const pending = migrations.filter((_, index) => !states[index]?.ran);
    const batch = Math.max(0, ...states.map((state) => state.batch ?? 0)) + 1;
    await withSchemaOpen(payload, async () => {
      for (const migration of pending) {
        lock.assertHeld();
        await run(payload, migration, batch);
      }
    });
    return pending.map(({ name }) => name);
  } finally {
    await lock.release();
  }
}

/** What has run and what has not, in the order of `migrations`. @throws when the schema was pushed instead of migrated. */
export async function migrationStatus(payload: Payload, migrations: readonly DatabaseMigration[]): Promise<MigrationState[]> {
  const recorded = await records(payload);
  if (recorded.some(({ batch }) => batch === -1)) {
    throw new Error('This database was shaped by a schema push, not by migrations; start with an empty one, or restore a backup.');
  }
  return migrations.map(({ name }) => {
    const record = recorded.find((one) => one.name === name);
    return { name, ran: record !== undefined, batch: record?.batch };
  });
}

async function records(payload: Payload): Promise<Array<{ name: string; batch: number }>> {
  if (isSqlite(payload.db)) {
    const { rows } = await clientOf(payload.db).execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'");
    if (rows.length === 0) return [];
  }
  const { docs } = await payload.find({ collection: 'payload-migrations', limit: 0, pagination: false, overrideAccess: true });
  return docs.map(({ name, batch }) => ({ name: String(name), batch: Number(batch) }));
}

async function run(payload: Payload, migration: DatabaseMigration, batch: number): Promise<void> {
  const req = await createLocalReq({}, payload);
  payload.logger.info(`Migrating: ${migration.name}`);
  try {
    await initTransaction(req);
    const session = payload.db.sessions[(await req.transactionID) ?? ''];
    await migration.up({ payload, req, session, db: (session as { db?: unknown } | undefined)?.db } as never);
    await refuseDangling(payload, req);
    await payload.create({ collection: 'payload-migrations', data: { name: migration.name, batch }, req, overrideAccess: true });
    await commitTransaction(req);
  } catch (error) {
    await killTransaction(req);
    throw new Error(`Migration ${migration.name} failed, and nothing of it was written: ${messageOf(error)}`, { cause: error });
  }
}

/** SQLite rebuilds a table by dropping it, which would delete what refers to it if foreign keys were watched meanwhile. */
async function withSchemaOpen(payload: Payload, work: () => Promise<void>): Promise<void> {
  if (isSqlite(payload.db)) await clientOf(payload.db).withoutForeignKeys(work);
  else await work();
}

async function refuseDangling(payload: Payload, req: PayloadRequest): Promise<void> {
  if (isMongo(payload.db) || !isSqlite(payload.db)) return;
  const session = payload.db.sessions?.[String(await req.transactionID)];
  const db = session?.db as unknown as SQLiteAdapter['drizzle'];
  const { rows } = await db.run(sql`PRAGMA foreign_key_check`);
  const [first] = rows;
  if (first) throw new Error(`it leaves rows of ${textOf(first['table'])} that refer to missing rows of ${textOf(first['parent'])}`);
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell : 'an unnamed table';
}
