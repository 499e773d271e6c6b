/** What happens to one story when its time comes, with nobody there to click: its embargo ends, or it goes out as scheduled. */
import type { PayloadRequest } from 'payload';
import { withTransientRetry } from '../../database/retry.ts';
import { approvalBy } from '../approval.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, type WorkflowRow } from '../records.ts';
import { showParts } from '../release.ts';
import { inTransaction, meetsOthers } from '../runTransition.ts';
import { publishApproved } from '../transitions/publish.ts';
import { FREE, heldRow } from './lease.ts';

export type Done = 'released' | 'published';

/**
 * Does what is due of a story that `owner` holds, and lets go of it. Each part is a transaction of its own that asks again whether its time has
 * come, so a second run, or a second node, finds nothing left to do; and a publication that fails holds back no release.
 * @throws what a part threw, after the other was tried; the story is still held then.
 */
export async function settleDue(desk: Desk, article: string, owner: string): Promise<Done[]> {
  const [released] = await Promise.allSettled([once(desk, article, owner, release)]);
  const published = await once(desk, article, owner, released.status === 'fulfilled' ? publishAndLetGo : publishScheduled);
  if (released.status === 'rejected') throw released.reason;
  return [released.value, published].filter((done) => done !== null);
}

type Part = (desk: Desk, req: PayloadRequest, row: WorkflowRow, now: Date) => Promise<Done | null>;

function once(desk: Desk, article: string, owner: string, part: Part): Promise<Done | null> {
  return withTransientRetry(
    () =>
      inTransaction(desk, null, async (req) => {
        const row = await heldRow(req, article, owner);
        return row === null ? null : part(desk, req, row, desk.clock());
      }),
    { alone: meetsOthers(desk) },
  );
}

async function release(_desk: Desk, req: PayloadRequest, row: WorkflowRow, now: Date): Promise<Done | null> {
  if (!row.releaseAt || !hasPassed(row.releaseDue, now) || row.publication !== 'live') return null;
  await showParts(req, await approvalBy(req, row.published), new Date(row.releaseAt), now);
  await changeRecord(req, 'workflow', row.id, { releaseDue: null });
  return 'released';
}

async function publishScheduled(desk: Desk, req: PayloadRequest, row: WorkflowRow, now: Date): Promise<Done | null> {
  if (row.work !== 'scheduled' || !hasPassed(row.scheduledFor, now)) return null;
  await publishApproved({ desk, req, article: row.article, by: { system: 'schedule' } }, row);
  return 'published';
}

async function publishAndLetGo(desk: Desk, req: PayloadRequest, row: WorkflowRow, now: Date): Promise<Done | null> {
  const done = await publishScheduled(desk, req, row, now);
  await changeRecord(req, 'workflow', row.id, { ...FREE, nextAttemptAt: null, problem: null });
  return done;
}

function hasPassed(due: string | null | undefined, now: Date): boolean {
  return due ? new Date(due) <= now : false;
}
