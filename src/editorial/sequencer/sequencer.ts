/**
 * Copies what was published into the ledger; without it nothing that the newsroom does would reach partners, feeds or readers of /v1.
 *
 *   publish ──commit──▶ publication + mark ──append──▶ edition (+ edition with today's names) ──▶ mark crossed off
 *   embargo ──commit──▶ mark due at its end ──append──▶ release ──▶ mark crossed off
 *   rename  ──commit──▶ cascade + mark ──append, some stories at a time──▶ editions ──▶ mark crossed off
 *
 * What a crash leaves, and what follows:
 *   before the commit         nothing was published, and nobody was told so.
 *   after the commit          the mark, which is in the same transaction: the next pass of any node finds it.
 *   in the append             nothing or all of it: an append is one transaction of the ledger.
 *   after the append          the mark. Whoever comes next asks the ledger which of the story's publications it names, finds none missing, and crosses it off.
 *   in a cascade              the mark and how far it came. Stories behind that point which have their edition say the same already: nothing is written for them.
 *   after a release           the mark, and a release entry whose source is in the ledger: it is not entered again.
 * Two sequencers that run at once, in spite of the lease, make entries of the same sources and revisions; of each the ledger takes the first.
 * Publications from before there were marks are found by looking back over all of them once after each start.
 */
import type { Logger } from 'pino';
import { messageOf } from '../../errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Desk } from '../desk.ts';
import { cascades } from './cascade.ts';
import { enterDue, releaseDue } from './due.ts';
import { leaseOf } from './lease.ts';
import { lookBack } from './lookBack.ts';
import type { Published } from './marks.ts';
import { Pace } from './pace.ts';
import { startPasses } from './passes.ts';
import { PublishingNow } from './publishingNow.ts';
import { publishers, type Follower } from './publishers.ts';
import { isAnyDue } from './tasks.ts';

export type { Follower };

export interface SequencerParts {
  desk: Desk;
  ledger: Ledger;
  log: Pick<Logger, 'error' | 'info'>;
  /** Holds what readers of this node see; an answer to a publish waits for it. */
  follower?: Follower | undefined;
  /** Is told of the newest entry that this node has appended. Must not throw. */
  afterAppend?: ((seq: number) => void) | undefined;
}

export interface Sequencer {
  /**
   * Runs `work`, which publishes, while long work stands aside, and tells the ledger.
   * @returns the seq of the edition it led to: null when it led to none, or when that is not known in time; the publication stands all the same.
   * @throws what `work` throws, and nothing else.
   */
  publish(work: () => Promise<Published | null>): Promise<number | null>;
  /** Tells the ledger of everything that is due now; ends early where another node does that. */
  drain(): Promise<void>;
  /** From now on publications from before there was a ledger come in too, in the background. */
  lookBack(): void;
  close(): Promise<void>;
}

/** Starts looking for work several times a second, until closed. Any number of nodes may: one of them does it. */
export function startSequencer({ desk, ledger, log, follower, afterAppend }: SequencerParts): Sequencer {
  const pace = new Pace(follower);
  const appended = (seq: number): void => {
    pace.appended(seq);
    afterAppend?.(seq);
  };
  const bench = { desk, ledger, appended };
  const lease = leaseOf(desk, 'sequencer');
  const publishing = new PublishingNow();
  const names = cascades(bench, log);
  const started = desk.clock();
  let past: ReturnType<typeof lookBack> | null = null;

  const passes = startPasses({
    lease,
    isAnything: async () => past !== null || (await isAnyDue(desk)),
    due: async () => (await enterDue(bench, log)) || releaseDue(bench, log, past === null ? null : started),
    long: async () => {
      const { begun } = publishing;
      if (await names.next(publishing.lately, () => publishing.begun !== begun)) return true;
      if (past === null || (await past.next())) return past !== null;
      past = null;
      return true;
    },
    aside: async () => {
      await pace.kept(publishing.lately);
      await publishing.over();
    },
    failed: (error) => {
      log.error({ reason: messageOf(error) }, 'the ledger could not be told what was published; this is tried again');
    },
  });
  const seqOf = publishers({ bench, lease, passes, follower, log });
  return {
    publish: (work) =>
      publishing.during(async () => {
        const published = await work();
        return published === null ? null : seqOf(published);
      }),
    drain: () => passes.drain(),
    lookBack: () => {
      past ??= lookBack(bench, log);
      passes.wake();
    },
    close: async () => {
      await passes.close();
      await lease.release().catch(() => undefined);
    },
  };
}
