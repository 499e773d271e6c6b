/** Lets readers see what was approved, now or at the end of its embargo: approved → draft, and live. */
import { approvalBy } from '../approval.ts';
import type { WorkflowRow } from '../records.ts';
import { nextStage } from '../stages.ts';
import { workflowOf } from '../workflow.ts';
import { goLive } from './goLive.ts';
import type { Published } from '../sequencer/marks.ts';
import type { Order } from './order.ts';

/** @throws {Problem} 409 when nothing is approved. */
export async function publishStory(order: Order): Promise<Published> {
  return publishApproved(order, await workflowOf(order.req, order.article));
}

/** Publishes what `row` holds as approved, whoever or whatever asks. @throws {Problem} 409 when nothing is approved. */
export async function publishApproved(order: Order, row: WorkflowRow): Promise<Published> {
  nextStage('publish', row);
  const approval = await approvalBy(order.req, row.approval);
  return goLive(order, { row, transition: 'publish', kind: row.publication === 'live' ? 'updated' : 'published', approval });
}
