/** Freezes a story's text as what may go out: in_review → approved. */
import { Problem } from '../../errors.ts';
import { reserveCarried } from '../carriages.ts';
import { embargoAhead, refuseEmbargoOnSeen, seenByReaders } from '../embargo.ts';
import { gatherStory } from '../gather.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';
import { requireReady } from './submit.ts';

/** @throws {Problem} 409 when the story is not in review, lacks something, is under a new embargo after its release, or four eyes are asked for and these are the same two. */
export async function approveStory({ req, article, by, desk, reason }: Order): Promise<void> {
  const row = await workflowOf(req, article);
  if (desk.fourEyes && 'user' in by && row.lastEditedBy === by.user) {
    throw new Problem(409, 'four-eyes', 'You edited this story last. Somebody else has to approve it.');
  }
  const at = desk.clock();
  const story = await gatherStory(req, article);
  requireReady(story);
  refuseEmbargoOnSeen(seenByReaders(row, at), embargoAhead(story.article.data.embargoUntil, at));
  // The editor's converters are large, and no start has to wait for them.
  const { freeze } = await import('../freeze.ts');
  const { id, carried } = await freeze(req, story, desk.language, by, at);
  await takeStep(req, row, { transition: 'approve', by, at, reason }, { approval: id });
  await reserveCarried(req, article, carried);
}
