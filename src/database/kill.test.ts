import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCopy, type BuiltCopy } from '../../tests/helpers/builtCopy.ts';
import { SqliteClient } from './sqliteClient.ts';

let copy: BuiltCopy;
let folder: string;
beforeAll(async () => {
  copy = await builtCopy(['src/database', 'src/domain/ids.ts', 'src/errors.ts']);
  folder = await mkdtemp(path.join(tmpdir(), 'kill-'));
});
afterAll(async () => {
  await copy.remove();
  await rm(folder, { recursive: true, force: true });
});

async function run(program: string): Promise<ChildProcess> {
  const file = path.join(copy.folder, 'program.mjs');
  await writeFile(file, program);
  return spawn(process.execPath, [file, path.join(folder, 'stories.db')], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const endlessWriter = `
  import { SqliteClient } from './src/database/sqliteClient.js';
  const client = await SqliteClient.open({ path: process.argv[2], log: console });
  await client.executeMultiple('CREATE TABLE IF NOT EXISTS a (n INTEGER PRIMARY KEY); CREATE TABLE IF NOT EXISTS b (n INTEGER PRIMARY KEY, filler BLOB)');
  const { rows } = await client.execute('SELECT coalesce(max(n), 0) AS n FROM a');
  let next = rows[0].n;
  const writer = async () => {
    for (;;) {
      const n = (next += 1);
      const transaction = await client.transaction();
      await transaction.execute({ sql: 'INSERT INTO a VALUES (?)', args: [n] });
      await transaction.execute({ sql: 'INSERT INTO b VALUES (?, randomblob(20000))', args: [n] });
      await transaction.commit();
      process.stdout.write(n + '\\n');
    }
  };
  await Promise.all([writer(), writer(), writer()]);
`;

it('kill -9 in the middle of writing loses nothing that was acknowledged and leaves nothing half written, five times over', async () => {
  for (let round = 1; round <= 5; round += 1) {
    const child = await run(endlessWriter);
    const acknowledged: number[] = [];
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      acknowledged.push(Number(line));
      if (acknowledged.length === 15 * round) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const client = await SqliteClient.open({ path: path.join(folder, 'stories.db'), log: console });
    const stored = async (table: string): Promise<unknown[]> => (await client.execute(`SELECT n FROM ${table} ORDER BY n`)).rows.map(({ n }) => n);
    const [first, second] = [await stored('a'), await stored('b')];
    expect(first).toEqual(second);
    expect(acknowledged.filter((n) => !first.includes(n))).toEqual([]);
    expect((await client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok');
    await client.drain();
  }
}, 60_000);

it('a process with nothing left to write can end without closing the database', async () => {
  const child = await run(`
    import { SqliteClient } from './src/database/sqliteClient.js';
    const client = await SqliteClient.open({ path: process.argv[2], log: console });
    await client.execute('CREATE TABLE IF NOT EXISTS last (n INTEGER)');
    await client.execute('INSERT INTO last VALUES (1)');
  `);
  expect(await once(child, 'exit')).toEqual([0, null]);
  const client = await SqliteClient.open({ path: path.join(folder, 'stories.db'), log: console });
  expect((await client.execute('SELECT * FROM last')).rows).toHaveLength(1);
  await client.drain();
});
