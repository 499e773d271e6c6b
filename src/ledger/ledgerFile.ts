/** Without this file a thread that needs every entry would have each read, parsed and sent by the thread that answers people. */
import type { Database, Statement } from 'better-sqlite3';
import Sqlite from '../database/sqliteDriver.mjs';

/** An entry as it lies in the database, believed in nothing: `header` and `content` are JSON, or ought to be. */
export interface WrittenEntry {
  header: string;
  content: string | null;
  signature: string;
}

/** Longest wait, in milliseconds, for somebody who has the whole database locked. */
const PATIENCE = 1000;

/** The ledger in a newsroom's SQLite file, for a thread of its own: it waits. */
export class LedgerFile {
  readonly #db: Database;
  readonly #after: Statement;

  /** @throws SQLite's error when there is no ledger to be read. */
  constructor(path: string) {
    this.#db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: PATIENCE });
    try {
      this.#after = this.#db.prepare('SELECT header, content, signature FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?').raw();
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** At most `limit` entries after `seq`, in order. Whether one is missing is for the reader to see. */
  after(seq: number, limit: number): WrittenEntry[] {
    const rows = this.#after.all(seq, limit) as [header: string, content: string | null, signature: string][];
    return rows.map(([header, content, signature]) => ({ header, content, signature }));
  }

  close(): void {
    this.#db.close();
  }
}
