/** Without this file the two sides of the writer thread would each have their own idea of what is said between them. */

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
}

/** What the writer can be asked to do; `inside` says that a transaction must be open, and that its loss is an error. */
export type Order =
  | { do: 'open' }
  | { do: 'begin' }
  | { do: 'commit' }
  | { do: 'rollback' }
  | { do: 'run'; statements: Statement[]; inside: boolean }
  | { do: 'script'; sql: string; inside: boolean }
  | { do: 'close' };

/** An order under way; `call` pairs it with its answer. */
export interface Request {
  call: number;
  order: Order;
}

/** The answer to one request. */
export type Answer = { call: number; outcomes: Outcome[] } | { call: number; failed: { message: string; code: string } };

/** What the thread is started with. */
export interface WriterSettings {
  path: string;
}
