/** In what turn the sequencer's work is done: what a publisher waits for first, then what is due, then long work, some of it at a time. */
import { startRounds } from '../rounds.ts';
import type { Lease } from './lease.ts';

const EVERY_MILLISECONDS = 250;

/** How long long work goes on before it is asked again what is due, in milliseconds; those who publish here come in between all the same. */
const STRETCH = 100;

/** Does some work, and says whether there was any. */
export type Step = () => Promise<boolean>;

export interface PassesParts {
  lease: Lease;
  /** Whether it is worth taking the lease. */
  isAnything: () => Promise<boolean>;
  due: Step;
  long: Step;
  /** Resolves when long work may go on. */
  aside: () => Promise<void>;
  failed: (error: unknown) => void;
}

export interface Passes {
  /** Runs `work` as soon as no step is running, before the next one. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Looks for work now. */
  wake(): void;
  /** Does all that is due, if this node may. */
  drain(): Promise<void>;
  /** Lets the step that is running finish, and begins no other. */
  close(): Promise<void>;
}

export function startPasses({ lease, isAnything, due, long, aside, failed }: PassesParts): Passes {
  let line: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };
  const step = (work: Step): Promise<boolean> => inTurn(async () => !closed && (await lease.hold()) && (await work()));
  const longAtAStretch = async (): Promise<boolean> => {
    const until = performance.now() + STRETCH;
    do {
      await aside();
      if (!(await step(long))) return false;
    } while (performance.now() < until);
    return true;
  };
  const rounds = startRounds({
    every: EVERY_MILLISECONDS,
    round: async () => {
      while (!closed && (await isAnything())) {
        if (await step(due)) continue;
        if (!(await longAtAStretch())) break;
      }
    },
    failed,
  });
  rounds.wake();
  return {
    inTurn,
    wake: () => rounds.wake(),
    async drain() {
      while (!closed && (await isAnything()) && (await step(due)));
    },
    async close() {
      closed = true;
      await rounds.close();
      await line;
    },
  };
}
