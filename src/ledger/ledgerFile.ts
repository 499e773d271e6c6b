/** Without this file a thread that needs every entry would have each read, parsed and sent by the thread that answers people. */
import type { Database, Statement } from 'better-sqlite3';
import Sqlite from '../database/sqliteDriver.mjs';

/** An entry as it lies in the database, believed in nothing: `header` and `content` are JSON, or ought to be. */
export interface WrittenEntry {
  header: string;
  content: string | null;
  signature: string;
  /** Whether the ledger has a later edition of the same story; undefined where nobody has looked. */
  superseded?: boolean;
}

/** Longest wait, in milliseconds, for somebody who has the whole database locked. */
const PATIENCE = 1000;

const AFTER = 'FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?';
const SUPERSEDED = `EXISTS (SELECT 1 FROM ledger later WHERE later.article_id = ledger.article_id AND later.type = 'edition' AND later.seq > ledger.seq)`;

/** The ledger in a newsroom's SQLite file, for a thread of its own: it waits. */
export class LedgerFile {
  readonly #db: Database;
  readonly #after: Statement;

  /** `ahead`: looks of each entry whether it is superseded. @throws SQLite's error when there is no ledger to be read. */
  constructor(path: string, ahead = false) {
    this.#db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: PATIENCE });
    try {
      this.#after = this.#db.prepare(`SELECT header, content, signature, ${ahead ? SUPERSEDED : 0} ${AFTER}`).raw();
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** At most `limit` entries after `seq`, in order. Whether one is missing is for the reader to see. */
  after(seq: number, limit: number): WrittenEntry[] {
    const rows = this.#after.all(seq, limit) as [header: string, content: string | null, signature: string, superseded: 0 | 1][];
    return rows.map(([header, content, signature, superseded]) => ({ header, content, signature, superseded: superseded === 1 }));
  }

  close(): void {
    this.#db.close();
  }
}
