/** Without this file two editors who write at the same moment would see an error where a second try succeeds. */
import pRetry from 'p-retry';
import { inTurn } from './turns.ts';
import { Problem } from '../errors.ts';
import { codeOf, hasLabel, isBusy, problemIn } from './databaseError.ts';

/** How often and how soon; a delay in milliseconds doubles with every attempt, with jitter. */
export interface TransientRetry {
  /** All attempts, the first included; default 12, which is some six to twelve seconds. */
  attempts?: number;
  /** Default 20. */
  firstDelay?: number;
  /** The first try waits for its turn as well: for what writes the same row as most of its kind, so that the first tries of many would be in vain. */
  alone?: boolean;
}

/**
 * Runs `operation` again when the database says that a second try may succeed (a write conflict, a lock held elsewhere). Second tries of this
 * process go one at a time.
 * It must be the whole operation with its own transaction: inside a transaction of somebody else there is nothing left to retry.
 * @throws what the last attempt threw, or at once what no second try would change.
 */
export function withTransientRetry<Result>(
  operation: () => Promise<Result>,
  { attempts = 12, firstDelay = 20, alone = false }: TransientRetry = {},
): Promise<Result> {
  return pRetry((attempt) => (attempt === 1 && !alone ? operation() : inTurn(operation)), {
    retries: attempts - 1,
    minTimeout: firstDelay,
    maxTimeout: 1_000,
    factor: 2,
    randomize: true,
    shouldRetry: ({ error }) => isTransient(error),
  });
}

/** What a client can be told of an error: the problem at the bottom of it, or 503 `busy` when even the last attempt met somebody else's write. */
export function problemOf(thrown: unknown): Problem | undefined {
  return problemIn(thrown) ?? (isTransient(thrown) ? new Problem(503, 'busy', 'Others are writing to this just now. Try again.') : undefined);
}

/** Whether the same operation may succeed if it is simply run again. 112 is WriteConflict, for servers that set no label. */
export function isTransient(thrown: unknown): boolean {
  return isBusy(thrown) || hasLabel(thrown, 'TransientTransactionError') || codeOf(thrown) === 112;
}
