/** Without this file nobody would start the writer thread, hear that it died, or wait for another process's lock without stopping everything else. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import pRetry from 'p-retry';
import { Problem } from '../errors.ts';
import { isBusy, sqliteError } from './databaseError.ts';
import type { Answer, Order, Outcome, WriterSettings } from './writerProtocol.ts';

/** Where the room reports what an operator must know. */
export interface DatabaseLog {
  error(details: Record<string, unknown>, message: string): void;
}

/** Built by hand rather than `new URL(…, import.meta.url)`, which bundlers take for theirs to rewrite. */
const threadFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'writerThread.mjs');

interface Pending {
  resolve: (outcomes: Outcome[]) => void;
  reject: (error: Error) => void;
}

/** One life of the writer thread. When it is over, everything it was asked is refused, and so is everything it would be asked. */
export class Writer {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  #calls = 0;
  #death: Error | undefined;
  #closing = false;

  /** Starts a thread on the database at `path` and waits until it is open. `busyLimit` as in `order`. */
  static async start(settings: WriterSettings, busyLimit: number, log: DatabaseLog): Promise<Writer> {
    const writer = new Writer(settings, log);
    try {
      await writer.patiently({ do: 'open' }, busyLimit);
      return writer;
    } catch (error) {
      await writer.stop();
      throw error;
    }
  }

  private constructor(settings: WriterSettings, log: DatabaseLog) {
    this.#worker = new Worker(threadFile, { workerData: settings, name: 'counterpoint-writer' });
    this.#worker.on('message', (answer: Answer) => this.#hear(answer));
    this.#worker.on('error', (error) => this.#die(error));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        this.#die(new Error(`exit code ${code}`));
        if (!this.#closing) log.error({ err: this.#death }, 'The database writer stopped; what it was asked was refused, and the next write starts a new one.');
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /** Asks once. @throws SQLite's error, or WRITER_GONE when the thread died before it answered. */
  ask(order: Order): Promise<Outcome[]> {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      const call = (this.#calls += 1);
      this.#pending.set(call, { resolve, reject });
      // A process may end while the thread is idle, never while it writes.
      this.#worker.ref();
      this.#worker.postMessage({ call, order });
    });
  }

  /** Asks until no other process holds the lock, for at most `busyLimit` milliseconds. Only for orders that do nothing when they fail. */
  patiently(order: Order, busyLimit: number): Promise<Outcome[]> {
    return whileBusy(() => this.ask(order), busyLimit);
  }

  /** Closes the connection and ends the thread. */
  async stop(): Promise<void> {
    this.#closing = true;
    await this.ask({ do: 'close' }).catch(() => this.#worker.terminate());
    await this.#exited;
  }

  /** Ends the thread at once, as a crash would; for tests of what follows. */
  async crash(): Promise<void> {
    await this.#worker.terminate();
    await this.#exited;
  }

  #hear(answer: Answer): void {
    const pending = this.#pending.get(answer.call);
    this.#pending.delete(answer.call);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('failed' in answer) pending?.reject(sqliteError(answer.failed.message, answer.failed.code));
    else pending?.resolve(answer.outcomes);
  }

  #die(cause: Error): void {
    this.#death ??= Object.assign(new Error('The database writer stopped before it answered.', { cause }), { code: 'WRITER_GONE' });
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
  }
}

/** Repeats `work` with growing, jittered pauses while another connection holds the lock. @throws Problem 503 `database-busy` after `limit` milliseconds. */
export async function whileBusy<Result>(work: () => Promise<Result>, limit: number): Promise<Result> {
  try {
    return await pRetry(work, {
      retries: Number.POSITIVE_INFINITY,
      maxRetryTime: limit,
      minTimeout: 2,
      maxTimeout: 100,
      factor: 1.5,
      randomize: true,
      shouldRetry: ({ error }) => isBusy(error),
    });
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Problem(503, 'database-busy', `Another process kept the database locked for ${Math.round(limit / 100) / 10} s; nothing was written.`);
  }
}
