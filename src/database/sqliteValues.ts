/** Without this file rows would not look as Drizzle reads them from libsql, and booleans and dates could not be bound. */
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import QuickLRU from 'quick-lru';
import type { Bound, Outcome, Statement } from './writerProtocol.ts';

/** The client that the stock adapter talks to, and what it speaks in. */
export type LibsqlClient = SQLiteAdapter['client'];
export type LibsqlTransaction = Awaited<ReturnType<LibsqlClient['transaction']>>;
export type ResultSet = Awaited<ReturnType<LibsqlClient['execute']>>;
export type InStatement = Parameters<LibsqlClient['execute']>[0];
type LibsqlRow = ResultSet['rows'][number];

const shapes = new QuickLRU<string, (cells: unknown[]) => LibsqlRow>({ maxSize: 1000 });

/** The statement with every argument in a form that SQLite binds. @throws TypeError for a value that has none. */
export function statementOf(given: InStatement, args?: unknown): Statement {
  const sql = typeof given === 'string' ? given : given.sql;
  const values: unknown = typeof given === 'string' ? args : given.args;
  if (Array.isArray(values)) return { sql, args: values.map(bound) };
  const named = Object.entries(values ?? {}).map(([name, value]) => [name.replace(/^[@$:]/, ''), bound(value)]);
  return { sql, args: named.length === 0 ? [] : (Object.fromEntries(named) as Record<string, Bound>) };
}

/** The outcome as libsql gives it: rows answer to an index and to a name. */
export function resultSet(outcome: Outcome): ResultSet {
  const key = outcome.columns.join('\0');
  const rowOf = shapes.get(key) ?? rowShape(outcome.columns);
  shapes.set(key, rowOf);
  return {
    columns: outcome.columns,
    columnTypes: outcome.columnTypes,
    rows: outcome.rows.map(rowOf),
    rowsAffected: outcome.rowsAffected,
    lastInsertRowid: outcome.lastInsertRowid,
    toJSON: () => ({ ...outcome, lastInsertRowid: outcome.lastInsertRowid?.toString() ?? null }),
  };
}

function bound(value: unknown): Bound {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be stored.');
    // better-sqlite3 binds every number as REAL, which a TEXT column stores as "1.0".
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  }
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date) return BigInt(value.valueOf());
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`A value of type ${typeof value} cannot be stored.`);
}

class Row {
  readonly #cells: readonly unknown[];
  constructor(cells: readonly unknown[]) {
    this.#cells = cells;
  }
  static cell(row: Row, index: number): unknown {
    return row.#cells[index];
  }
}

/** Indexes live on a shared prototype and names on the row: only names are enumerable, which is how Drizzle copies a row. */
function rowShape(columns: readonly string[]): (cells: unknown[]) => LibsqlRow {
  class ShapedRow extends Row {
    get length(): number {
      return columns.length;
    }
  }
  columns.forEach((_, index) => {
    Object.defineProperty(ShapedRow.prototype, index, {
      get(this: Row) {
        return Row.cell(this, index);
      },
    });
  });
  // Of two columns of one name the first counts, as in libsql; hence backwards.
  const names = columns.map((name, index) => ({ name, index })).reverse();
  return (cells) => {
    const values = cells.map(fromSqlite);
    const row = new ShapedRow(values) as unknown as Record<string, unknown>;
    for (const { name, index } of names) row[name] = values[index];
    return row as unknown as LibsqlRow;
  };
}

function fromSqlite(cell: unknown): unknown {
  return cell instanceof Uint8Array ? Uint8Array.from(cell).buffer : cell;
}
