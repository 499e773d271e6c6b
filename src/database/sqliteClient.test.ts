import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock } from '../../tests/helpers/lockHolder.ts';
import { SqliteClient, type SqliteClientOptions } from './sqliteClient.ts';

let folder: string;
let reported: string[];
const open: SqliteClient[] = [];

async function client(options: Partial<SqliteClientOptions> = {}): Promise<SqliteClient> {
  const one = await SqliteClient.open({ path: file(), log: { error: (_, message) => reported.push(message) }, ...options });
  open.push(one);
  await one.execute('CREATE TABLE IF NOT EXISTS stories (id INTEGER PRIMARY KEY, title TEXT)');
  return one;
}
const file = (): string => path.join(folder, 'stories.db');
const add = (title: string) => ({ sql: 'INSERT INTO stories (title) VALUES (?)', args: [title] });
async function titles(from: SqliteClient): Promise<unknown[]> {
  const { rows } = await from.execute('SELECT title FROM stories ORDER BY id');
  return rows.map((row) => row['title']);
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sqlite-client-'));
  reported = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.drain()));
  await rm(folder, { recursive: true, force: true });
});

describe('what Drizzle reads', () => {
  it('a row answers to a name and to an index, and only its names are listed', async () => {
    const { rows, columns } = await (await client()).execute("SELECT 1 AS one, 'b' AS two, NULL AS three");
    const [row] = rows;
    expect(columns).toEqual(['one', 'two', 'three']);
    expect([row?.['one'], row?.['two'], row?.[0], row?.[1], row?.[2], row?.length]).toEqual([1, 'b', 1, 'b', null, 3]);
    expect(Object.keys(row ?? {}).sort()).toEqual(['one', 'three', 'two']);
    expect(Array.prototype.slice.call(row)).toEqual([1, 'b', null]);
  });

  it('of two columns of one name the index tells both, the name the first', async () => {
    const { rows } = await (await client()).execute('SELECT 1 AS id, 2 AS id');
    expect([rows[0]?.[0], rows[0]?.[1], rows[0]?.['id']]).toEqual([1, 2, 1]);
  });

  it('values come back as they were stored', async () => {
    const one = await client();
    await one.execute('CREATE TABLE kinds (t TEXT, n NUMERIC, b BLOB, flag INTEGER)');
    await one.execute({ sql: 'INSERT INTO kinds VALUES (?, ?, ?, ?)', args: ['ق', 1.5, new Uint8Array([1, 2]), true] });
    await one.execute({ sql: 'INSERT INTO kinds VALUES (?, ?, ?, ?)', args: [7, 7, null, new Date(9)] });
    const { rows } = await one.execute('SELECT * FROM kinds');
    expect(rows.map((row) => Array.prototype.slice.call(row) as unknown[])).toEqual([
      ['ق', 1.5, new Uint8Array([1, 2]).buffer, 1],
      ['7', 7, null, 9],
    ]);
    await expect(one.execute({ sql: 'SELECT ?', args: [undefined as never] })).rejects.toThrow('cannot be stored');
  });

  it('a write says how many rows it changed and which it made', async () => {
    const one = await client();
    expect(await one.execute(add('first'))).toMatchObject({ rowsAffected: 1, lastInsertRowid: 1n, rows: [] });
    expect((await one.execute({ sql: 'INSERT INTO stories (title) VALUES (:title) RETURNING id', args: { title: 'second' } })).rows[0]?.['id']).toBe(2);
  });

  it('a table that was changed is read as it is now', async () => {
    const one = await client();
    await one.execute(add('first'));
    await one.execute('SELECT * FROM stories');
    await one.execute("ALTER TABLE stories ADD COLUMN language TEXT DEFAULT 'en'");
    expect((await one.execute('SELECT * FROM stories')).rows[0]?.['language']).toBe('en');
  });

  it('an error carries the name of its code, and an id that is taken counts as a value that is taken', async () => {
    const one = await client();
    await one.execute('INSERT INTO stories (id) VALUES (1)');
    await expect(one.execute('INSERT INTO stories (id) VALUES (1)')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
    await expect(one.execute('nonsense')).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  });

  it('foreign keys are watched, as with the stock adapter', async () => {
    expect((await (await client()).execute('PRAGMA foreign_keys')).rows[0]?.[0]).toBe(1);
  });
});

describe('transactions', () => {
  it('what is asked for at the same time is done in that order, and one that fails keeps none of the others from being written', async () => {
    const one = await client();
    const transaction = await one.transaction();
    const asked = ['a', 'b', 'c', 'd'].map((title) => transaction.execute(title === 'c' ? 'INSERT INTO nowhere VALUES (1)' : add(title)));
    const ended = await Promise.allSettled(asked);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(ended[2]).toMatchObject({ reason: { message: expect.stringContaining('nowhere') as string } });
    await transaction.commit();
    expect(await titles(one)).toEqual(['a', 'b', 'd']);
  });

  it('what was asked for at the same time is gone when the transaction is undone', async () => {
    const one = await client();
    const transaction = await one.transaction();
    const asked = ['a', 'b', 'c'].map((title) => transaction.execute(add(title)));
    const ended = Promise.allSettled(asked);
    await asked[0];
    await transaction.rollback();
    await ended;
    expect(await titles(one)).toEqual([]);
  });

  it('its reads see its writes, and nobody else sees them before the commit', async () => {
    const one = await client();
    const transaction = await one.transaction();
    await transaction.execute(add('inside'));
    expect((await transaction.execute('SELECT title FROM stories')).rows).toHaveLength(1);
    expect(await titles(one)).toEqual([]);
    await transaction.commit();
    expect(await titles(one)).toEqual(['inside']);
  });

  it('what is rolled back was never there, and what comes after the end is refused', async () => {
    const one = await client();
    const transaction = await one.transaction();
    await transaction.execute(add('gone'));
    await transaction.rollback();
    await expect(transaction.execute(add('late'))).rejects.toThrow('already rolled back');
    await expect(transaction.commit()).rejects.toThrow('already rolled back');
    expect(await titles(one)).toEqual([]);
  });

  it('a batch is written whole or not at all', async () => {
    const one = await client();
    await expect(one.batch([add('first'), 'nonsense'])).rejects.toThrow();
    await one.batch([add('a'), add('b')]);
    expect(await titles(one)).toEqual(['a', 'b']);
  });

  it('writers on two connections lose nothing that was acknowledged', async () => {
    const [one, two] = [await client(), await client()];
    await one.execute(add('0'));
    const increment = async (from: SqliteClient): Promise<void> => {
      const transaction = await from.transaction();
      const { rows } = await transaction.execute('SELECT title FROM stories');
      await transaction.execute({ sql: 'UPDATE stories SET title = ?', args: [String(Number(rows[0]?.['title']) + 1)] });
      await transaction.commit();
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => increment(index % 2 === 0 ? one : two)));
    expect(await titles(one)).toEqual(['60']);
  });

  it('a COMMIT that SQLite refuses is an error, and nothing of it is written', async () => {
    const one = await client();
    await one.execute('CREATE TABLE quotes (story INTEGER REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED)');
    const transaction = await one.transaction();
    await transaction.execute(add('half'));
    await transaction.execute('INSERT INTO quotes VALUES (999)');
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
    expect(await titles(one)).toEqual([]);
    await one.execute(add('next'));
    expect(await titles(one)).toEqual(['next']);
  });

  it('when SQLite itself rolls back in the middle, nothing after it is written on its own', async () => {
    const one = await client();
    await one.execute("CREATE TRIGGER full BEFORE INSERT ON stories WHEN NEW.title = 'full' BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END");
    const transaction = await one.transaction();
    await transaction.execute(add('before'));
    await expect(transaction.execute(add('full'))).rejects.toThrow('disk full');
    await expect(transaction.execute(add('after'))).rejects.toThrow('rolled back');
    await expect(transaction.commit()).rejects.toThrow('rolled back');
    expect(await titles(one)).toEqual([]);
  });

  it('one that has done nothing yet keeps nobody from writing', async () => {
    const one = await client();
    const transaction = await one.transaction();
    await one.execute(add('meanwhile'));
    await transaction.execute(add('then'));
    await transaction.commit();
    await (await one.transaction()).commit();
    expect(await titles(one)).toEqual(['meanwhile', 'then']);
  });

  it('a transaction that its owner forgot is rolled back, so that others can write', async () => {
    const one = await client({ idleLimit: 20 });
    const forgotten = await one.transaction();
    await forgotten.execute(add('forgotten'));
    await one.execute(add('next'));
    await expect(forgotten.execute(add('late'))).rejects.toThrow('without a statement');
    expect(await titles(one)).toEqual(['next']);
    expect(reported.join()).toContain('did nothing');
  });
});

describe('waiting', () => {
  it('whoever waits too long for the writer is told what holds it, and that a hook may have left out req', async () => {
    const one = await client({ queueLimit: 20 });
    const holder = await one.transaction();
    await holder.execute(add('held'));
    await expect(one.execute(add('waiting'))).rejects.toThrow(/INSERT INTO stories.*`req`/s);
    await holder.commit();
    await one.execute(add('next'));
    expect(await titles(one)).toEqual(['held', 'next']);
  });

  it('writers wait for another process that holds the lock, and reads go on meanwhile', async () => {
    const one = await client();
    await one.execute(add('before'));
    const other = await holdLock(file());
    let answered = false;
    const writing = Promise.all([one.execute(add('a')), one.batch([add('b')])]).finally(() => (answered = true));
    expect(await titles(one)).toEqual(['before']);
    expect(answered).toBe(false);
    await other.letGo();
    await writing;
    expect(await titles(one)).toEqual(['before', 'a', 'b']);
  });

  it('a lock that does not go away ends in an error that says so', async () => {
    const one = await client({ busyLimit: 30 });
    const other = await holdLock(file());
    await expect(one.execute(add('a'))).rejects.toThrow('Another process kept the database locked');
    await other.letGo();
    await one.execute(add('b'));
    expect(await titles(one)).toEqual(['b']);
  });
});

describe('the end of a writer', () => {
  it('when the thread dies its open transaction fails, the operator is told, and the next write works', async () => {
    const one = await client();
    const transaction = await one.transaction();
    await transaction.execute(add('lost'));
    await one.crashWriter();
    await expect(transaction.execute(add('lost too'))).rejects.toMatchObject({ code: 'WRITER_GONE' });
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'WRITER_GONE' });
    await one.execute(add('next'));
    expect(await titles(one)).toEqual(['next']);
    expect(reported).toHaveLength(1);
  });

  it('closing lets what was asked finish, and refuses what comes later', async () => {
    const one = await client();
    const asked = Promise.all(Array.from({ length: 20 }, (_, index) => one.execute(add(String(index)))));
    const closed = one.drain();
    await asked;
    await closed;
    await expect(one.execute(add('late'))).rejects.toThrow('closed');
    expect(await titles(await client())).toHaveLength(20);
  });
});
