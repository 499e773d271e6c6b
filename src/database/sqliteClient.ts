/** Without this file Payload would write through libsql, which loses acknowledged writes after one SQLITE_BUSY. */
import { Reader } from './reader.ts';
import { isBusy } from './databaseError.ts';
import { SqliteTransaction, type Begun } from './sqliteTransaction.ts';
import { resultSet, statementOf, type InStatement, type LibsqlClient, type ResultSet } from './sqliteValues.ts';
import { whileBusy, Writer, type DatabaseLog } from './writer.ts';
import { WriterQueue } from './writerQueue.ts';
import type { Order, Outcome, Statement } from './writerProtocol.ts';

/** Where the database is and how long anybody waits; times in milliseconds. */
export interface SqliteClientOptions {
  path: string;
  log: DatabaseLog;
  /** Longest wait for this process's own writer; default 30 s. */
  queueLimit?: number;
  /** Longest wait for another process's lock; default 30 s. */
  busyLimit?: number;
  /** Longest pause inside a transaction before it is rolled back; default 60 s. */
  idleLimit?: number;
  /** Makes COMMIT fail when it throws. For tests of a full disk. */
  beforeCommit?: () => void;
}

type Settled = SqliteClientOptions & Required<Pick<SqliteClientOptions, 'queueLimit' | 'busyLimit' | 'idleLimit'>>;

/** What Drizzle calls of libsql's client, over one writing connection in a thread and one reading connection here. */
export class SqliteClient implements LibsqlClient {
  readonly protocol = 'file';
  readonly path: string;
  readonly #options: Settled;
  readonly #queue: WriterQueue;
  readonly #reader: Reader;
  #writer: Writer;
  #closed: Promise<void> | undefined;

  /** Opens the database, making it if need be. @throws Problem 503 `database-busy`, SQLITE_CANTOPEN, SQLITE_NOTADB, … */
  static async open(given: SqliteClientOptions): Promise<SqliteClient> {
    const options = { queueLimit: 30_000, busyLimit: 30_000, idleLimit: 60_000, ...given };
    const writer = await Writer.start({ path: options.path }, options.busyLimit, options.log);
    try {
      return new SqliteClient(options, writer, new Reader(options.path));
    } catch (error) {
      await writer.stop();
      throw error;
    }
  }

  private constructor(options: Settled, writer: Writer, reader: Reader) {
    this.path = options.path;
    this.#options = options;
    this.#queue = new WriterQueue(options.queueLimit);
    this.#writer = writer;
    this.#reader = reader;
  }

  get closed(): boolean {
    return this.#closed !== undefined;
  }

  /** Another number after every write that anybody has committed: equal numbers mean equal data. */
  dataVersion(): number {
    this.#refuseIfClosed();
    return this.#reader.version();
  }

  async execute(given: InStatement, args?: unknown): Promise<ResultSet> {
    this.#refuseIfClosed();
    const statement = statementOf(given, args);
    // Nothing is awaited before the queue is joined: writes go in the order they were asked for, and `close` sees them.
    const read = this.#read(statement);
    if (read) return resultSet(await read);
    const [outcome] = await this.#alone({ do: 'run', statements: [statement], inside: false }, statement.sql);
    if (!outcome) throw new Error('The writer gave no outcome.');
    return resultSet(outcome);
  }

  /** All or nothing, whatever mode is asked for. */
  async batch(given: InStatement[]): Promise<ResultSet[]> {
    const transaction = await this.transaction();
    try {
      const results = await transaction.batch(given);
      await transaction.commit();
      return results;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** `batch` with foreign keys unchecked, as libsql does for schema changes. */
  migrate(given: InStatement[]): Promise<ResultSet[]> {
    return this.withoutForeignKeys(() => this.batch(given));
  }

  /** Begins for writing (`BEGIN IMMEDIATE`) with its first statement: a transaction that has begun can finish. */
  async transaction(): Promise<SqliteTransaction> {
    this.#refuseIfClosed();
    const { idleLimit, log, beforeCommit } = this.#options;
    return new SqliteTransaction({ begin: (doing) => this.#begin(doing), idleLimit, log, beforeCommit });
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#refuseIfClosed();
    await this.#alone({ do: 'script', sql, inside: false }, sql);
  }

  /** Runs `work` with foreign keys unchecked: SQLite cannot rebuild a table otherwise, and the setting cannot change inside a transaction. */
  async withoutForeignKeys<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.execute('PRAGMA foreign_keys = OFF');
    try {
      return await work();
    } finally {
      await this.execute('PRAGMA foreign_keys = ON');
    }
  }

  sync(): never {
    throw new Error('A database in a file has nothing to synchronise with.');
  }

  /** As `drain`, for libsql's callers, who do not wait for the end. */
  close(): void {
    this.drain().catch((error: unknown) => this.#options.log.error({ err: error }, 'The database did not close.'));
  }

  /** Lets what has been asked finish, then closes both connections; what comes later is refused. */
  drain(): Promise<void> {
    this.#closed ??= this.#queue.drained().then(async () => {
      this.#reader.close();
      await this.#writer.stop();
    });
    return this.#closed;
  }

  /** Kills the writer thread as a crash would; for tests of what follows. */
  crashWriter(): Promise<void> {
    return this.#writer.terminate();
  }

  #read(statement: Statement): Outcome | Promise<Outcome> | undefined {
    try {
      return this.#reader.read(statement);
    } catch (error) {
      if (!isBusy(error)) throw error;
      return whileBusy(async () => this.#reader.read(statement) as Outcome, this.#options.busyLimit);
    }
  }

  async #begin(doing: string): Promise<Begun> {
    this.#refuseIfClosed();
    const turn = await this.#queue.take(doing);
    try {
      const writer = await this.#livingWriter();
      await writer.patiently({ do: 'begin' }, this.#options.busyLimit);
      return { writer, turn };
    } catch (error) {
      turn.release();
      throw error;
    }
  }

  async #alone(order: Order, doing: string): Promise<Outcome[]> {
    const turn = await this.#queue.take(doing.slice(0, 120));
    try {
      const writer = await this.#livingWriter();
      // A script may have done half of its work when it meets the lock, so it is not repeated.
      return await (order.do === 'script' ? writer.ask(order) : writer.patiently(order, this.#options.busyLimit));
    } finally {
      turn.release();
    }
  }

  async #livingWriter(): Promise<Writer> {
    if (!this.#writer.alive) {
      this.#writer = await Writer.start({ path: this.path }, this.#options.busyLimit, this.#options.log);
    }
    return this.#writer;
  }

  #refuseIfClosed(): void {
    if (this.closed) throw Object.assign(new Error('The database is closed.'), { code: 'CLIENT_CLOSED' });
  }
}
