/** What is still to be done for a picture is in one hand at a time, and is tried again when that hand was killed. */
import type { PayloadRequest, Where } from 'payload';
import { withTransientRetry } from '../../database/retry.ts';
import type { Desk } from '../desk.ts';
import { changeRecord, recordsWhere, removeRecords, type PictureTaskRow } from '../records.ts';
import { inTransaction } from '../runTransition.ts';

/** How long a task stays with a node that says nothing more, in milliseconds: when it was killed, another one waits so long. */
const LEASE = 15_000;
const SAY_SO_EVERY = 5_000;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 15 * 60_000;

/** The task that is due first, of all or of one picture, which `owner` holds from here on; null when there is none. */
export async function leaseTask(desk: Desk, owner: string, picture?: string): Promise<PictureTaskRow | null> {
  const due = (): Where => ({
    and: [{ dueAt: { less_than_equal: desk.clock().toISOString() } }, ...(picture === undefined ? [] : [{ picture: { equals: picture } }])],
  });
  const { docs } = await desk.payload.db.find({ collection: 'picture-tasks', where: due(), limit: 1, pagination: false });
  if (docs.length === 0) return null;
  return withTransientRetry(() =>
    inTransaction(desk, null, async (req) => {
      const [task] = await recordsWhere(req, 'picture-tasks', due(), { limit: 1, sort: 'dueAt' });
      if (task === undefined) return null;
      const held = { owner, dueAt: leaseEnd(desk) };
      await changeRecord(req, 'picture-tasks', task.id, held);
      return { ...task, ...held };
    }),
  );
}

/** Runs `work`, which may take its time: the task stays with this node meanwhile. */
export async function whileHeld<Result>(desk: Desk, task: PictureTaskRow, work: () => Promise<Result>): Promise<Result> {
  let saying: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // A beat that is missed is made up by the next; two, and somebody else may do the work again, which changes nothing.
    saying = prolong(desk, task).catch(() => undefined);
  }, SAY_SO_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await saying;
  }
}

/** Runs `work` and takes the task off the list in one transaction, if the task is still held. */
export function settleTask(desk: Desk, task: PictureTaskRow, work: (req: PayloadRequest) => Promise<void> = async () => undefined): Promise<void> {
  return withTransientRetry(() =>
    inTransaction(desk, null, async (req) => {
      if (!(await isHeld(req, task))) return;
      await work(req);
      await removeRecords(req, 'picture-tasks', { id: { equals: task.id } });
    }),
  );
}

/** Notes why it could not be done, and lets go of it until after a pause that doubles each time. @returns how often it was tried by now. */
export async function postponeTask(desk: Desk, task: PictureTaskRow, problem: string): Promise<number> {
  const attempts = task.attempts + 1;
  const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
  await withTransientRetry(() =>
    inTransaction(desk, null, async (req) => {
      if (!(await isHeld(req, task))) return;
      await changeRecord(req, 'picture-tasks', task.id, { owner: null, attempts, problem, dueAt: new Date(desk.clock().getTime() + pause).toISOString() });
    }),
  );
  return attempts;
}

function prolong(desk: Desk, task: PictureTaskRow): Promise<void> {
  return inTransaction(desk, null, async (req) => {
    if (await isHeld(req, task)) await changeRecord(req, 'picture-tasks', task.id, { dueAt: leaseEnd(desk) });
  });
}

function leaseEnd(desk: Desk): string {
  return new Date(desk.clock().getTime() + LEASE).toISOString();
}

async function isHeld(req: PayloadRequest, { id, owner }: PictureTaskRow): Promise<boolean> {
  const [now] = await recordsWhere(req, 'picture-tasks', { id: { equals: id } }, { limit: 1 });
  return now !== undefined && (now.owner ?? null) === owner;
}
