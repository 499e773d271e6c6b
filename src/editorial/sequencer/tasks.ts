/** Finds what the ledger still has to be told, and crosses it off: a mark that is left too long costs a look, one that is lost a story. */
import type { Where } from 'payload';
import { withTransientRetry } from '../../database/retry.ts';
import type { Desk } from '../desk.ts';
import type { LedgerTaskRow } from '../records.ts';

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 15 * 60_000;
const collection = 'ledger-tasks';

/** Whether anything is due now. */
export async function isAnyDue({ payload, clock }: Desk): Promise<boolean> {
  const where: Where = { dueAt: { less_than_equal: clock().toISOString() } };
  const { docs } = await payload.db.find({ collection, where, limit: 1, pagination: false });
  return docs.length > 0;
}

/** The tasks of one kind that are due now, and since then if that is given; the longest due first. */
export async function dueTasks(
  { payload, clock }: Desk,
  kind: LedgerTaskRow['task'],
  { limit, since = null }: { limit: number; since?: Date | null },
): Promise<LedgerTaskRow[]> {
  const from: Where[] = since === null ? [] : [{ dueAt: { greater_than_equal: since.toISOString() } }];
  const where: Where = { and: [{ task: { equals: kind } }, { dueAt: { less_than_equal: clock().toISOString() } }, ...from] };
  const { docs } = await payload.db.find<LedgerTaskRow>({ collection, where, sort: 'dueAt', limit, pagination: false });
  return docs;
}

/** Crosses off these tasks. */
export async function settleTasks({ payload }: Desk, tasks: readonly LedgerTaskRow[]): Promise<void> {
  await withTransientRetry(() => payload.db.deleteMany({ collection, where: { id: { in: tasks.map(({ id }) => id) } } }));
}

/** Remembers how far a cascade has come: whoever goes on begins there. */
export async function noteReached({ payload }: Desk, { id }: LedgerTaskRow, reached: string): Promise<void> {
  await withTransientRetry(() => payload.db.updateOne({ collection, id, data: { reached } }));
}

/** Puts off what could not be done, each time for longer, with the reason. */
export async function postponeTask({ payload, clock }: Desk, { id, attempts }: LedgerTaskRow, problem: string): Promise<void> {
  const pause = Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE);
  const data = { attempts: attempts + 1, problem, dueAt: new Date(clock().getTime() + pause).toISOString() };
  await withTransientRetry(() => payload.db.updateOne({ collection, id, data }));
}
