import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from '@payloadcms/db-sqlite';
import type { Payload, PayloadRequest } from 'payload';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshMongoUrl, mongoTestUrl, tinyNewsroom, type TinyNewsroom, type TinyNewsroomOptions } from '../../tests/helpers/tinyNewsroom.ts';
import { isSqlite } from './mainRow.ts';
import { migrateDatabase, migrationStatus, type DatabaseMigration } from './migrate.ts';
import { takeMigrationLock } from './migrationLock.ts';

interface UpArgs {
  payload: Payload;
  req: PayloadRequest;
}

const databases = [
  { name: 'SQLite', here: true, options: (dataDir: string) => ({ dataDir, push: false }) },
  { name: 'MongoDB', here: mongoTestUrl !== undefined, options: (dataDir: string) => ({ dataDir, databaseUrl: freshMongoUrl() }) },
];

for (const { name, here, options } of databases) {
  describe.skipIf(!here)(`migrations on ${name}`, () => {
    let dataDir: string;
    let settings: TinyNewsroomOptions;
    const nodes: TinyNewsroom[] = [];
    const node = async (): Promise<Payload> => {
      const one = await tinyNewsroom(settings);
      nodes.push(one);
      return one.payload;
    };
    beforeEach(async () => {
      dataDir = await mkdtemp(path.join(tmpdir(), 'migrate-'));
      settings = options(dataDir);
    });
    afterEach(async () => {
      for (const one of nodes.splice(0)) await one.close();
      await rm(dataDir, { recursive: true, force: true });
    });

    it('each runs once, in order, though two nodes start at the same moment', async () => {
      const ran: string[] = [];
      const all = [tables, ...['second', 'third'].map((title) => step(title, async () => void ran.push(title)))];
      const [one, two] = [await node(), await node()];
      const results = await Promise.all([migrateDatabase(one, all), migrateDatabase(two, all)]);
      expect(ran).toEqual(['second', 'third']);
      expect(results.flat()).toEqual(['tables', 'second', 'third']);
      expect(await migrateDatabase(two, all)).toEqual([]);
      expect(await migrationStatus(two, [...all, step('fourth')])).toEqual([
        { name: 'tables', ran: true, batch: 1 },
        { name: 'second', ran: true, batch: 1 },
        { name: 'third', ran: true, batch: 1 },
        { name: 'fourth', ran: false, batch: undefined },
      ]);
    });

    it('one that fails is named, leaves nothing behind, and can be run again', async () => {
      const payload = await node();
      const record = (args: UpArgs) => write(args, 'half');
      const failing = step('failing', async (args) => {
        await record(args);
        throw new Error('no such column');
      });
      await expect(migrateDatabase(payload, [tables, failing])).rejects.toThrow(/Migration failing failed.*no such column/);
      expect(await migrationStatus(payload, [tables, failing])).toMatchObject([{ ran: true }, { ran: false }]);
      expect(await written(payload)).toEqual([]);
      expect(await migrateDatabase(payload, [tables, step('failing', record)])).toEqual(['failing']);
      expect(await written(payload)).toEqual(['half']);
    });

    it('the lock is held by one at a time, and waiting for it has an end', async () => {
      const payload = await node();
      const first = await takeMigrationLock(payload.db);
      await expect(takeMigrationLock(payload.db, { patience: 100 })).rejects.toThrow();
      first.assertHeld();
      await first.release();
      await (await takeMigrationLock(payload.db)).release();
    });
  });
}

describe('migrations on SQLite', () => {
  it('a table that is rebuilt keeps what refers to it, and one that leaves something dangling is refused', async () => {
    const newsroom = await tinyNewsroom({ push: false });
    const { payload } = newsroom;
    const run =
      (...statements: string[]) =>
      async (args: UpArgs) => {
        for (const statement of statements) await execute(args, statement);
      };
    const stories = step(
      'stories',
      run(
        'CREATE TABLE s (id TEXT PRIMARY KEY)',
        'CREATE TABLE q (s TEXT REFERENCES s (id) ON DELETE CASCADE)',
        "INSERT INTO s VALUES ('a')",
        "INSERT INTO q VALUES ('a')",
      ),
    );
    const rebuilt = step(
      'rebuilt',
      run('CREATE TABLE n (id TEXT PRIMARY KEY, t TEXT)', 'INSERT INTO n SELECT id, NULL FROM s', 'DROP TABLE s', 'ALTER TABLE n RENAME TO s'),
    );
    await migrateDatabase(payload, [tables, stories, rebuilt]);
    if (!isSqlite(payload.db)) throw new Error('not on SQLite');
    expect((await payload.db.client.execute('SELECT * FROM q')).rows).toHaveLength(1);
    await expect(migrateDatabase(payload, [step('emptied', run('DELETE FROM s'))])).rejects.toThrow('refer to missing rows');
    expect((await payload.db.client.execute('SELECT * FROM s')).rows).toHaveLength(1);
    await expect(payload.db.client.execute("INSERT INTO q VALUES ('nobody')")).rejects.toThrow('FOREIGN KEY');
    await newsroom.close();
  });

  it('a database that a schema push has shaped is not migrated', async () => {
    const newsroom = await tinyNewsroom({});
    await expect(migrateDatabase(newsroom.payload, [tables])).rejects.toThrow('schema push');
    await newsroom.close();
  });
});

/** What the first generated migration makes, as far as these tests need it. */
const tables = step('tables', async (args) => {
  if (!isSqlite(args.payload.db)) return;
  await execute(args, 'CREATE TABLE payload_migrations (id INTEGER PRIMARY KEY, name TEXT, batch NUMERIC, updated_at TEXT, created_at TEXT)');
  await execute(args, 'CREATE TABLE approvals (id TEXT PRIMARY KEY, by TEXT, updated_at TEXT, created_at TEXT)');
});

function step(name: string, up: (args: UpArgs) => Promise<void> = async () => undefined): DatabaseMigration {
  return { name, up };
}

async function execute({ payload, req }: UpArgs, statement: string): Promise<void> {
  const session = payload.db.sessions[String(await req.transactionID)] as unknown as { db: never };
  await payload.db.execute({ db: session.db, sql: sql.raw(statement) });
}

async function write({ payload, req }: UpArgs, by: string): Promise<void> {
  await payload.create({ collection: 'approvals', data: { by }, req, overrideAccess: true });
}

async function written(payload: Payload): Promise<unknown[]> {
  const { docs } = await payload.find({ collection: 'approvals', overrideAccess: true });
  return docs.map(({ by }) => by as unknown);
}
