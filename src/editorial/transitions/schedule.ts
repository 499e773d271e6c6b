/** Sets the time at which an approved story goes out by itself: approved → scheduled. */
import { approvalBy } from '../approval.ts';
import { momentOf } from '../moment.ts';
import { Problem } from '../../errors.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';

/**
 * What goes out at `at` is the text that is approved now: no step leads from scheduled to another approval.
 * @throws {Problem} 422 naming `at` when it is missing, no time, in the past, or one that a clock change leaves out or repeats; 409 when nothing is approved.
 */
export async function scheduleStory({ req, article, by, desk, reason, at }: Order): Promise<void> {
  const now = desk.clock();
  const due = momentOf(at, 'at', desk.timeZone);
  if (due <= now) throw notAhead();
  const row = await workflowOf(req, article);
  await takeStep(req, row, { transition: 'schedule', by, at: now, reason }, { scheduledFor: due.toISOString() });
  await approvalBy(req, row.approval);
}

function notAhead(): Problem {
  const sentence = 'The time to publish has to lie ahead. To publish now, publish.';
  return new Problem(422, 'not-ahead', sentence, [{ pointer: '/at', detail: sentence }]);
}
