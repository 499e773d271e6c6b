/** Without this module a test of a locked database would last as long as a patient server waits: in the server's process it gives up after half a second. */
import { SqliteClient } from '../../dist/src/database/sqliteClient.js';

const { open } = SqliteClient;
SqliteClient.open = (options) => open.call(SqliteClient, { ...options, busyLimit: 500 });
