/** Without this file the compiler would not know what the loader loads. */
import type Database from 'better-sqlite3';

declare const driver: typeof Database;
export default driver;
