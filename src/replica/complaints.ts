/** Without this file an operator would read the same line each second for as long as the database is down. */
import { isBusy } from '../database/databaseError.ts';
import { messageOf } from '../errors.ts';
import { LedgerSilent, OtherLedger } from './fileErrors.ts';
import type { ReplicaLog } from './replica.ts';

/** Tells the log what keeps a replica from following, once for as long as it lasts. */
export class Complaints {
  readonly #log: ReplicaLog;
  #told = '';

  constructor(log: ReplicaLog) {
    this.#log = log;
  }

  /** What was told is over; should it happen again, it is told again. */
  over(): void {
    this.#told = '';
  }

  tell(error: unknown): void {
    const sentence = messageOf(error);
    if (sentence === this.#told) return;
    this.#told = sentence;
    if (error instanceof LedgerSilent) this.#log.warn({ err: error.cause }, 'The editorial database does not answer. What is published so far is served on.');
    else if (error instanceof OtherLedger) this.#log.warn({ err: error }, 'The ledger is not the one that this replica has followed. It is built anew.');
    else if (isBusy(error)) this.#log.warn({}, 'Too many processes have a replica in this DATA_DIR; this one waits until another ends.');
    else this.#log.error({ err: error }, 'The replica could not follow the ledger. It is tried again.');
  }
}
