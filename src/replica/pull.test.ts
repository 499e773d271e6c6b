/** Without this test a thread that reads the ledger by itself could skip an entry, show one whose key nobody tells yet, or take damage for silence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import Sqlite from '../database/sqliteDriver.mjs';
import { LedgerSilent } from './fileErrors.ts';
import { LedgerPull } from './pull.ts';
import { ReplicaFile } from './replicaFile.ts';
import { packed } from './threadProtocol.ts';

const ENTRIES = 70;

let folder: string;
let path: string;
let file: ReplicaFile;
let pulling: LedgerPull;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-pull-'));
  path = join(folder, 'ledger.db');
  const ledger = new MemoryLedger();
  for (let number = 1; number <= ENTRIES; number += 1)
    await ledger.append([anEdition({ article: `s${number}`, revision: 1, at: '2026-03-01T09:00:00.000Z', content: aContent(`s${number}`, {}) })]);
  const db = new Sqlite(path);
  db.exec('CREATE TABLE ledger (seq INTEGER PRIMARY KEY, header TEXT, content TEXT, signature TEXT)');
  db.exec('BEGIN');
  for (const entry of ledger.entries) {
    const { header, content } = packed(entry);
    // Another key signs from entry 50 on.
    db.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?)').run(entry.header.seq, header, content, `${entry.header.seq < 50 ? 'first' : 'second'}..mac`);
  }
  db.exec('COMMIT');
  db.close();
  file = ReplicaFile.create(join(folder, 'replica.db'));
  pulling = new LedgerPull();
});
afterEach(() => {
  pulling.close();
  file.close();
  rmSync(folder, { recursive: true });
});

function spoil(sql: string): void {
  const db = new Sqlite(path);
  db.exec(sql);
  db.close();
}
const pull = (signers: string[], milliseconds = 60_000) => pulling.pull(file, path, milliseconds, signers);

it('takes every entry there is', () => {
  expect(pull(['first', 'second'])).toEqual({ forged: [], more: false });
  expect(file.head.seq).toBe(ENTRIES);
});

it('says how far it is when its time is over, and goes on from there', () => {
  expect(pull(['first', 'second'], -1)).toEqual({ forged: [], more: true });
  expect(file.head.seq).toBeGreaterThan(0);
  expect(file.head.seq).toBeLessThan(ENTRIES);
  pull(['first', 'second']);
  expect(file.head.seq).toBe(ENTRIES);
});

it('takes nothing that a key has signed of which nobody has said that it is known', () => {
  expect(pull([])).toEqual({ forged: [], more: true, stranger: 'first..mac' });
  expect(file.head.seq).toBe(0);
  expect(pull(['first'])).toEqual({ forged: [], more: true, stranger: 'second..mac' });
  expect(file.head.seq).toBeLessThan(50);
  expect(pull(['first', 'second']).more).toBe(false);
});

it('names an edition whose text is not the one that was signed', () => {
  spoil(`UPDATE ledger SET content = replace(content, '"title":"', '"title":"Not ') WHERE seq = 7`);
  expect(pull(['first', 'second'])).toEqual({ forged: [7], more: false });
});

it.each([
  ['an entry is missing', 'DELETE FROM ledger WHERE seq = 60', 'Entry 60 of the ledger is missing or displaced'],
  ['a header is no JSON', `UPDATE ledger SET header = '{' WHERE seq = 60`, 'Entry 60 of the ledger cannot be read'],
  ['a text is no JSON', `UPDATE ledger SET content = '{' WHERE seq = 60`, 'Entry 60 of the ledger cannot be read'],
  ['there is no ledger', 'DROP TABLE ledger', 'no such table: ledger'],
])('goes no further where %s, and takes none of it for damage of the replica', (_what, sql, sentence) => {
  spoil(sql);
  expect(() => pull(['first', 'second'])).toThrow(LedgerSilent);
  expect(() => pull(['first', 'second'])).toThrow(sentence);
  expect(file.head.seq).toBeLessThan(60);
});
