/** How entries come from the ledger into a file: by the thread that writes it where it can read them, a few at a time through this one where it cannot. */
import { performance } from 'node:perf_hooks';
import { setImmediate as others } from 'node:timers/promises';
import type { Ledger, LedgerHead, LedgerInFile } from '../ledger/ledger.ts';
import type { LedgerEntry } from '../domain/entries.ts';
import { LedgerSilent } from './fileErrors.ts';
import { signerOf } from './pull.ts';
import type { ReplicaThread } from './replicaThread.ts';
import { packed } from './threadProtocol.ts';

/** Milliseconds that reading a batch and handing it over may keep this thread, about. */
const STEP = 8;
const MOST_AT_ONCE = 64;
/** Milliseconds after which a thread that reads by itself says how far it is, and can be asked for something else. */
const STRETCH = 50;

/** Is told of each step: how far the file is, and which entries' texts are not those that were signed. */
export type Taken = (head: LedgerHead, forged: readonly number[]) => void;

/** Reads the ledger for one node, and knows whether it answers. */
export class LedgerReader {
  readonly #ledger: Ledger;
  /** Of entries that may be shown: this node tells the public keys of these. */
  readonly #signers: string[] = [];
  #limit = 16;
  #asked: number | undefined;
  #failed = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Whether the ledger answered when it was asked last, and has not been silent for `patience` milliseconds since it was asked. */
  reachable(patience: number): boolean {
    return !this.#failed && (this.#asked === undefined || performance.now() - this.#asked < patience);
  }

  head(): Promise<LedgerHead> {
    return this.#ask(() => this.#ledger.head());
  }

  /** Has `thread` take in what follows `from`, step after step, until there is no more or `goOn` says no. @returns where its file is then. */
  bring(thread: ReplicaThread, from: LedgerHead, taken: Taken, goOn: () => boolean): Promise<LedgerHead> {
    const { inFile } = this.#ledger;
    return inFile ? this.#pull(inFile, thread, from, taken, goOn) : this.#hand(thread, from, taken, goOn);
  }

  async #pull(ledger: LedgerInFile, thread: ReplicaThread, from: LedgerHead, taken: Taken, goOn: () => boolean): Promise<LedgerHead> {
    let head = from;
    while (goOn()) {
      const {
        head: reached,
        forged,
        more,
        stranger,
      } = await this.#heard(thread.ask({ do: 'pull', ledger: ledger.path, milliseconds: STRETCH, signers: this.#signers }));
      if (reached && reached.seq > head.seq) taken((head = reached), forged);
      if (stranger !== undefined) await this.#meet(stranger, ledger);
      if (!more) break;
    }
    return head;
  }

  async #meet(signature: string, ledger: LedgerInFile): Promise<void> {
    await this.#ask(() => ledger.know(signature));
    this.#signers.push(signerOf(signature) ?? '');
  }

  /** The next batch is read while one is applied. */
  async #hand(thread: ReplicaThread, from: LedgerHead, taken: Taken, goOn: () => boolean): Promise<LedgerHead> {
    let head = from;
    let reading = this.#read(head.seq);
    while (goOn()) {
      const { entries, more } = await reading;
      const last = entries.at(-1);
      if (!last) break;
      const began = performance.now();
      const applied = thread.ask({ do: 'apply', entries: entries.map(packed) });
      this.#pace(performance.now() - began, more);
      if (more) reading = this.#read(last.header.seq);
      const outcome = await applied;
      if (outcome.head) taken((head = outcome.head), outcome.forged);
      if (!more) break;
      await others();
    }
    return head;
  }

  #read(seq: number): Promise<{ entries: LedgerEntry[]; more: boolean }> {
    const limit = this.#limit;
    const reading = this.#ask(() => this.#ledger.after(seq, limit)).then((entries) => ({ entries, more: entries.length === limit }));
    // What was read ahead and is not wanted any more may fail unheard.
    reading.catch(() => undefined);
    return reading;
  }

  /** More at once while it is quick, fewer when stories are long. */
  #pace(took: number, full: boolean): void {
    if (took > STEP) this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    else if (full && took < STEP / 4) this.#limit = Math.min(MOST_AT_ONCE, this.#limit * 2);
  }

  async #ask<Result>(question: () => Promise<Result>): Promise<Result> {
    this.#asked = performance.now();
    try {
      const answer = await question();
      this.#failed = false;
      return answer;
    } catch (error) {
      this.#failed = true;
      throw new LedgerSilent('The ledger cannot be read.', { cause: error });
    } finally {
      this.#asked = undefined;
    }
  }

  /** What the thread says may be slow because it writes; only what it says of the ledger counts. */
  async #heard<Result>(answer: Promise<Result>): Promise<Result> {
    try {
      const heard = await answer;
      this.#failed = false;
      return heard;
    } catch (error) {
      if (error instanceof LedgerSilent) this.#failed = true;
      throw error;
    }
  }
}
