/** Gives whoever published the number of the edition in the ledger; those who publish at the same moment share one append. */
import type { Logger } from 'pino';
import { messageOf } from '../../errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { togetherOrApart } from './apart.ts';
import { sourceOf } from './entries.ts';
import type { Lease } from './lease.ts';
import type { Published } from './marks.ts';
import type { Passes } from './passes.ts';
import { enterStories, type Bench } from './stories.ts';

/** Longest that somebody who published waits for a number, in milliseconds. What was published stands without it. */
const PATIENCE = 10_000;
/** Longest that it is left to the node that holds the lease: after that this node appends too, and the ledger takes what comes first. */
const PATIENCE_WITH_OTHERS = 500;
const LOOK_EVERY = 20;

/** What readers of this node see, as far as it follows the ledger. */
export interface Follower {
  /** Resolves when it holds the entry `seq` and all before it. */
  holds(seq: number): Promise<void>;
}

export interface PublishersParts {
  bench: Bench;
  lease: Lease;
  passes: Pick<Passes, 'inTurn'>;
  follower: Follower | undefined;
  log: Pick<Logger, 'error'>;
}

/** Of a publication, the seq of its edition once this node's readers can see it; null, with a line in the log, when that takes too long or fails. */
export function publishers({ bench, lease, passes, follower, log }: PublishersParts): (published: Published) => Promise<number | null> {
  const enter = inBatches(bench, lease, passes);
  const seqOf = async ({ article, publication }: Published): Promise<number> => {
    const source = sourceOf(publication);
    if (!(await enter(article)) && (await byAnother(bench.ledger, source)) === undefined) await enterStories(bench, [article]);
    const seq = (await bench.ledger.seqOf([source])).get(source);
    if (seq === undefined) throw new Error('The ledger does not name this publication.');
    await follower?.holds(seq);
    return seq;
  };
  return async (published) => {
    try {
      return await inTime(seqOf(published));
    } catch (error) {
      log.error({ ...published, reason: messageOf(error) }, 'it was published, but the ledger does not say so yet; this is tried again');
      return null;
    }
  };
}

/** Enters stories, those that are asked for while others are being entered together; false when another node does it. */
function inBatches(bench: Bench, lease: Lease, passes: Pick<Passes, 'inTurn'>): (article: string) => Promise<boolean> {
  let next: { articles: Set<string>; failures: Promise<ReadonlyMap<string, unknown> | null> } | null = null;
  const begin = (): NonNullable<typeof next> => {
    const articles = new Set<string>();
    const failures = passes.inTurn(async () => {
      next = null;
      if (!(await lease.hold())) return null;
      const failed = new Map<string, unknown>();
      await togetherOrApart(
        [...articles],
        (some) => enterStories(bench, some),
        async (article, error) => {
          failed.set(article, error);
        },
      );
      return failed;
    });
    return { articles, failures };
  };
  return async (article) => {
    const batch = (next ??= begin());
    batch.articles.add(article);
    const failures = await batch.failures;
    if (failures?.has(article)) throw failures.get(article);
    return failures !== null;
  };
}

async function byAnother(ledger: Ledger, source: string): Promise<number | undefined> {
  const until = performance.now() + PATIENCE_WITH_OTHERS;
  for (;;) {
    const seq = (await ledger.seqOf([source])).get(source);
    if (seq !== undefined || performance.now() > until) return seq;
    await new Promise((passed) => setTimeout(passed, LOOK_EVERY));
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The ledger has not answered for ${PATIENCE / 1000} s.`));
    }, PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
