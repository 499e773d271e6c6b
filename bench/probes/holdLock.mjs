/** Without this file there would be no other process in the way: holds SQLite's write lock on the database in DATA_DIR, as a backup or a command would. */
import { join } from 'node:path';
import Database from '../../dist/src/database/sqliteDriver.mjs';

const database = new Database(join(process.env.DATA_DIR, 'counterpoint.db'), { timeout: 10_000 });
process.once('message', (milliseconds) => {
  database.exec('BEGIN IMMEDIATE');
  process.send('held');
  setTimeout(() => {
    database.exec('COMMIT');
    database.close();
    process.exit(0);
  }, milliseconds);
});
