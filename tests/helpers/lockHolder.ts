/** Without this file no test could play the second process that keeps the database locked. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that holds SQLite's write lock until it is told to let go. */
export interface LockHolder {
  letGo(): Promise<void>;
}

const program = `
  import Database from './src/database/sqliteDriver.mjs';
  const database = new Database(process.argv[1]);
  database.exec('BEGIN IMMEDIATE');
  process.stdin.once('data', () => { database.exec('COMMIT'); database.close(); process.exit(0); });
  process.stdout.write('held');
`;

/** Starts it and waits until it holds the lock of the database at `file`. */
export async function holdLock(file: string): Promise<LockHolder> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async letGo() {
      const ended = once(child, 'exit');
      child.stdin.write('now');
      await ended;
    },
  };
}
