/** Gives a story back to its writer, with the reason: in_review or approved → draft. */
import { releaseReserved } from '../carriages.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import { requireWords, type Order } from './order.ts';

/** @throws {Problem} 422 without a reason, 409 when the story is neither in review nor approved. */
export async function returnStory({ req, article, by, desk, reason }: Order): Promise<void> {
  const why = requireWords(reason, 'reason', 'Say why the story goes back.');
  const row = await workflowOf(req, article);
  await takeStep(req, row, { transition: 'return', by, at: desk.clock(), reason: why }, { approval: null });
  if (row.number === 0) await releaseReserved(req, article);
}
