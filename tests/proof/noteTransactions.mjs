/** Without this module nobody could tell MongoDB which transactions died with a server: in the server's process it notes each session that begins one. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClientSession } from 'mongodb';

const notes = join(process.env.DATA_DIR, 'transactions');
const { startTransaction } = ClientSession.prototype;

ClientSession.prototype.startTransaction = function (options) {
  appendFileSync(notes, `${this.id.id.toString('hex')}\n`);
  return startTransaction.call(this, options);
};
