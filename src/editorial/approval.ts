/** An approval is the text that may go out, frozen: what was approved stays readable however the drafts move on. */
import type { PayloadRequest } from 'payload';
import type { EditionContent } from '../domain/edition.ts';
import { Problem } from '../errors.ts';
import type { DraftedDocument, StoredArticle } from './gatheredStory.ts';
import { recordsWhere } from './records.ts';

export interface Carried {
  collection: string;
  document: string;
}

/** What publishing an approval writes: the stored state of each document with drafts, and everything the story carries to readers. */
export interface FrozenDocuments {
  article: DraftedDocument<StoredArticle>;
  parts: DraftedDocument<{ id: string }>[];
  carried: Carried[];
}

export interface Approval {
  id: string;
  article: string;
  content: EditionContent;
  contentDigest: string;
  documents: FrozenDocuments;
}

/** The approval `id`. @throws {Problem} 409 when there is none, which only a story that was never approved can cause. */
export async function approvalBy(req: PayloadRequest, id: string | null | undefined): Promise<Approval> {
  const [row] = id ? await recordsWhere(req, 'approvals', { id: { equals: id } }, { limit: 1 }) : [];
  if (row === undefined) throw new Problem(409, 'not-approved', 'This story has no approved text. Approve it first.');
  return row as Approval;
}
