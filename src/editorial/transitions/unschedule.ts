/** Takes a story off the schedule, so that nothing goes out by itself: scheduled → approved. */
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';

/** @throws {Problem} 409 when the story is not scheduled, which includes that it has gone out meanwhile. */
export async function unscheduleStory({ req, article, by, desk, reason }: Order): Promise<void> {
  const row = await workflowOf(req, article);
  await takeStep(req, row, { transition: 'unschedule', by, at: desk.clock(), reason }, { scheduledFor: null });
}
