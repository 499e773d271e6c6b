/** Without this file every COMMIT and its fsync, and every wait for another process, would stop the event loop: the one writing connection, in a thread of its own. */
// Plain JavaScript, because a worker must load the same file from src/ under test and from dist/ at run time; its types are in writerProtocol.ts.
import { parentPort, workerData } from 'node:worker_threads';
import Database from './sqliteDriver.mjs';
import QuickLRU from 'quick-lru';

/** @typedef {import('./writerProtocol.ts').Outcome} Outcome */
/** @typedef {import('./writerProtocol.ts').Statement} Statement */
/** @typedef {import('./writerProtocol.ts').Order} Order */

/** @type {QuickLRU<string, import('better-sqlite3').Statement>} */
const prepared = new QuickLRU({ maxSize: 500 });
/** @type {import('better-sqlite3').Database | undefined} */
let database;

if (!parentPort) throw new Error('The writer thread cannot run as a program.');
const port = parentPort;

port.on('message', (/** @type {import('./writerProtocol.ts').Request} */ { call, order }) => {
  try {
    port.postMessage({ call, outcome: obey(order) });
  } catch (error) {
    port.postMessage({ call, failed: failureOf(error) });
  }
});

/** @param {Order} order @returns {Outcome[]} */
function obey(order) {
  if (order.do === 'open') return open();
  const db = opened();
  switch (order.do) {
    case 'begin':
      if (db.inTransaction) db.exec('ROLLBACK');
      db.exec('BEGIN IMMEDIATE');
      return [];
    case 'commit':
      return commit(db);
    case 'rollback':
      if (db.inTransaction) db.exec('ROLLBACK');
      return [];
    case 'run':
      return guarded(db, order.inside, () => order.statements.map((statement) => run(db, statement)));
    case 'each':
      return order.statements.map((statement) => guarded(db, true, () => [attempt(db, statement)])[0]);
    case 'script':
      return guarded(db, order.inside, () => {
        db.exec(order.sql);
        prepared.clear();
        return [];
      });
    case 'close':
      prepared.clear();
      db.close();
      port.close();
      return [];
  }
}

function open() {
  const db = new Database(workerData.path, { timeout: 0 });
  try {
    // FULL: an acknowledged write survives a power cut. secure_delete: what is deleted is overwritten, which a kill of a story relies on.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'journal_size_limit = 67108864', 'secure_delete = ON']) db.pragma(pragma);
  } catch (error) {
    db.close();
    throw error;
  }
  database = db;
  return [];
}

function opened() {
  if (!database) throw new Error('The writer has no database open.');
  return database;
}

/** @param {import('better-sqlite3').Database} db @returns {Outcome[]} */
function commit(db) {
  if (!db.inTransaction) throw closedBySqlite();
  try {
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  return [];
}

/**
 * SQLite itself rolls a transaction back on some errors (disk full, I/O). What follows would then be written outside it,
 * so its loss is looked for before and after each statement.
 * @param {import('better-sqlite3').Database} db @param {boolean} inside @param {() => Outcome[]} work @returns {Outcome[]}
 */
function guarded(db, inside, work) {
  if (inside && !db.inTransaction) throw closedBySqlite();
  try {
    const outcomes = work();
    if (inside && !db.inTransaction) throw closedBySqlite();
    return outcomes;
  } finally {
    if (!inside && db.inTransaction) db.exec('ROLLBACK');
  }
}

/** @param {import('better-sqlite3').Database} db @param {Statement} statement @returns {Outcome} */
function attempt(db, statement) {
  try {
    return run(db, statement);
  } catch (error) {
    return { columns: [], columnTypes: [], rows: [], rowsAffected: 0, lastInsertRowid: undefined, failed: failureOf(error) };
  }
}

/** @param {import('better-sqlite3').Database} db @param {Statement} statement @returns {Outcome} */
function run(db, { sql, args }) {
  const statement = prepare(db, sql);
  if (!statement.reader) {
    const info = statement.run(args);
    if (!/^\s*(insert|update|delete|replace|with)\b/i.test(sql)) prepared.clear();
    return { columns: [], columnTypes: [], rows: [], rowsAffected: info.changes, lastInsertRowid: BigInt(info.lastInsertRowid) };
  }
  const rows = /** @type {unknown[][]} */ (statement.raw(true).all(args));
  const columns = statement.columns();
  return {
    columns: columns.map((column) => column.name),
    columnTypes: columns.map((column) => column.type ?? ''),
    rows,
    rowsAffected: 0,
    lastInsertRowid: undefined,
  };
}

/** @param {import('better-sqlite3').Database} db @param {string} sql */
function prepare(db, sql) {
  const statement = prepared.get(sql) ?? db.prepare(sql);
  prepared.set(sql, statement);
  return statement;
}

function closedBySqlite() {
  return Object.assign(new Error('This transaction is no longer open: it was rolled back, and none of it was written.'), { code: 'TRANSACTION_CLOSED' });
}

/** @param {unknown} error */
function failureOf(error) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'SQLITE_ERROR';
  return { message: error instanceof Error ? error.message : String(error), code };
}
