/** Brings a withdrawn story back as it last was out: withdrawn → live. */
import { approvalBy } from '../approval.ts';
import { nextStage } from '../stages.ts';
import { workflowOf } from '../workflow.ts';
import { goLive } from './goLive.ts';
import type { Published } from '../sequencer/marks.ts';
import type { Order } from './order.ts';

/** @throws {Problem} 409 when the story is not withdrawn. */
export async function reinstateStory(order: Order): Promise<Published> {
  const row = await workflowOf(order.req, order.article);
  nextStage('reinstate', row);
  return goLive(order, { row, transition: 'reinstate', kind: 'published', approval: await approvalBy(order.req, row.published) });
}
