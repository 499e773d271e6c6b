/** Without this file a damaged replica would be served until somebody noticed wrong text: whether a file is whole, looked at before anybody reads it. */
import Sqlite from '../database/sqliteDriver.mjs';
import { digestOf } from '../domain/digest.ts';
import type { EditionHeader } from '../domain/entries.ts';
import { sumOf } from './rows.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { DamagedFile } from './fileErrors.ts';

/**
 * Reads the whole file: its pages, its rows, and every text against the digest that was signed. To be run in a thread.
 * @throws {DamagedFile}, or SQLite's error, when it cannot be trusted.
 */
export function checkFile(path: string): void {
  const db = new Sqlite(path, { fileMustExist: true, timeout: 5000 });
  try {
    const progress = db.prepare('SELECT version, complete FROM progress').get() as { version: number; complete: number } | undefined;
    if (progress?.version !== SCHEMA_VERSION || progress.complete !== 1) throw new DamagedFile('The file is of another version, or was never finished.');
    const [verdict] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (verdict?.quick_check !== 'ok') throw new DamagedFile(`SQLite finds the file damaged: ${verdict?.quick_check ?? 'nothing'}.`);
    for (const values of db.prepare('SELECT * FROM stories').raw().iterate() as Iterable<unknown[]>) expectSum(values, 'story');
    for (const values of db.prepare('SELECT * FROM taken_back').raw().iterate() as Iterable<unknown[]>) expectSum(values, 'notice');
    const editions = db.prepare('SELECT header, content FROM editions WHERE content IS NOT NULL').raw();
    for (const [header, content] of editions.iterate() as Iterable<[string, string]>) {
      const { seq, contentDigest } = JSON.parse(header) as EditionHeader;
      if (digestOf(content) !== contentDigest) throw new DamagedFile(`The text of entry ${seq} is not the one that was signed.`);
    }
    const missing = db.prepare(
      'SELECT seq FROM stories WHERE seq NOT IN (SELECT seq FROM editions WHERE content IS NOT NULL) OR seq NOT IN (SELECT seq FROM texts) LIMIT 1',
    );
    if (missing.get()) throw new DamagedFile('A story has no text.');
  } finally {
    db.close();
  }
}

function expectSum(values: unknown[], what: string): void {
  if (sumOf(values.slice(0, -1)) !== values.at(-1)) throw new DamagedFile(`A ${what} is not as it was written.`);
}
