/** Without this file two processes could write one replica: who writes it holds a lock that no crash leaves behind. */
import type { Database } from 'better-sqlite3';
import { isBusy } from '../database/databaseError.ts';
import Sqlite from '../database/sqliteDriver.mjs';

/** Takes the lock at `path`, which is held until what is returned is closed, or the process ends. @throws SQLITE_BUSY where another has it. */
export function takeLock(path: string): Database {
  const db = new Sqlite(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether nobody holds the lock at `path` just now. */
export function isFree(path: string): boolean {
  try {
    takeLock(path).close();
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
