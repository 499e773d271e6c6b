/** An approval is the text that may go out, frozen: what was approved stays readable however the drafts move on. */
import type { PayloadRequest } from 'payload';
import { contentDigest } from '../domain/digest.ts';
import type { EditionContent } from '../domain/edition.ts';
import { Problem } from '../errors.ts';
import { assembleContent } from './assemble/content.ts';
import type { Actor } from './desk.ts';
import type { DraftedDocument, GatheredStory, StoredArticle } from './gatheredStory.ts';
import { insertRecord, recordsWhere } from './records.ts';

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

/** Freezes `story` and returns the approval's id. The story has to be ready. */
export async function freeze(
  req: PayloadRequest,
  story: GatheredStory,
  newsroomLanguage: string,
  by: Actor,
  at: Date,
): Promise<{ id: string; carried: Carried[] }> {
  const content = assembleContent(story, newsroomLanguage);
  const documents: FrozenDocuments = { article: story.article, parts: [...story.excerpts, ...story.commentaries], carried: carriedBy(story) };
  const id = await insertRecord(req, 'approvals', {
    article: content.id,
    content,
    contentDigest: contentDigest(content),
    documents,
    by,
    at: at.toISOString(),
  });
  return { id, carried: documents.carried };
}

/** The approval `id`. @throws {Problem} 409 when there is none, which only a story that was never approved can cause. */
export async function approvalBy(req: PayloadRequest, id: string | null | undefined): Promise<Approval> {
  const [row] = id ? await recordsWhere(req, 'approvals', { id: { equals: id } }, { limit: 1 }) : [];
  if (row === undefined) throw new Problem(409, 'not-approved', 'This story has no approved text. Approve it first.');
  return row as Approval;
}

function carriedBy(story: GatheredStory): Carried[] {
  const of = (collection: string, ids: Iterable<string>): Carried[] => [...ids].map((document) => ({ collection, document }));
  return [
    ...of('articles', [story.article.data.id]),
    ...of(
      'news-excerpts',
      story.excerpts.map(({ data }) => data.id),
    ),
    ...of(
      'commentaries',
      story.commentaries.map(({ data }) => data.id),
    ),
    ...of('authors', story.authors.keys()),
    ...of('outlets', story.outlets.keys()),
    ...of('topics', story.topics.keys()),
    ...of('media', story.images.keys()),
  ];
}
