/** Without this file a transaction could be written to after its end, or hold the writer for ever when its owner forgot it. */
import type { DatabaseLog, Writer } from './writer.ts';
import type { Turn } from './writerQueue.ts';
import type { Order, Outcome, Statement } from './writerProtocol.ts';
import { sqliteError } from './databaseError.ts';
import { resultSet, statementOf, type InStatement, type LibsqlTransaction, type ResultSet } from './sqliteValues.ts';

/** The writer, with `BEGIN IMMEDIATE` done, and the turn that is to be given back. */
export interface Begun {
  writer: Writer;
  turn: Turn;
}

/** What a transaction needs of its client. */
export interface TransactionSettings {
  /** Waits for the writer and begins. */
  begin: (doing: string) => Promise<Begun>;
  /** Milliseconds without a statement after which the transaction is taken for forgotten and rolled back. */
  idleLimit: number;
  log: DatabaseLog;
  /** Runs before COMMIT; what it throws is the failure of that COMMIT. For tests of a full disk. */
  beforeCommit?: (() => void) | undefined;
}

/**
 * One transaction: statements run in the order given, and the first end is the only one.
 * It begins with its first statement, reading or writing: Payload opens transactions well before it needs them, around image work
 * and (when a password was forgotten) around a write outside the transaction, which would wait for ever if the writer were held by then.
 */
export class SqliteTransaction implements LibsqlTransaction {
  readonly #settings: TransactionSettings;
  #begun: Promise<Begun> | undefined;
  #ended: string | undefined;
  #running = 0;
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: TransactionSettings) {
    this.#settings = settings;
  }

  get closed(): boolean {
    return this.#ended !== undefined;
  }

  async execute(given: InStatement, args?: unknown): Promise<ResultSet> {
    const statement = statementOf(given, args);
    const outcome = await this.#inTurn(statement);
    if (outcome.failed) throw sqliteError(outcome.failed.message, outcome.failed.code);
    return resultSet(outcome);
  }

  async batch(given: InStatement[]): Promise<ResultSet[]> {
    const statements = given.map((one) => statementOf(one));
    const outcomes = await this.#ask({ do: 'run', statements, inside: true }, statements[0]?.sql ?? '');
    return outcomes.map(resultSet);
  }

  async executeMultiple(sql: string): Promise<void> {
    await this.#ask({ do: 'script', sql, inside: true }, sql);
  }

  /** @throws when any of it could not be written; then none of it is. */
  async commit(): Promise<void> {
    this.#refuseIfEnded();
    this.#end('committed');
    if (!this.#begun) return;
    const begun = await this.#begun;
    try {
      this.#settings.beforeCommit?.();
    } catch (error) {
      await undo(begun);
      throw error;
    }
    await begun.writer.ask({ do: 'commit' }).finally(() => begun.turn.release());
  }

  /** Undoes everything; after the end it does nothing. */
  async rollback(): Promise<void> {
    if (!this.closed) await this.#rollBack('rolled back');
  }

  close(): void {
    this.rollback().catch((error: unknown) => this.#settings.log.error({ err: error }, 'A transaction could not be rolled back.'));
  }

  /** A statement alone goes at once; what is asked for while the writer is busy with this transaction goes together when it has answered. */
  async #inTurn(statement: Statement): Promise<Outcome> {
    if (this.#running === 0) {
      const [outcome] = await this.#ask({ do: 'run', statements: [statement], inside: true }, statement.sql);
      return given(outcome);
    }
    return new Promise((resolve, reject) => this.#waiting.push({ statement, resolve, reject }));
  }

  async #askTogether(together: Waiting[]): Promise<void> {
    try {
      const statements = together.map(({ statement }) => statement);
      const outcomes = await this.#ask({ do: 'each', statements }, statements[0]?.sql ?? '');
      for (const [index, { resolve }] of together.entries()) resolve(given(outcomes[index]));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  async #ask(order: Order, sql: string): Promise<Outcome[]> {
    this.#refuseIfEnded();
    clearTimeout(this.#timer);
    this.#running += 1;
    const doing = sql.slice(0, 120);
    try {
      const begun = await (this.#begun ??= this.#settings.begin(doing));
      this.#refuseIfEnded();
      begun.turn.doing = doing;
      return await begun.writer.ask(order);
    } finally {
      this.#running -= 1;
      if (this.#running === 0 && this.#waiting.length > 0) void this.#askTogether(this.#waiting.splice(0));
      else this.#watch(doing);
    }
  }

  async #rollBack(why: string): Promise<void> {
    this.#end(why);
    // What never began has nothing to undo.
    const begun = await this.#begun?.catch(() => undefined);
    if (begun) await undo(begun);
  }

  #end(why: string): void {
    clearTimeout(this.#timer);
    this.#ended = why;
  }

  #watch(doing: string): void {
    if (this.closed || this.#running > 0) return;
    const { idleLimit, log } = this.#settings;
    const seconds = idleLimit / 1000;
    this.#timer = setTimeout(() => {
      log.error({ lastStatement: doing }, `A transaction did nothing for ${seconds} s and was rolled back, so that others can write.`);
      this.#rollBack(`rolled back after ${seconds} s without a statement`).catch((error: unknown) => log.error({ err: error }, 'It could not be rolled back.'));
    }, idleLimit);
    this.#timer.unref();
  }

  #refuseIfEnded(): void {
    if (this.#ended) throw Object.assign(new Error(`This transaction was already ${this.#ended}.`), { code: 'TRANSACTION_CLOSED' });
  }
}

interface Waiting {
  statement: Statement;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

function given(outcome: Outcome | undefined): Outcome {
  if (!outcome) throw new Error('The writer gave no outcome.');
  return outcome;
}

async function undo({ writer, turn }: Begun): Promise<void> {
  try {
    await writer.ask({ do: 'rollback' });
  } catch (error) {
    // With its connection gone the transaction is rolled back.
    if (writer.alive) throw error;
  } finally {
    turn.release();
  }
}
