/** Without this module a full disk would have to be filled: in the server's process every COMMIT fails for as long as a file says so. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoServerError } from 'mongodb';
import Database from '../../dist/src/database/sqliteDriver.mjs';
import { onCommit } from './onCommit.mjs';

onCommit(() => {
  if (!existsSync(join(process.env.DATA_DIR, 'disk-is-full'))) return;
  if (process.env.DATABASE_URL === undefined) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  throw new MongoServerError({ ok: 0, code: 14031, codeName: 'OutOfDiskSpace', errmsg: 'available disk space is less than required' });
});
