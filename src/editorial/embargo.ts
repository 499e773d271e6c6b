/** An embargo is a promise about the first time readers see a story; once they have, there is nothing left to hold back, and this file says so. */
import type { PayloadRequest } from 'payload';
import { Problem } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { WorkflowRow } from './records.ts';
import { workflowOf } from './workflow.ts';

/** The end of an embargo that lies ahead of `now`, or null. */
export function embargoAhead(embargoUntil: string | null | undefined, now: Date): Date | null {
  const end = embargoUntil ? new Date(embargoUntil) : null;
  return end !== null && end > now ? end : null;
}

/** Whether readers have seen some edition of the story by `now`; one that was withdrawn under embargo they have not. */
export function seenByReaders({ number, firstPublishedAt }: WorkflowRow, now: Date): boolean {
  return number > 0 && firstPublishedAt ? new Date(firstPublishedAt) <= now : false;
}

/**
 * Going out at once would break such an embargo, and waiting for it would take the story from its readers.
 * @throws {Problem} 409 when there is an `embargo` ahead and readers have seen the story.
 */
export function refuseEmbargoOnSeen(seen: boolean, embargo: Date | null): void {
  if (!seen || embargo === null) return;
  const sentence = `Readers have seen this story, but its text is under embargo until ${embargo.toISOString()}. Take the embargo away, and have the text approved again.`;
  throw new Problem(409, 'already-released', sentence, [{ pointer: '/embargoUntil', detail: sentence }]);
}

/** @throws {Problem} 409 when readers have seen the story: its embargo can be taken away, but not set or moved to later. */
export async function refuseEmbargoAfterRelease(desk: Desk, req: PayloadRequest, article: string): Promise<void> {
  const row = await workflowOf(req, article);
  if (!seenByReaders(row, desk.clock())) return;
  const sentence = 'Readers have seen this story: an embargo cannot be set or moved to later any more.';
  throw new Problem(409, 'already-released', sentence, [{ pointer: '/embargoUntil', detail: sentence }]);
}
