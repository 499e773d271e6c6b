/** What is due of single stories: publications that are not in the ledger yet, and embargoes that are over. One that fails holds up no other. */
import type { Logger } from 'pino';
import { messageOf } from '../../errors.ts';
import type { LedgerTaskRow } from '../records.ts';
import { togetherOrApart } from './apart.ts';
import { releaseOf } from './entries.ts';
import { append, enterStories, type Bench } from './stories.ts';
import { dueTasks, postponeTask, settleTasks } from './tasks.ts';

/** Stories that are appended together: a commit is the dearest step. */
const AT_ONCE = 50;

/** Enters some stories that are not in the ledger yet, the longest due first. @returns whether there were any. */
export async function enterDue(bench: Bench, log: Pick<Logger, 'error'>): Promise<boolean> {
  return settle(bench, log, await dueTasks(bench.desk, 'publication', { limit: AT_ONCE }), () => Promise.resolve());
}

/** Releases some stories whose embargo has ended at or after `since`, the longest due first. @returns whether there were any. */
export async function releaseDue(bench: Bench, log: Pick<Logger, 'error'>, since: Date | null): Promise<boolean> {
  return settle(bench, log, await dueTasks(bench.desk, 'release', { limit: AT_ONCE, since }), (stories) => releaseStories(bench, stories));
}

async function settle(
  bench: Bench,
  log: Pick<Logger, 'error'>,
  tasks: readonly LedgerTaskRow[],
  work: (stories: readonly string[]) => Promise<void>,
): Promise<boolean> {
  if (tasks.length === 0) return false;
  const settleSome = async (some: readonly LedgerTaskRow[]): Promise<void> => {
    const stories = [...new Set(some.flatMap(({ article }) => article ?? []))];
    await enterStories(bench, stories);
    await work(stories);
    await settleTasks(bench.desk, some);
  };
  await togetherOrApart(tasks, settleSome, async (task, error) => {
    const reason = messageOf(error);
    await postponeTask(bench.desk, task, reason);
    log.error({ article: task.article, task: task.task, reason }, 'the ledger could not be told of a story; this is tried again');
  });
  return true;
}

/** The newest edition of each, if it is one whose embargo is over: what came before it under the same embargo is never seen. */
async function releaseStories(bench: Bench, stories: readonly string[]): Promise<void> {
  const now = bench.desk.clock().toISOString();
  const newest = await bench.ledger.newestEditions(stories);
  await append(
    bench,
    [...newest.values()].flatMap((edition) => releaseOf(edition, now)),
  );
}
