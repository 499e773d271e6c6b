/** At the end of an embargo the parts of a story take their approved state, with nobody there to click. */
import type { Logger } from 'pino';
import { messageOf } from '../errors.ts';
import { approvalBy } from './approval.ts';
import type { Desk } from './desk.ts';
import { changeRecord } from './records.ts';
import { showParts } from './release.ts';
import { inTransaction } from './runTransition.ts';
import { publishApproved } from './transitions/publish.ts';
import { withTransientRetry } from '../database/retry.ts';
import { workflowOf } from './workflow.ts';

const EVERY_MILLISECONDS = 1000;
const AT_ONCE = 50;

/** Shows the parts of every story whose embargo has ended. Idempotent: a second run, or a second node, finds nothing left to do. */
export async function releaseDueStories(desk: Desk): Promise<string[]> {
  const now = desk.clock();
  const { docs } = await desk.payload.db.find<{ id: string; article: string }>({
    collection: 'workflow',
    where: { releaseDue: { less_than_equal: now.toISOString() } },
    limit: AT_ONCE,
    pagination: false,
  });
  for (const { article } of docs) await withTransientRetry(() => releaseOne(desk, article));
  return docs.map(({ article }) => article);
}

/** Publishes every story whose scheduled time has come, as it was approved. Idempotent, like the releases. */
export async function publishDueStories(desk: Desk): Promise<string[]> {
  const { docs } = await desk.payload.db.find<{ id: string; article: string }>({
    collection: 'workflow',
    where: { and: [{ work: { equals: 'scheduled' } }, { scheduledFor: { less_than_equal: desk.clock().toISOString() } }] },
    limit: AT_ONCE,
    pagination: false,
    sort: 'scheduledFor',
  });
  for (const { article } of docs) await withTransientRetry(() => publishOne(desk, article));
  return docs.map(({ article }) => article);
}

/** Looks for due releases every second until closed. */
export function startReleases(desk: Desk, log: Pick<Logger, 'error' | 'info'>): { close: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const sweep = async (): Promise<void> => {
    try {
      const released = await releaseDueStories(desk);
      if (released.length > 0) log.info({ articles: released }, 'embargo ended');
      const published = await publishDueStories(desk);
      if (published.length > 0) log.info({ articles: published }, 'published as scheduled');
    } catch (error) {
      log.error({ reason: messageOf(error) }, 'the release of embargoed stories failed and will be tried again');
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy || closed) return;
    busy = true;
    running = sweep().finally(() => {
      busy = false;
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}

function releaseOne(desk: Desk, article: string): Promise<void> {
  return inTransaction(desk, null, async (req) => {
    const row = await workflowOf(req, article);
    const now = desk.clock();
    if (!row.releaseDue || !row.releaseAt || new Date(row.releaseDue) > now || row.publication !== 'live') return;
    const approval = await approvalBy(req, row.published);
    await showParts(req, approval, new Date(row.releaseAt), now);
    await changeRecord(req, 'workflow', row.id, { releaseDue: null });
  });
}

function publishOne(desk: Desk, article: string): Promise<void> {
  return inTransaction(desk, null, async (req) => {
    const row = await workflowOf(req, article);
    if (row.work !== 'scheduled' || !row.scheduledFor || new Date(row.scheduledFor) > desk.clock()) return;
    await publishApproved({ desk, req, article, by: { system: 'schedule' } }, row);
  });
}
