/** Takes entries straight from the ledger's file: without it the thread that answers readers would read and parse each of them first. */
import { performance } from 'node:perf_hooks';
import { messageOf } from '../errors.ts';
import { LedgerFile } from '../ledger/ledgerFile.ts';
import { LedgerSilent } from './fileErrors.ts';
import { readEntry, type ReadEntry } from './readEntry.ts';
import type { ReplicaFile } from './replicaFile.ts';

/** Entries that are read, and shown, together: they may be long. */
const AT_ONCE = 32;

export interface Pulled {
  forged: number[];
  /** Whether there may be more. */
  more: boolean;
  /** The signature before which it stopped: nobody has said that its key is known. */
  stranger?: string;
}

/** What a signature says of its key, as the signature spells it; undefined when it is none of ours. */
export function signerOf(signature: string): string | undefined {
  return /^([\w-]+)\.\.[\w-]+$/.exec(signature)?.[1];
}

/** The ledger's file as the replica's thread reads it: opened when it is first asked, and again after it has failed. */
export class LedgerPull {
  #open: { ledger: LedgerFile; path: string } | undefined;

  /** Brings `file` on until there is no more, the time is over, or an entry has a signer who is not among `signers`. */
  pull(file: ReplicaFile, path: string, milliseconds: number, signers: readonly string[]): Pulled {
    const until = performance.now() + milliseconds;
    const forged: number[] = [];
    for (;;) {
      const entries = this.#read(path, file.head.seq);
      const stranger = entries.find(({ signature }) => isStranger(signature, signers));
      if (stranger) return { forged, more: true, stranger: stranger.signature };
      if (entries.length > 0) forged.push(...file.apply(entries));
      const more = entries.length === AT_ONCE;
      if (!more || performance.now() > until) return { forged, more };
    }
  }

  close(): void {
    this.#open?.ledger.close();
    this.#open = undefined;
  }

  #read(path: string, seq: number): ReadEntry[] {
    try {
      if (this.#open?.path !== path) {
        this.close();
        this.#open = { ledger: new LedgerFile(path), path };
      }
      return this.#open.ledger.after(seq, AT_ONCE).map((entry, index) => readEntry(entry, seq + 1 + index));
    } catch (error) {
      this.close();
      throw error instanceof LedgerSilent ? error : new LedgerSilent(messageOf(error));
    }
  }
}

function isStranger(signature: string, signers: readonly string[]): boolean {
  const signer = signerOf(signature);
  return signer !== undefined && !signers.includes(signer);
}
