/** Without this file nobody would start the writer thread, hear that it died, or wait for another process's lock without stopping everything else. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import pRetry from 'p-retry';
import { Problem } from '../errors.ts';
import { CalledThread } from './calledThread.ts';
import { isBusy, sqliteError } from './databaseError.ts';
import type { Failure, Order, Outcome, WriterSettings } from './writerProtocol.ts';

/** Where the room reports what an operator must know. */
export interface DatabaseLog {
  error(details: Record<string, unknown>, message: string): void;
}

/** Built by hand rather than `new URL(…, import.meta.url)`, which bundlers take for theirs to rewrite. */
const threadFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'writerThread.mjs');

/** One life of the writer thread. */
export class Writer extends CalledThread<Order, Outcome[], Failure> {
  readonly #log: DatabaseLog;
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
    super(new Worker(threadFile, { workerData: settings, name: 'counterpoint-writer' }), {
      errorOf: ({ message, code }) => sqliteError(message, code),
      gone: { message: 'The database writer stopped before it answered.', code: 'WRITER_GONE' },
    });
    this.#log = log;
  }

  /** Asks until no other process holds the lock, for at most `busyLimit` milliseconds. Only for orders that do nothing when they fail. */
  patiently(order: Order, busyLimit: number): Promise<Outcome[]> {
    return whileBusy(() => this.ask(order), busyLimit);
  }

  /** Closes the connection and ends the thread. */
  async stop(): Promise<void> {
    this.#closing = true;
    await this.ask({ do: 'close' }).catch(() => this.terminate());
    await this.exited();
  }

  protected override onExit(death: Error): void {
    if (!this.#closing) this.#log.error({ err: death }, 'The database writer stopped; what it was asked was refused, and the next write starts a new one.');
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
