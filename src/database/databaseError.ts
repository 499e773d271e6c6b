/** Without this file nobody could tell a duplicate from a fault, or a lock from a failure: what databases throw, and how it is read. */
import Database from './sqliteDriver.mjs';
import { Problem } from '../errors.ts';

/** SQLite's own error, with its code by name (`SQLITE_BUSY`, `SQLITE_CONSTRAINT_UNIQUE`, …). */
export function sqliteError(message: string, code: string): Error {
  // Payload knows only the UNIQUE code as "this value is taken"; an id that is taken is the same mistake.
  return new Database.SqliteError(message, code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ? 'SQLITE_CONSTRAINT_UNIQUE' : code);
}

/** The code of an error or of what caused it, at any depth: Drizzle and Payload wrap what the client throws. */
export function codeOf(thrown: unknown): string | number | undefined {
  for (const error of causes(thrown)) {
    if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) return error.code;
  }
  return undefined;
}

/** Whether another connection held the lock; nothing was done, and the same may be tried again. */
export function isBusy(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT' || code === 'SQLITE_BUSY_RECOVERY';
}

/** Whether MongoDB put this label on the error or on what caused it. */
export function hasLabel(thrown: unknown, label: string): boolean {
  return causes(thrown).some((error) => 'errorLabels' in error && Array.isArray(error.errorLabels) && error.errorLabels.includes(label));
}

/** The problem for a person or a client that lies at the bottom of an error, if one does. */
export function problemIn(thrown: unknown): Problem | undefined {
  return causes(thrown).find((error) => error instanceof Problem);
}

function causes(thrown: unknown): Error[] {
  const found: Error[] = [];
  for (let error = thrown; error instanceof Error && found.length < 10; error = error.cause) found.push(error);
  return found;
}
