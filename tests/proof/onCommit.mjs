/** Without this module no test could do anything in the moment of a COMMIT: in the server's process, before either database is asked. */
import { ClientSession } from 'mongodb';
import { SqliteClient } from '../../dist/src/database/sqliteClient.js';

/** Runs `act` before each COMMIT; what it throws is what the database client throws. */
export function onCommit(act) {
  const { open } = SqliteClient;
  SqliteClient.open = (options) => open.call(SqliteClient, { ...options, beforeCommit: act });
  const { commitTransaction } = ClientSession.prototype;
  ClientSession.prototype.commitTransaction = async function (options) {
    act();
    return commitTransaction.call(this, options);
  };
}
