/** What was out is never quietly gone: deleting and late embargoes are decided here. */
import type { PayloadRequest } from 'payload';
import { Problem } from '../errors.ts';
import type { Desk } from './desk.ts';
import { removeRecords } from './records.ts';
import { workflowOf } from './workflow.ts';

/** @throws {Problem} 409 when the story was ever published. Clears what lies beside one that was not. */
export async function dropUnpublished(req: PayloadRequest, article: string): Promise<void> {
  const row = await workflowOf(req, article);
  if (row.number > 0) {
    throw new Problem(409, 'was-published', 'A story that was published cannot be deleted. Withdraw it instead.');
  }
  await removeRecords(req, 'carriages', { article: { equals: article } });
  await removeRecords(req, 'slugs', { article: { equals: article } });
  await removeRecords(req, 'workflow', { id: { equals: row.id } });
}

/** @throws {Problem} 409 when readers have seen the story. */
export async function refuseEmbargoAfterRelease(desk: Desk, req: PayloadRequest, article: string): Promise<void> {
  const row = await workflowOf(req, article);
  const released = row.number > 0 && row.firstPublishedAt ? new Date(row.firstPublishedAt) <= desk.clock() : false;
  if (released) {
    throw new Problem(409, 'already-released', 'Readers have seen this story: an embargo cannot be set any more.', [
      { pointer: '/embargoUntil', detail: 'The story is out.' },
    ]);
  }
}
