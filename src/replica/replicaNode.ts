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
import { Problem } from '../errors.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import { fillFile, nothing } from './building.ts';
import { claimPlace, type Claim } from './claim.ts';
import { Complaints } from './complaints.ts';
import { isDamage, OtherLedger } from './fileErrors.ts';
import { LedgerReader } from './following.ts';
import { isThere, placeIn, putInPlace, removeDatabase, type ReplicaPlace } from './place.ts';
import type { Questions } from './questions.ts';
import type { Moment, Replica, ReplicaOptions } from './replica.ts';
import { ReplicaThread } from './replicaThread.ts';
import { ShownFile } from './shownFile.ts';
import { Wakening } from './wakening.ts';

/** A ledger that has not answered for so long, in milliseconds, is taken for down. */
const PATIENCE = 2000;
const INTERVAL = 1000;

export class ReplicaNode implements Replica {
  readonly #options: ReplicaOptions;
  readonly #ledger: LedgerReader;
  readonly #shown: ShownFile;
  readonly #complaints: Complaints;
  readonly #wakening = new Wakening();
  /** Undefined until this process has a place. */
  #claim: Claim | undefined;
  #thread: ReplicaThread | undefined;
  #following = false;
  #closing = false;
  #rebuilds: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #stale = false;
  #life: Promise<void> | undefined;

  constructor(options: ReplicaOptions) {
    this.#options = options;
    this.#ledger = new LedgerReader(options.ledger);
    this.#complaints = new Complaints(options.log);
    this.#shown = new ShownFile({
      clock: options.clock,
      execArgv: options.execArgv,
      damaged: (error) => {
        this.#distrust(error);
        this.nudge();
      },
    });
  }

  start(): void {
    this.#life ??= this.#live();
  }

  get read(): Replica['read'] {
    return this.#shown.read;
  }

  questionsAt(now: number): Questions {
    return this.#shown.questionsAt(now);
  }

  head(): LedgerHead | null {
    return this.#shown.head;
  }

  moment(): Moment | null {
    return this.#shown.moment();
  }

  ledgerAnswers(): boolean {
    return this.#ledger.reachable(PATIENCE);
  }

  whenServing(): Promise<void> {
    return this.#closing ? Promise.resolve() : this.#shown.whenServing(PATIENCE);
  }

  nudge(): void {
    this.start();
    this.#wakening.wake();
  }

  holds(seq: number): Promise<void> {
    if (this.#closing) return Promise.reject(stopped());
    const shown = this.#shown.holds(seq);
    if ((this.#shown.head?.seq ?? 0) < seq) this.nudge();
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
    await this.#shown.stop();
    if (this.#claim !== undefined && this.#claim.number > 1) await this.#removeFile();
    await this.#thread?.stop();
    this.#shown.giveUp(stopped());
    for (const { reject } of this.#rebuilds.splice(0)) reject(stopped());
  }

  get #place(): ReplicaPlace {
    return this.#claim?.place ?? placeIn(this.#options.dataDir);
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
      if (this.#stale || !this.#shown.open) await this.#build();
      else await this.#follow(nudged);
      this.#complaints.over();
    } catch (error) {
      if (error instanceof OtherLedger) this.#stale = true;
      if (isDamage(error)) this.#distrust(error);
      this.#complaints.tell(error);
    }
  }

  async #startThread(): Promise<void> {
    this.#following = false;
    // With a database elsewhere nothing else need have made it.
    mkdirSync(this.#options.dataDir, { recursive: true });
    const thread = new ReplicaThread(this.#options.execArgv);
    try {
      this.#claim = await claimPlace(thread, this.#options.dataDir, this.#claim?.number);
      // What is to be built anew need not be looked at, when nobody is served from it yet.
      if (!this.#shown.open && this.#rebuilds.length === 0 && isThere(this.#place.file)) await this.#openChecked(thread);
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
    this.#shown.serve(this.#place.file);
  }

  async #follow(nudged: boolean): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    if (!this.#following) await thread.ask({ do: 'open', path: this.#place.file });
    this.#following = true;
    const shown = this.#shown.head ?? nothing;
    if (!nudged) {
      const { seq, hash } = await this.#ledger.head();
      if (seq < shown.seq || (seq === shown.seq && hash !== shown.hash)) throw new OtherLedger('The ledger was set back: it ends before what this node shows.');
      if (seq === shown.seq) return;
    }
    const taken = (head: LedgerHead, forged: readonly number[]): void => {
      this.#accuse(forged);
      this.#shown.show(head);
    };
    await this.#ledger.bring(thread, shown, taken, () => this.#shown.open && !this.#closing);
  }

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
    this.#options.log.info({ seq: this.#shown.head?.seq ?? 0, milliseconds: Math.round(performance.now() - began) }, 'The replica was built anew.');
  }

  /** A thread with nothing to serve builds by itself; another goes on following meanwhile. @returns false when this node is closing. */
  async #buildBeside(): Promise<boolean> {
    const thread = this.#thread;
    if (!thread) return false;
    const { building, file } = this.#place;
    const builder = this.#shown.open ? new ReplicaThread(this.#options.execArgv) : thread;
    try {
      await removeDatabase(building);
      this.#following &&= builder !== thread;
      await builder.ask({ do: 'create', path: building });
      await fillFile({
        ledger: this.#ledger,
        builder,
        keepUp: () => this.#keepUp(),
        accuse: (forged) => this.#accuse(forged),
        goOn: () => !this.#closing,
      });
      if (this.#closing) return false;
      await builder.ask({ do: 'finish' });
      await thread.ask({ do: 'close' });
      await this.#shown.leave();
      await putInPlace(building, file);
      await this.#serve(thread);
      return true;
    } finally {
      if (builder !== thread) await builder.stop();
      await removeDatabase(building);
    }
  }

  /** Has the file that is served follow, if there is one. @returns how far it is; 0 when it is of another ledger, and only served until the new one is there. */
  async #keepUp(): Promise<number> {
    if (!this.#shown.open) return 0;
    try {
      await this.#follow(false);
      return this.#shown.head?.seq ?? 0;
    } catch (error) {
      if (isDamage(error)) this.#distrust(error);
      else if (!(error instanceof OtherLedger)) throw error;
      return 0;
    }
  }

  /** Nothing is read from the file any more; the next round builds another. */
  #distrust(error: unknown): void {
    this.#options.log.error({ err: error }, 'The replica is damaged, or of another version. It is not served, and built anew.');
    this.#shown.distrust();
    this.#following = false;
    this.#stale = true;
  }
}

function stopped(): Problem {
  return new Problem(503, 'stopping', 'This node is stopping. Try again in a moment.');
}
