/** A story that could not go out at its time is neither forgotten nor tried without a pause; the desk reads here why. */
import { withTransientRetry } from '../../database/retry.ts';
import { Problem } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, type DueProblem } from '../records.ts';
import { inTransaction } from '../runTransition.ts';
import { FREE, heldRow } from './lease.ts';

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 15 * 60_000;

/** How long to wait after the attempt number `attempts` (from 1), in milliseconds: twice as long each time, up to a quarter of an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
}

/** Notes on the story's row why it could not go out and when it is tried again, and lets go of it; null when somebody else holds it by now. */
export function recordFailure(desk: Desk, article: string, owner: string, error: unknown): Promise<DueProblem | null> {
  return withTransientRetry(() =>
    inTransaction(desk, null, async (req) => {
      const row = await heldRow(req, article, owner);
      if (row === null) return null;
      const now = desk.clock();
      const attempts = (row.problem?.attempts ?? 0) + 1;
      const nextAttemptAt = new Date(now.getTime() + pauseAfter(attempts)).toISOString();
      const problem = { ...reasonOf(error), at: now.toISOString(), attempts, nextAttemptAt };
      await changeRecord(req, 'workflow', row.id, { ...FREE, nextAttemptAt, problem });
      return problem;
    }),
  );
}

/** Only a problem's sentence is written for people; what else is thrown is for the log. */
function reasonOf(error: unknown): { slug: string; detail: string } {
  if (error instanceof Problem) return { slug: error.slug, detail: error.message };
  return { slug: 'failed', detail: 'The newsroom could not do this. The log of the server says why.' };
}
