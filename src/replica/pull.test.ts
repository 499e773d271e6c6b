/** Without this test a thread that reads the ledger by itself could skip an entry, show one whose key nobody tells yet, or take damage for silence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import Sqlite from '../database/sqliteDriver.mjs';
import { canonicalJson } from '../domain/digest.ts';
import type { NewEntry } from '../ledger/ledger.ts';
import { EntriesAhead } from './entriesAhead.ts';
import { LedgerSilent } from './fileErrors.ts';
import { EntriesOfFile, pull, type EntrySource } from './pull.ts';
import { ReplicaFile } from './replicaFile.ts';
import { findableOf } from './rows.ts';
import { packed } from './threadProtocol.ts';

const ENTRIES = 70;
const hook = createRequire(import.meta.url).resolve('../../tests/helpers/typescriptThreads.mjs');
const SOURCES: Record<string, (path: string) => EntrySource & { close: () => unknown }> = {
  'by the thread that writes': (path) => new EntriesOfFile(path),
  'by a thread that reads ahead of it': (path) => new EntriesAhead(path, { atOnce: 20, execArgv: ['--import', hook] }),
};

describe.each(Object.entries(SOURCES))('the ledger’s file, read %s', (_how, open) => {
  let folder: string;
  let path: string;
  let file: ReplicaFile;
  let source: EntrySource & { close: () => unknown };
  let ledger: MemoryLedger;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterpoint-pull-'));
    path = join(folder, 'ledger.db');
    const db = new Sqlite(path);
    db.exec('CREATE TABLE ledger (seq INTEGER PRIMARY KEY, type TEXT, article_id TEXT, header TEXT, content TEXT, signature TEXT)');
    db.close();
    ledger = new MemoryLedger();
    await enter(ENTRIES);
    file = ReplicaFile.create(join(folder, 'replica.db'));
    source = open(path);
  });
  afterEach(async () => {
    await source.close();
    file.close();
    rmSync(folder, { recursive: true });
  });

  async function enter(count: number, more: NewEntry[] = []): Promise<void> {
    const before = ledger.entries.length;
    for (let number = before + 1; number <= before + count; number += 1)
      await ledger.append([anEdition({ article: `s${number}`, revision: 1, at: '2026-03-01T09:00:00.000Z', content: aContent(`s${number}`, {}) })]);
    await ledger.append(more);
    const db = new Sqlite(path);
    db.exec('BEGIN');
    for (const entry of ledger.entries.slice(before)) {
      const { header, content } = packed(entry);
      // Another key signs from entry 50 on.
      const signature = `${entry.header.seq < 50 ? 'first' : 'second'}..mac`;
      const article = 'articleId' in entry.header ? entry.header.articleId : null;
      db.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?)').run(entry.header.seq, entry.header.type, article, header, content, signature);
    }
    db.exec('COMMIT');
    db.close();
  }
  function spoil(sql: string): void {
    const db = new Sqlite(path);
    db.exec(sql);
    db.close();
  }
  const take = (signers: string[], milliseconds = 60_000) => pull(file, source, milliseconds, signers);

  it('gives every entry there is, and what is entered later as well', async () => {
    expect(await take(['first', 'second'])).toEqual({ forged: [], more: false });
    expect(file.head.seq).toBe(ENTRIES);
    // As many as make a batch full, and then none: nothing that was read too early is believed.
    for (const more of [10, 0, 1, 40]) {
      await enter(more);
      await take(['first', 'second']);
      expect(file.head.seq).toBe(ledger.entries.length);
    }
    expect(file.head).toEqual({ ...(await ledger.head()), signature: 'second..mac' });
  });

  it('gives what there is until the time is over, and goes on from there', async () => {
    expect(await take(['first', 'second'], -1)).toEqual({ forged: [], more: true });
    expect(file.head.seq).toBeGreaterThan(0);
    expect(file.head.seq).toBeLessThan(ENTRIES);
    await take(['first', 'second']);
    expect(file.head.seq).toBe(ENTRIES);
  });

  it('gives nothing that a key has signed of which nobody has said that it is known', async () => {
    expect(await take([])).toEqual({ forged: [], more: true, stranger: 'first..mac' });
    expect(file.head.seq).toBe(0);
    expect(await take(['first'])).toEqual({ forged: [], more: true, stranger: 'second..mac' });
    expect(file.head.seq).toBeLessThan(50);
    expect((await take(['first', 'second'])).more).toBe(false);
    expect(file.head.seq).toBe(ENTRIES);
  });

  it('gives every text to the letter, in whatever script, and nothing else than text', async () => {
    const content = aContent('words', { title: 'مرفأ – “Café” 港湾 🚢', summary: '' });
    await enter(0, [anEdition({ article: 'words', revision: 1, at: '2026-03-01T10:00:00.000Z', content })]);
    await take(['first', 'second']);
    file.settle();
    const db = new Sqlite(join(folder, 'replica.db'), { readonly: true });
    const kinds = 'SELECT DISTINCT typeof(content), typeof(title), typeof(summary), typeof(body), typeof(names) FROM editions JOIN texts USING (seq)';
    expect(db.prepare(kinds).raw().all()).toEqual([Array(5).fill('text')]);
    const last = 'SELECT content, title, summary, body FROM editions JOIN texts USING (seq) WHERE seq = ?';
    const [title, summary, body] = findableOf(content).texts;
    expect(
      db
        .prepare(last)
        .raw()
        .get(ENTRIES + 1),
    ).toEqual([canonicalJson(content), title, summary, body]);
    expect(db.prepare(`SELECT rowid FROM search('港湾')`).pluck().all()).toEqual([ENTRIES + 1]);
    db.close();
  });

  it('names an edition whose text is not the one that was signed', async () => {
    spoil(`UPDATE ledger SET content = replace(content, '"title":"', '"title":"Not ') WHERE seq = 7`);
    expect(await take(['first', 'second'])).toEqual({ forged: [7], more: false });
  });

  it.each([
    ['an entry is missing', 'DELETE FROM ledger WHERE seq = 60', 'Entry 60 of the ledger is missing or displaced'],
    ['a header is no JSON', `UPDATE ledger SET header = '{' WHERE seq = 60`, 'Entry 60 of the ledger cannot be read'],
    ['a text is no JSON', `UPDATE ledger SET content = '{' WHERE seq = 60`, 'Entry 60 of the ledger cannot be read'],
    ['there is no ledger', 'DROP TABLE ledger', 'no such table: ledger'],
  ])('goes no further where %s, and takes none of it for damage of the replica', async (_what, sql, sentence) => {
    spoil(sql);
    await expect(take(['first', 'second'])).rejects.toThrow(LedgerSilent);
    await expect(take(['first', 'second'])).rejects.toThrow(sentence);
    expect(file.head.seq).toBeLessThan(60);
  });

  it('gives what is asked for, also out of turn', async () => {
    for (const seq of [40, 0, 50, 10]) expect((await source.after(seq))[0]?.header.seq).toBe(seq + 1);
  });

  it('says of an edition that a later one is there, where everything is read before it is shown', async () => {
    const again = anEdition({ article: 's3', revision: 2, at: '2026-03-01T10:00:00.000Z', kind: 'updated', content: aContent('s3', { title: 'Again' }) });
    await enter(0, [again]);
    const superseded = (await source.after(0)).filter((entry) => entry.superseded).map(({ header }) => header.seq);
    expect(superseded).toEqual(source instanceof EntriesAhead ? [3] : []);
    await take(['first', 'second']);
    expect(file.head.seq).toBe(ENTRIES + 1);
  });

  it('goes on where it was spoilt, and mended since', async () => {
    spoil(`UPDATE ledger SET seq = 1060 WHERE seq = 60`);
    await expect(take(['first', 'second'])).rejects.toThrow(LedgerSilent);
    spoil(`UPDATE ledger SET seq = 60 WHERE seq = 1060`);
    await take(['first', 'second']);
    expect(file.head.seq).toBe(ENTRIES);
  });
});
