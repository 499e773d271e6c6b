/** Freezes a story's text as what may go out: in_review → approved. */
import type { PayloadRequest } from 'payload';
import { Problem } from '../../errors.ts';
import { reserveCarried } from '../carriages.ts';
import { keepNewestVersions } from '../../database/keepVersions.ts';
import { embargoAhead, refuseEmbargoOnSeen, seenByReaders } from '../embargo.ts';
import { gatherStory } from '../gather.ts';
import type { GatheredStory } from '../gatheredStory.ts';
import { requireRendered } from '../pictures/pending.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';
import { requireReady } from './submit.ts';

/** @throws {Problem} 409 when the story is not in review, lacks something, waits for its picture, is under a new embargo after its release, or four eyes are asked for and these are the same two. */
export async function approveStory({ req, article, by, desk, reason }: Order): Promise<void> {
  const row = await workflowOf(req, article);
  if (desk.fourEyes && 'user' in by && row.lastEditedBy === by.user) {
    throw new Problem(409, 'four-eyes', 'You edited this story last. Somebody else has to approve it.');
  }
  const at = desk.clock();
  const story = await gatherStory(req, article);
  requireReady(story);
  await requireRendered(req, story);
  refuseEmbargoOnSeen(seenByReaders(row, at), embargoAhead(story.article.data.embargoUntil, at));
  // The editor's converters are large, and no start has to wait for them.
  const { freeze } = await import('../freeze.ts');
  const { id, carried } = await freeze(req, story, desk.language, by, at);
  await keepVersions(req, story);
  await takeStep(req, row, { transition: 'approve', by, at, reason }, { approval: id });
  await reserveCarried(req, article, carried);
}

/** What was approved stays as a version of its own, however somebody goes on typing. */
async function keepVersions(req: PayloadRequest, { article, excerpts, commentaries }: GatheredStory): Promise<void> {
  const { payload } = req;
  await keepNewestVersions({ payload, req, collection: 'articles', ids: [article.data.id] });
  await keepNewestVersions({ payload, req, collection: 'news-excerpts', ids: excerpts.map(({ data }) => data.id) });
  await keepNewestVersions({ payload, req, collection: 'commentaries', ids: commentaries.map(({ data }) => data.id) });
}
