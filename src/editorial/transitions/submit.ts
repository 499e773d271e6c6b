/** Hands a draft to the desk: draft → in_review. */
import { Problem } from '../../errors.ts';
import { gatherStory } from '../gather.ts';
import { missingFrom } from '../readiness.ts';
import type { GatheredStory } from '../gatheredStory.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import type { Order } from './order.ts';

/** @throws {Problem} 409 when the story is not a draft, or lacks something that is named. */
export async function submitStory({ req, article, by, desk, reason }: Order): Promise<void> {
  const row = await workflowOf(req, article);
  const at = desk.clock();
  await takeStep(req, row, { transition: 'submit', by, at, reason });
  requireReady(await gatherStory(req, article));
}

/** @throws {Problem} 409 `not-ready` naming every field that the story lacks. */
export function requireReady(story: GatheredStory): void {
  const missing = missingFrom(story);
  if (missing.length > 0) {
    throw new Problem(409, 'not-ready', `The story is not ready: ${missing.map(({ detail }) => detail).join(' ')}`, missing);
  }
}
