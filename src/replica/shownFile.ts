/** What readers of this node see. Without this file a rebuild, a damage and a restart would each have its own idea of who reads from where. */
import { codeOf, isBusy } from '../database/databaseError.ts';
import { Problem } from '../errors.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import { ClosedFile, isDamage } from './fileErrors.ts';
import type { Questions } from './questions.ts';
import { QuestionsApart } from './questionsApart.ts';
import type { Moment } from './replica.ts';
import { ReadConnection, type Read } from './view.ts';
import { Waiting } from './waiting.ts';

export interface ShownFileOptions {
  clock: () => Date;
  /** Is told when the file turns out to be damaged while it is read; nothing is read from it any more. */
  damaged: (error: unknown) => void;
  /** Node flags of the thread for questions; for tests. */
  execArgv?: string[] | undefined;
}

/** The one file that is read at a time, and those who wait for what it does not show yet. */
export class ShownFile {
  readonly #options: ShownFileOptions;
  readonly #waiting = new Waiting();
  readonly #questions: QuestionsApart;
  #open: { reader: ReadConnection; path: string } | undefined;
  #head: LedgerHead | null = null;
  #generation = 0;
  #served: (() => void)[] = [];

  constructor(options: ShownFileOptions) {
    this.#options = options;
    this.#questions = new QuestionsApart({
      read: this.read,
      path: () => this.#inUse().path,
      refused: (error) => this.#refused(error),
      execArgv: options.execArgv,
    });
  }

  /** Whether there is a file that can be read. */
  get open(): boolean {
    return this.#open !== undefined;
  }

  /** The newest entry that is shown; it is remembered while one file takes the place of another. */
  get head(): LedgerHead | null {
    return this.#head;
  }

  /** Where readers stand; null while nothing is served. */
  moment(): Moment | null {
    return this.#open ? { generation: this.#generation, now: this.#options.clock().getTime() } : null;
  }

  readonly read: Read = (work) => {
    const { reader } = this.#inUse();
    try {
      return reader.atOnce(() => work({ db: reader, now: this.#options.clock().getTime() }));
    } catch (error) {
      throw this.#refused(error);
    }
  };

  /** Questions of this moment (milliseconds). */
  questionsAt(now: number): Questions {
    return this.#questions.at(now);
  }

  /** Reads from the file at `path` from now on. @throws {DamagedFile} when it is no finished file of this version; SQLite's error when it is no database. */
  serve(path: string): void {
    const reader = new ReadConnection(path);
    this.#open = { reader, path };
    this.show(reader.head());
  }

  /** The file shows everything up to `head`; of no consequence when it is not read any more. */
  show(head: LedgerHead): void {
    if (!this.#open) return;
    this.#head = head;
    this.#generation += 1;
    this.#waiting.reached(head.seq);
    for (const resolve of this.#served.splice(0)) resolve();
  }

  /** Resolves when `seq` is shown. */
  holds(seq: number): Promise<void> {
    return this.#waiting.until(seq);
  }

  /** Resolves when something is served, after `milliseconds` in any case. */
  whenServing(milliseconds: number): Promise<void> {
    if (this.#open) return Promise.resolve();
    return new Promise((resolve) => {
      this.#served.push(resolve);
      setTimeout(resolve, milliseconds).unref();
    });
  }

  /** Nothing is read from the file any more; another one shows the same, or more. Resolves when the file can be replaced. */
  leave(): Promise<void> {
    this.#open?.reader.close();
    this.#open = undefined;
    return this.#questions.leave();
  }

  /** Nothing is read from the file any more, and nothing that it showed is taken for shown. */
  distrust(): void {
    void this.leave();
    this.#head = null;
    this.#waiting.reached(0);
  }

  /** Nothing is read any more. */
  async stop(): Promise<void> {
    await this.leave();
    await this.#questions.stop();
  }

  /** Refuses whoever waits. */
  giveUp(error: Error): void {
    this.#waiting.giveUp(error);
  }

  #inUse(): { reader: ReadConnection; path: string } {
    if (this.#open) return this.#open;
    throw new Problem(503, 'replica-not-ready', 'The published stories are being prepared on this node. Try again in a moment.');
  }

  /** What a reader is told when the file did not answer; a damaged one is not asked again. */
  #refused(error: unknown): unknown {
    if (isBusy(error)) return new Problem(503, 'replica-busy', 'The published stories cannot be read at this moment. Try again.');
    if (error instanceof ClosedFile || codeOf(error) === 'THREAD_GONE')
      return new Problem(503, 'replica-not-ready', 'The published stories were exchanged meanwhile. Try again.');
    if (!isDamage(error)) return error;
    this.#options.damaged(error);
    return new Problem(503, 'replica-not-ready', 'The published stories are being prepared anew on this node. Try again in a moment.');
  }
}
