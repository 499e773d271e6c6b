/** Without this file the two sides of the replica's thread would each have their own idea of what is said between them. */
import type { Call } from '../database/calledThread.ts';
import type { LedgerEntry } from '../domain/entries.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import type { WrittenEntry } from '../ledger/ledgerFile.ts';

/** An entry on its way to the thread: text crosses cheaper than what it means, and is wanted there as text. */
export function packed({ header, content, signature }: LedgerEntry): WrittenEntry {
  return { header: JSON.stringify(header), content: content === null ? null : JSON.stringify(content), signature };
}

/**
 * What the thread can be asked to do. One file is open at a time; `check` wants none open.
 * `pull` takes what follows from the ledger's own file, for about so many milliseconds, as long as it is signed by one of the known `signers`.
 */
export type Order =
  | { do: 'lock'; path: string }
  | { do: 'check'; path: string }
  | { do: 'create'; path: string }
  | { do: 'open'; path: string }
  | { do: 'apply'; entries: WrittenEntry[] }
  | { do: 'pull'; ledger: string; milliseconds: number; signers: readonly string[] }
  | { do: 'finish' }
  | { do: 'close' };

/** Where the file is after the order, and which editions it took in whose content is not what was signed. */
export interface Outcome {
  head: LedgerHead | null;
  forged: number[];
  /** Of a pull: whether there may be more, and the signature before which it stopped because nobody has said that its key is known. */
  more?: boolean;
  stranger?: string;
}

export type Request = Call<Order>;
