/** Publishes a correction with the notice that says what was wrong: approved → draft, and live stays live. */
import { approvalBy } from '../approval.ts';
import { nextStage } from '../stages.ts';
import { workflowOf } from '../workflow.ts';
import { goLive } from './goLive.ts';
import type { Published } from '../sequencer/marks.ts';
import { requireWords, type Order } from './order.ts';

/** @throws {Problem} 422 without a notice, 409 when the story is not live or nothing is approved. */
export async function correctStory(order: Order): Promise<Published> {
  const notice = requireWords(order.notice, 'notice', 'Say to readers and partners what was corrected.');
  const row = await workflowOf(order.req, order.article);
  nextStage('correct', row);
  return goLive({ ...order, notice }, { row, transition: 'correct', kind: 'corrected', approval: await approvalBy(order.req, row.approval) });
}
