/** Of several nodes that see the same due story, one takes it in hand; without a lease all would do its work at once and all but one in vain. */
import type { PayloadRequest, Where } from 'payload';
import { withTransientRetry } from '../../database/retry.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, recordsWhere, type WorkflowRow } from '../records.ts';
import { inTransaction } from '../runTransition.ts';
import { workflowOf } from '../workflow.ts';

/** How long a node has for what it took, in milliseconds; when it dies, the story waits so long for another. */
const LEASE = 15_000;
/** Few enough that a node is well through them before its lease ends. */
const AT_ONCE = 10;

/** The stories that are due now and that nobody holds or pauses; from here on `owner` holds them. Earliest first. */
export async function leaseDue(desk: Desk, owner: string): Promise<string[]> {
  // Most seconds have nothing due, and those should not take the writer.
  const { docs } = await desk.payload.db.find({ collection: 'workflow', where: dueAt(desk.clock()), limit: 1, pagination: false });
  if (docs.length === 0) return [];
  return withTransientRetry(() =>
    inTransaction(desk, null, async (req) => {
      const now = desk.clock();
      const rows = await recordsWhere(req, 'workflow', dueAt(now), { limit: AT_ONCE, sort: 'scheduledFor' });
      const leaseUntil = new Date(now.getTime() + LEASE).toISOString();
      // Two nodes that read the same free row conflict here: one of them starts over and finds it taken.
      for (const { id } of rows) await changeRecord(req, 'workflow', id, { leaseOwner: owner, leaseUntil });
      return rows.map(({ article }) => article);
    }),
  );
}

/** The row of a story that `owner` still holds; null when the lease ran out and somebody else took it. */
export async function heldRow(req: PayloadRequest, article: string, owner: string): Promise<WorkflowRow | null> {
  const row = await workflowOf(req, article);
  return row.leaseOwner === owner ? row : null;
}

/** What a row is when nobody holds it. */
export const FREE = { leaseOwner: null, leaseUntil: null } as const;

function dueAt(now: Date): Where {
  const passed = { less_than_equal: now.toISOString() };
  const freeAgain = (field: string): Where => ({ or: [{ [field]: { exists: false } }, { [field]: passed }] });
  const published: Where = { and: [{ work: { equals: 'scheduled' } }, { scheduledFor: passed }] };
  return { and: [{ or: [{ releaseDue: passed }, published] }, freeAgain('leaseUntil'), freeAgain('nextAttemptAt')] };
}
