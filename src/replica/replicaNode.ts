/**
 * One node's replica at work. Without this file nobody would decide when to follow, when to build anew, and what is served meanwhile.
 *
 *   place ─→ check the file ─┬─ whole ──→ serve ─→ follow, at each nudge and each second ─┐
 *                           └─ not ─→ build anew ─→ swap ─→ serve                        │
 *                                          ↑  asked for, damaged, or another ledger ─────┘
 */
import { mkdirSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, isBusy } from '../database/databaseError.ts';
import { messageOf, Problem } from '../errors.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import { ClosedFile, isDamage, LedgerSilent, OtherLedger } from './fileErrors.ts';
import { LedgerReader } from './following.ts';
import type { Read } from './lists.ts';
import { isThere, placeIn, putInPlace, removeDatabase, type ReplicaPlace } from './place.ts';
import type { Questions } from './questions.ts';
import { QuestionsApart } from './questionsApart.ts';
import type { Moment, Replica, ReplicaOptions } from './replica.ts';
import { ReplicaThread } from './replicaThread.ts';
import { ReadConnection } from './view.ts';
import { Waiting } from './waiting.ts';
import { Wakening } from './wakening.ts';

/** A ledger that has not answered for so long, in milliseconds, is taken for down. */
const PATIENCE = 2000;
const INTERVAL = 1000;
/** Steps of a new file before the old one is brought up to date again. */
const BETWEEN = 4;
/** On one DATA_DIR. One more waits until another one has ended. */
const MOST_PROCESSES = 16;
const nothing: LedgerHead = { seq: 0, hash: null, at: null, signature: null };

export class ReplicaNode implements Replica {
  readonly #options: ReplicaOptions;
  #place: ReplicaPlace;
  /** Which place is this process's; undefined until it has one. */
  #number: number | undefined;
  readonly #ledger: LedgerReader;
  readonly #waiting = new Waiting();
  readonly #wakening = new Wakening();
  readonly #questions: QuestionsApart;
  #reader: ReadConnection | undefined;
  #shown: LedgerHead | null = null;
  #generation = 0;
  #thread: ReplicaThread | undefined;
  #following = false;
  #closing = false;
  #rebuilds: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #stale = false;
  #told = '';
  #life: Promise<void> | undefined;
  #served: (() => void)[] = [];

  constructor(options: ReplicaOptions) {
    this.#options = options;
    this.#place = placeIn(options.dataDir);
    this.#ledger = new LedgerReader(options.ledger);
    const { execArgv } = options;
    this.#questions = new QuestionsApart({ read: this.read, path: () => this.#inUse().path, refused: (error) => this.#refused(error), execArgv });
  }

  start(): void {
    this.#life ??= this.#live();
  }

  readonly read: Read = (work) => {
    const { reader } = this.#inUse();
    try {
      return reader.atOnce(() => work({ db: reader, now: this.#options.clock().getTime() }));
    } catch (error) {
      throw this.#refused(error);
    }
  };

  #inUse(): { reader: ReadConnection; path: string } {
    if (this.#reader) return { reader: this.#reader, path: this.#place.file };
    throw new Problem(503, 'replica-not-ready', 'The published stories are being prepared on this node. Try again in a moment.');
  }

  /** What a reader is told when the file did not answer; a damaged one is not asked again. */
  #refused(error: unknown): unknown {
    if (isBusy(error)) return new Problem(503, 'replica-busy', 'The published stories cannot be read at this moment. Try again.');
    if (error instanceof ClosedFile || codeOf(error) === 'THREAD_GONE')
      return new Problem(503, 'replica-not-ready', 'The published stories were exchanged meanwhile. Try again.');
    if (!isDamage(error)) return error;
    this.#distrust(error);
    this.nudge();
    return new Problem(503, 'replica-not-ready', 'The published stories are being prepared anew on this node. Try again in a moment.');
  }

  questionsAt(now: number): Questions {
    return this.#questions.at(now);
  }

  head(): LedgerHead | null {
    return this.#shown;
  }

  moment(): Moment | null {
    return this.#reader ? { generation: this.#generation, now: this.#options.clock().getTime() } : null;
  }

  ledgerAnswers(): boolean {
    return this.#ledger.reachable(PATIENCE);
  }

  whenServing(): Promise<void> {
    if (this.#reader || this.#closing) return Promise.resolve();
    return new Promise((resolve) => {
      this.#served.push(resolve);
      setTimeout(resolve, PATIENCE).unref();
    });
  }

  nudge(): void {
    this.start();
    this.#wakening.wake();
  }

  holds(seq: number): Promise<void> {
    if (this.#closing) return Promise.reject(stopped());
    const shown = this.#waiting.until(seq);
    if ((this.#shown?.seq ?? 0) < seq) this.nudge();
    return shown;
  }

  rebuild(): Promise<void> {
    if (this.#closing) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      this.#rebuilds.push({ resolve, reject });
      this.nudge();
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#wakening.wake();
    // A ledger that does not answer is not waited for.
    await Promise.race([this.#life, pause(PATIENCE, undefined, { ref: false })]);
    this.#reader?.close();
    this.#reader = undefined;
    await this.#questions.stop();
    if (this.#number !== undefined && this.#number > 1) await this.#removeFile();
    await this.#thread?.stop();
    this.#waiting.giveUp(stopped());
    for (const { reject } of this.#rebuilds.splice(0)) reject(stopped());
  }

  /** The first place is the one that the next start opens; what lay in another would lie there for good. */
  async #removeFile(): Promise<void> {
    await this.#thread?.ask({ do: 'close' }).catch(() => undefined);
    await removeDatabase(this.#place.file);
  }

  async #live(): Promise<void> {
    let nudged = true;
    while (!this.#closing) {
      await this.#step(nudged);
      if (!this.#closing) nudged = await this.#wakening.within(this.#options.interval ?? INTERVAL);
    }
  }

  /** One round: whatever fails is told once and tried again in the next. */
  async #step(nudged: boolean): Promise<void> {
    try {
      if (!this.#thread?.alive) await this.#startThread();
      if (this.#rebuilds.length > 0 || isThere(this.#place.request)) this.#stale = true;
      if (this.#stale || !this.#reader) await this.#build();
      else await this.#follow(nudged);
      this.#told = '';
    } catch (error) {
      if (error instanceof OtherLedger) this.#stale = true;
      if (isDamage(error)) this.#distrust(error);
      this.#tell(error);
    }
  }

  /** Takes the first place that no other process writes, and keeps it: processes that share a DATA_DIR have a file each. */
  async #takePlace(thread: ReplicaThread): Promise<void> {
    const [first, last] = this.#number === undefined ? [1, MOST_PROCESSES] : [this.#number, this.#number];
    for (let number = first; ; number += 1) {
      const place = placeIn(this.#options.dataDir, number);
      try {
        await thread.ask({ do: 'lock', path: place.lock });
        this.#place = place;
        this.#number = number;
        return;
      } catch (error) {
        if (!isBusy(error) || number === last) throw error;
      }
    }
  }

  async #startThread(): Promise<void> {
    this.#following = false;
    // With a database elsewhere nothing else need have made it.
    mkdirSync(this.#options.dataDir, { recursive: true });
    const thread = new ReplicaThread(this.#options.execArgv);
    try {
      await this.#takePlace(thread);
      // What is to be built anew need not be looked at, when nobody is served from it yet.
      if (!this.#reader && this.#rebuilds.length === 0 && isThere(this.#place.file)) await this.#openChecked(thread);
    } catch (error) {
      await thread.stop();
      throw error;
    }
    this.#thread = thread;
  }

  async #openChecked(thread: ReplicaThread): Promise<void> {
    try {
      await thread.ask({ do: 'check', path: this.#place.file });
      await this.#serve(thread);
    } catch (error) {
      this.#distrust(error);
    }
  }

  async #serve(thread: ReplicaThread): Promise<void> {
    await thread.ask({ do: 'open', path: this.#place.file });
    this.#following = true;
    this.#reader = new ReadConnection(this.#place.file);
    this.#show(this.#reader.head());
  }

  async #follow(nudged: boolean): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    if (!this.#following) await thread.ask({ do: 'open', path: this.#place.file });
    this.#following = true;
    const shown = this.#shown ?? nothing;
    if (!nudged) {
      const { seq, hash } = await this.#ledger.head();
      if (seq < shown.seq || (seq === shown.seq && hash !== shown.hash)) throw new OtherLedger('The ledger was set back: it ends before what this node shows.');
      if (seq === shown.seq) return;
    }
    await this.#ledger.bring(thread, shown, this.#taken, () => this.#reader !== undefined && !this.#closing);
  }

  readonly #taken = (head: LedgerHead, forged: readonly number[]): void => {
    this.#accuse(forged);
    if (this.#reader) this.#show(head);
  };

  #accuse(forged: readonly number[]): void {
    if (forged.length === 0) return;
    this.#options.log.error({ entries: forged }, 'Editions whose text is not the one that was signed are not shown: run counterpoint ledger verify.');
  }

  /** Builds a new file, following with the old one in between, and puts it in its place. */
  async #build(): Promise<void> {
    const began = performance.now();
    const { request } = this.#place;
    const asked = this.#rebuilds.length;
    const requested = isThere(request);
    if (!(await this.#buildBeside())) return;
    this.#stale = false;
    if (requested) rmSync(request, { force: true });
    for (const { resolve } of this.#rebuilds.splice(0, asked)) resolve();
    this.#options.log.info({ seq: this.#shown?.seq ?? 0, milliseconds: Math.round(performance.now() - began) }, 'The replica was built anew.');
  }

  /** A thread with nothing to serve builds by itself; another goes on following meanwhile. @returns false when this node is closing. */
  async #buildBeside(): Promise<boolean> {
    const thread = this.#thread;
    if (!thread) return false;
    const { building, file } = this.#place;
    const builder = this.#reader ? new ReplicaThread(this.#options.execArgv) : thread;
    try {
      await removeDatabase(building);
      this.#following &&= builder !== thread;
      await builder.ask({ do: 'create', path: building });
      await this.#fill(builder);
      if (this.#closing) return false;
      await builder.ask({ do: 'finish' });
      await thread.ask({ do: 'close' });
      this.#reader?.close();
      this.#reader = undefined;
      await this.#questions.leave();
      await putInPlace(building, file);
      await this.#serve(thread);
      return true;
    } finally {
      if (builder !== thread) await builder.stop();
      await removeDatabase(building);
    }
  }

  /** Brings the new file to the ledger's end, and no less far than the old one, which follows in between. */
  async #fill(builder: ReplicaThread): Promise<void> {
    let head = nothing;
    while (!this.#closing) {
      const kept = this.#reader !== undefined && (await this.#keepUp());
      let batches = 0;
      head = await this.#ledger.bring(
        builder,
        head,
        (_head, forged) => {
          batches += 1;
          this.#accuse(forged);
        },
        () => batches < BETWEEN && !this.#closing,
      );
      if (batches < BETWEEN && !(kept && (this.#shown?.seq ?? 0) > head.seq)) return;
    }
  }

  /** @returns false when the old file cannot follow: it is of another ledger, and only served until the new one is there. */
  async #keepUp(): Promise<boolean> {
    try {
      await this.#follow(false);
      return true;
    } catch (error) {
      if (isDamage(error)) this.#distrust(error);
      else if (!(error instanceof OtherLedger)) throw error;
      return false;
    }
  }

  #show(head: LedgerHead): void {
    this.#shown = head;
    this.#generation += 1;
    this.#waiting.reached(head.seq);
    for (const resolve of this.#served.splice(0)) resolve();
  }

  /** Nothing is read from the file any more; the next round builds another. */
  #distrust(error: unknown): void {
    this.#options.log.error({ err: error }, 'The replica is damaged, or of another version. It is not served, and built anew.');
    this.#reader?.close();
    this.#reader = undefined;
    void this.#questions.leave();
    this.#shown = null;
    this.#waiting.reached(0);
    this.#following = false;
    this.#stale = true;
  }

  #tell(error: unknown): void {
    const sentence = messageOf(error);
    if (sentence === this.#told) return;
    this.#told = sentence;
    const { log } = this.#options;
    if (error instanceof LedgerSilent) log.warn({ err: error.cause }, 'The editorial database does not answer. What is published so far is served on.');
    else if (error instanceof OtherLedger) log.warn({ err: error }, 'The ledger is not the one that this replica has followed. It is built anew.');
    else if (isBusy(error)) log.warn({}, 'Too many processes have a replica in this DATA_DIR; this one waits until another ends.');
    else log.error({ err: error }, 'The replica could not follow the ledger. It is tried again.');
  }
}

function stopped(): Problem {
  return new Problem(503, 'stopping', 'This node is stopping. Try again in a moment.');
}
