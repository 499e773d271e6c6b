import { expect, it } from 'vitest';
import { Problem } from '../errors.ts';
import { sqliteError } from './databaseError.ts';
import { withTransientRetry } from './retry.ts';

const writeConflict = Object.assign(new Error('WriteConflict'), { code: 112, errorLabels: ['TransientTransactionError'] });

it.each([
  ['a write conflict', writeConflict],
  ['a write conflict inside another error', new Error('Failed query', { cause: writeConflict })],
  ['a lock that another process holds', sqliteError('database is locked', 'SQLITE_BUSY')],
])('%s is tried again until it succeeds', async (_, error) => {
  let attempts = 0;
  const operation = async (): Promise<string> => {
    attempts += 1;
    if (attempts < 3) throw error;
    return 'saved';
  };
  expect(await withTransientRetry(operation, { firstDelay: 0 })).toBe('saved');
  expect(attempts).toBe(3);
});

it('it ends with what the last attempt threw', async () => {
  let attempts = 0;
  const operation = async (): Promise<never> => {
    attempts += 1;
    throw writeConflict;
  };
  await expect(withTransientRetry(operation, { attempts: 4, firstDelay: 0 })).rejects.toBe(writeConflict);
  expect(attempts).toBe(4);
});

it.each([
  ['a value that is taken', sqliteError('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE')],
  ['a lock that was already waited for to the end', new Problem(503, 'database-busy', 'locked')],
  ['a commit whose answer was lost', Object.assign(new Error('gone'), { code: 'WRITER_GONE' })],
])('%s is not tried again', async (_, error) => {
  let attempts = 0;
  const operation = async (): Promise<never> => {
    attempts += 1;
    throw error;
  };
  await expect(withTransientRetry(operation, { firstDelay: 0 })).rejects.toBe(error);
  expect(attempts).toBe(1);
});

it('what would only meet its like goes one at a time from the first try on', async () => {
  let running = 0;
  let most = 0;
  const operation = async (): Promise<void> => {
    most = Math.max(most, (running += 1));
    await new Promise((passed) => setImmediate(passed));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withTransientRetry(operation, { alone: true })));
  expect(most).toBe(1);
  await Promise.all(Array.from({ length: 5 }, () => withTransientRetry(operation)));
  expect(most).toBe(5);
});
