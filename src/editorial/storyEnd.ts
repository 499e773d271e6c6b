/** What was out is never quietly gone: who may be deleted is decided here. */
import type { PayloadRequest } from 'payload';
import { Problem } from '../errors.ts';
import { removeRecords } from './records.ts';
import { workflowOf } from './workflow.ts';

/** @throws {Problem} 409 when the story was ever published. Clears what lies beside one that was not. */
export async function dropUnpublished(req: PayloadRequest, article: string): Promise<void> {
  const row = await workflowOf(req, article);
  if (row.number > 0) {
    throw new Problem(409, 'was-published', 'A story that was published cannot be deleted. Withdraw it instead.');
  }
  await removeRecords(req, 'carriages', { article: { equals: article } });
  await removeRecords(req, 'redirects', { article: { equals: article } });
  await removeRecords(req, 'slugs', { article: { equals: article } });
  await removeRecords(req, 'workflow', { id: { equals: row.id } });
}
