/** Without this file every read would queue behind the writer. */
import type { Database as Connection, Statement as Prepared } from 'better-sqlite3';
import Database from './sqliteDriver.mjs';
import QuickLRU from 'quick-lru';
import type { Outcome, Statement } from './writerProtocol.ts';

/** A read-only connection on this thread: a read sees everything committed before it. */
export class Reader {
  readonly #database: Connection;
  readonly #prepared = new QuickLRU<string, Prepared>({ maxSize: 500 });

  constructor(path: string) {
    this.#database = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
  }

  /** The outcome of a statement that only reads, or undefined when it is one for the writer. @throws SQLite's error. */
  read({ sql, args }: Statement): Outcome | undefined {
    if (!/^[\s(]*(select|with|values)\b/i.test(sql)) return undefined;
    const statement = this.#prepare(sql);
    if (!statement.readonly || !statement.reader) return undefined;
    // Rows first: running a statement is what makes SQLite see that a table was changed, and gives it other columns.
    const rows = statement.raw(true).all(args) as unknown[][];
    const columns = statement.columns();
    return {
      columns: columns.map(({ name }) => name),
      columnTypes: columns.map(({ type }) => type ?? ''),
      rows,
      rowsAffected: 0,
      lastInsertRowid: undefined,
    };
  }

  /** A number that is another one as soon as any connection, of any process, has committed a write (SQLite: `PRAGMA data_version`). */
  version(): number {
    return this.#prepare('PRAGMA data_version').pluck().get() as number;
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
