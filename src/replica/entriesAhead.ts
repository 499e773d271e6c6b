/** Without this file a rebuild would read, check and cut up every text in the one thread that writes: another one does so, some batches ahead. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CalledThread } from '../database/calledThread.ts';
import { LedgerSilent } from './fileErrors.ts';
import type { EntrySource } from './pull.ts';
import type { ReadEntry } from './readEntry.ts';

/** Entries in a batch, and batches that are asked for before they are wanted: a few megabytes. */
const AT_ONCE = 100;
const AHEAD = 3;

export interface ReadingTask {
  /** The ledger's file. */
  path: string;
  /** Entries in a batch. */
  atOnce: number;
}

/** The same file from src/ under test and from dist/ at run time. */
const own = fileURLToPath(import.meta.url);
const threadFile = path.join(path.dirname(own), `readingThread${path.extname(own)}`);

/** Is asked for the entries after a number. */
class ReadingThread extends CalledThread<number, ReadEntry[], { message: string }> {
  constructor(task: ReadingTask, execArgv?: string[]) {
    super(new Worker(threadFile, { name: 'counterpoint-reading', workerData: task, ...(execArgv ? { execArgv } : {}) }), {
      errorOf: ({ message }) => new LedgerSilent(message),
      gone: { message: 'The thread that reads the ledger stopped before it answered.', code: 'THREAD_GONE' },
    });
  }
}

/** The ledger's file at `path`, read by a thread of its own that is always a little further than it is asked. */
export class EntriesAhead implements EntrySource {
  readonly atOnce: number;
  readonly path: string;
  readonly #thread: ReadingThread;
  #asked: { seq: number; entries: Promise<ReadEntry[]> }[] = [];

  /** `execArgv`: for tests, which run from source. */
  constructor(path: string, { atOnce = AT_ONCE, execArgv }: { atOnce?: number; execArgv?: string[] } = {}) {
    this.path = path;
    this.atOnce = atOnce;
    this.#thread = new ReadingThread({ path, atOnce }, execArgv);
  }

  async after(seq: number): Promise<ReadEntry[]> {
    this.#asked = this.#asked.filter((one) => one.seq >= seq);
    if (this.#asked[0]?.seq !== seq) this.#asked = [];
    while (this.#asked.length < AHEAD) this.#ask(seq + this.#asked.length * this.atOnce);
    try {
      const entries = (await this.#asked[0]?.entries) ?? [];
      // Here the ledger ended, when it was looked at: by now there may be more.
      if (entries.length < this.atOnce) this.#asked = [];
      return entries;
    } catch (error) {
      this.#asked = [];
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#thread.terminate();
  }

  #ask(seq: number): void {
    const entries = this.#thread.ask(seq);
    // It is heard by whoever comes to these entries, if anybody does.
    entries.catch(() => undefined);
    this.#asked.push({ seq, entries });
  }
}
