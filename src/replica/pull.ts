/** Takes entries straight from the ledger's file: without it the thread that answers readers would read and parse each of them first. */
import { performance } from 'node:perf_hooks';
import { messageOf } from '../errors.ts';
import { LedgerFile } from '../ledger/ledgerFile.ts';
import { LedgerSilent } from './fileErrors.ts';
import { readEntry, type ReadEntry } from './readEntry.ts';
import type { ReplicaFile } from './replicaFile.ts';

/** Entries that are read, and shown, together while a file follows: they may be long. */
const AT_ONCE = 64;

export interface Pulled {
  forged: number[];
  /** Whether there may be more. */
  more: boolean;
  /** The signature before which it stopped: nobody has said that its key is known. */
  stranger?: string;
}

/** Where entries are taken from. */
export interface EntrySource {
  /** So many are asked for together; where fewer come there are no more. */
  readonly atOnce: number;
  /** Those after `seq`, in order and without a gap. @throws {LedgerSilent} when they cannot be read. */
  after(seq: number): ReadEntry[] | Promise<ReadEntry[]>;
}

/** What a signature says of its key, as the signature spells it; undefined when it is none of ours. */
export function signerOf(signature: string): string | undefined {
  return /^([\w-]+)\.\.[\w-]+$/.exec(signature)?.[1];
}

/** Brings `file` on until there is no more in `source`, the time is over, or an entry has a signer who is not among `signers`. */
export async function pull(file: ReplicaFile, source: EntrySource, milliseconds: number, signers: readonly string[]): Promise<Pulled> {
  const until = performance.now() + milliseconds;
  const forged: number[] = [];
  for (;;) {
    const entries = await source.after(file.head.seq);
    const stranger = entries.find(({ signature }) => isStranger(signature, signers));
    if (stranger) return { forged, more: true, stranger: stranger.signature };
    if (entries.length > 0) forged.push(...file.apply(entries));
    const more = entries.length === source.atOnce;
    if (!more || performance.now() > until) return { forged, more };
  }
}

/** The ledger's file at `path`, read by this thread: opened when it is first asked, and again after it has failed. */
export class EntriesOfFile implements EntrySource {
  readonly atOnce: number;
  readonly path: string;
  readonly #ahead: boolean;
  #open: LedgerFile | undefined;

  /** `ahead`: for somebody who takes everything there is before it is shown; looks which editions are superseded. */
  constructor(path: string, { atOnce = AT_ONCE, ahead = false }: { atOnce?: number; ahead?: boolean } = {}) {
    this.path = path;
    this.atOnce = atOnce;
    this.#ahead = ahead;
  }

  after(seq: number): ReadEntry[] {
    try {
      this.#open ??= new LedgerFile(this.path, this.#ahead);
      return this.#open.after(seq, this.atOnce).map((entry, index) => readEntry(entry, seq + 1 + index));
    } catch (error) {
      this.close();
      throw error instanceof LedgerSilent ? error : new LedgerSilent(messageOf(error));
    }
  }

  close(): void {
    this.#open?.close();
    this.#open = undefined;
  }
}

function isStranger(signature: string, signers: readonly string[]): boolean {
  const signer = signerOf(signature);
  return signer !== undefined && !signers.includes(signer);
}
