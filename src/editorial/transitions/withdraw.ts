/** Takes a live story back, with the notice that readers and partners get instead: live → withdrawn. */
import { carry } from '../carriages.ts';
import { seenByReaders } from '../embargo.ts';
import { forgetShown } from '../release.ts';
import { recordPublication, type Published } from '../sequencer/marks.ts';
import { takeStep, workflowOf } from '../workflow.ts';
import { requireWords, type Order } from './order.ts';

/** @throws {Problem} 422 without a notice, 409 when the story is not live. */
export async function withdrawStory({ req, article, by, desk, reason, notice }: Order): Promise<Published> {
  const words = requireWords(notice, 'notice', 'Say to readers and partners why the story is withdrawn.');
  const row = await workflowOf(req, article);
  const at = desk.clock();
  const number = row.number + 1;
  // Withdrawn before the end of its embargo, no reader has seen it: its first publication is still to come.
  const firstPublishedAt = seenByReaders(row, at) ? (row.firstPublishedAt ?? null) : null;
  await takeStep(
    req,
    row,
    { transition: 'withdraw', by, at, reason, notice: words },
    { number, firstPublishedAt, releaseAt: null, releaseDue: null, scheduledFor: null },
  );
  const published = await recordPublication(req, {
    article,
    number,
    approval: row.published ?? null,
    kind: 'withdrawn',
    notice: words,
    by,
    at: at.toISOString(),
    embargoUntil: null,
    firstPublishedAt,
    backfill: false,
  });
  await forgetShown(req, await carry(req, article, [], null), at);
  return published;
}
