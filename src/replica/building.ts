/** Fills a new file from the ledger's beginning. Without this file what is published while it is built would be missing from it, or would be missed meanwhile. */
import type { LedgerHead } from '../ledger/ledger.ts';
import type { LedgerReader } from './following.ts';
import type { ReplicaThread } from './replicaThread.ts';

export const nothing: LedgerHead = { seq: 0, hash: null, at: null, signature: null };

/** Steps of the new file before the old one is brought up to date again. */
const BETWEEN = 4;

export interface Building {
  ledger: LedgerReader;
  /** Has the new, empty file open. */
  builder: ReplicaThread;
  /** Brings the file that is served up to date; resolves to the entry that the new one may not end before, 0 when the old one cannot follow. */
  keepUp: () => Promise<number>;
  /** Is told which entries' texts are not those that were signed. */
  accuse: (forged: readonly number[]) => void;
  goOn: () => boolean;
}

/** Brings the new file to the ledger's end, and no less far than the old one, which follows in between. */
export async function fillFile({ ledger, builder, keepUp, accuse, goOn }: Building): Promise<void> {
  let head = nothing;
  while (goOn()) {
    const shown = await keepUp();
    let steps = 0;
    head = await ledger.bring(
      builder,
      head,
      (_head, forged) => {
        steps += 1;
        accuse(forged);
      },
      () => steps < BETWEEN && goOn(),
    );
    if (steps < BETWEEN && shown <= head.seq) return;
  }
}
