/** Without this file the two sides of the writer thread would each have their own idea of what is said between them. */
import type { Call } from './calledThread.ts';

/** What SQLite binds: no booleans, dates or undefined; those are turned before they cross. */
export type Bound = string | number | bigint | null | Uint8Array;

/** One statement, its arguments by position or by name. */
export interface Statement {
  sql: string;
  args: Bound[] | Record<string, Bound>;
}

/** What one statement gave back, rows as plain arrays in the order of `columns`. */
export interface Outcome {
  columns: string[];
  columnTypes: string[];
  rows: unknown[][];
  rowsAffected: number;
  lastInsertRowid: bigint | undefined;
  /** Of a statement that failed among others that were asked for at the same time. */
  failed?: Failure;
}

/**
 * What the writer can be asked to do; `inside` says that a transaction must be open, and that its loss is an error.
 * `each` runs statements inside one that know nothing of each other: one that fails keeps none of the others from running.
 */
export type Order =
  | { do: 'open' }
  | { do: 'begin' }
  | { do: 'commit' }
  | { do: 'rollback' }
  | { do: 'run'; statements: Statement[]; inside: boolean }
  | { do: 'each'; statements: Statement[] }
  | { do: 'script'; sql: string; inside: boolean }
  | { do: 'close' };

/** SQLite's error as it crosses. */
export interface Failure {
  message: string;
  code: string;
}

export type Request = Call<Order>;

/** What the thread is started with. */
export interface WriterSettings {
  path: string;
}
