/** Without this file nobody would start the replica's thread, or hear that it died. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CalledThread } from '../database/calledThread.ts';
import { errorOf, type Failure } from './failures.ts';
import type { Order, Outcome } from './threadProtocol.ts';

/** The same file from src/ under test and from dist/ at run time. */
const own = fileURLToPath(import.meta.url);
const threadFile = path.join(path.dirname(own), `thread${path.extname(own)}`);

/** One life of a thread. It throws SQLite's error by its code, {DamagedFile}, {OtherLedger}, {LedgerSilent}, or THREAD_GONE when it died before it answered. */
export class ReplicaThread extends CalledThread<Order, Outcome, Failure> {
  /** `execArgv`: for tests, which run from source. */
  constructor(execArgv?: string[]) {
    super(new Worker(threadFile, { name: 'counterpoint-replica', ...(execArgv ? { execArgv } : {}) }), {
      errorOf,
      gone: { message: 'The replica thread stopped before it answered.', code: 'THREAD_GONE' },
    });
  }

  /** Closes what is open and ends the thread. */
  async stop(): Promise<void> {
    await this.ask({ do: 'close' }).catch(() => undefined);
    await this.terminate();
  }
}
