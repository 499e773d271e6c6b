/** How readers' questions reach the file: without it every query would have its own idea of "now", and a damaged row would be served. */
import type { Database, Statement } from 'better-sqlite3';
import Sqlite from '../database/sqliteDriver.mjs';
import type { LedgerHead } from '../ledger/ledger.ts';
import { DamagedFile } from './fileErrors.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** A read-only connection: what it reads, it sees as of one moment in the ledger. */
export class ReadConnection {
  readonly #db: Database;
  readonly #prepared = new Map<string, Statement>();

  /** @throws {DamagedFile} when it is no finished file of this version; SQLite's error when it is no database. */
  constructor(path: string) {
    this.#db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      const { version, complete } = (this.#db.prepare('SELECT version, complete FROM progress').get() ?? {}) as { version?: number; complete?: number };
      if (version !== SCHEMA_VERSION || complete !== 1) throw new DamagedFile('The file is of another version, or was never finished.');
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  head(): LedgerHead {
    return this.statement('SELECT seq, hash, at, signature FROM progress').get() as LedgerHead;
  }

  statement(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      if (this.#prepared.size > 500) this.#prepared.clear();
      this.#prepared.set(sql, (statement = this.#db.prepare(sql)));
    }
    return statement;
  }

  /** All that `work` asks is answered from one state of the file. */
  atOnce<Result>(work: () => Result): Result {
    if (this.#db.inTransaction) return work();
    this.statement('BEGIN').run();
    try {
      return work();
    } finally {
      // SQLite ends it by itself when it finds the file damaged.
      if (this.#db.inTransaction) this.statement('COMMIT').run();
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#db.close();
  }
}

/** What a query needs: the file, and the moment for which it is asked (milliseconds). */
export interface View {
  db: ReadConnection;
  now: number;
}

/** Asks the file that is served at that moment. */
export type Read = <Result>(work: (view: View) => Result) => Result;
