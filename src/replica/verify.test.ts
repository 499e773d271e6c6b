/** Without this test "verified" could mean that nobody looked. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import Sqlite from '../database/sqliteDriver.mjs';
import { rebuildReplica } from './rebuildHere.ts';
import { startReplica } from './replica.ts';
import { verifyReplica } from './verify.ts';

const execArgv = ['--import', createRequire(import.meta.url).resolve('../../tests/helpers/typescriptThreads.mjs')];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let dataDir: string;
let ledger: MemoryLedger;
const options = () => ({ ledger, dataDir, clock: () => new Date(), log: quiet, interval: 20, execArgv });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-verify-'));
  ledger = new MemoryLedger();
  const at = '2026-03-01T09:00:00.000Z';
  await ledger.append(['a', 'b', 'c'].map((article) => anEdition({ article, revision: 1, at, content: aContent(article) })));
  await ledger.append([anEdition({ article: 'c', revision: 2, at, kind: 'withdrawn', content: null })]);
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

function change(sql: string): void {
  const db = new Sqlite(join(dataDir, 'replica.db'));
  db.exec(sql);
  db.close();
}

it('a replica that is what the ledger says is found right, and every part that is not is named', async () => {
  expect((await verifyReplica({ ledger, dataDir })).differences).toHaveLength(1);
  expect(await rebuildReplica(options())).toEqual({ seq: 4, by: 'command' });
  expect(await verifyReplica({ ledger, dataDir })).toEqual({ seq: 4, differences: [] });
  for (const [what, sql] of [
    ['stories', 'DELETE FROM stories WHERE seq = 1'],
    ['taken back stories', 'DELETE FROM taken_back'],
    ['facets', 'DELETE FROM facets WHERE story = 2'],
    ['counts', 'UPDATE labels SET steady = steady + 1'],
    ['parts', 'DELETE FROM parts WHERE story = 2'],
    ['editions', "UPDATE editions SET signature = 'forged' WHERE seq = 4"],
    [
      'full-text index',
      "INSERT INTO search (search, rowid, title, summary, body, names) SELECT 'delete', seq, title, summary, body, names FROM texts WHERE seq = 2",
    ],
  ] as const) {
    change(sql);
    expect((await verifyReplica({ ledger, dataDir })).differences.map((difference) => difference.what)).toContain(what);
    await rebuildReplica(options());
    expect((await verifyReplica({ ledger, dataDir })).differences).toEqual([]);
  }
  change("UPDATE editions SET content = replace(content, 'ferry', 'feary')");
  expect((await verifyReplica({ ledger, dataDir })).differences[0]?.what).toMatch(/damaged/);
});

it('a rebuild that is asked for beside a running node is made by the node', async () => {
  const node = startReplica(options());
  await node.holds(4);
  const before = statSync(join(dataDir, 'replica.db')).ino;
  expect(await rebuildReplica(options())).toEqual({ seq: 4, by: 'server' });
  expect(statSync(join(dataDir, 'replica.db')).ino).not.toBe(before);
  expect(await verifyReplica({ ledger, dataDir })).toEqual({ seq: 4, differences: [] });
  await node.close();
});
