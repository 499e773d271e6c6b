/** Writes down what may go out, at the moment somebody says that it may. */
import type { PayloadRequest } from 'payload';
import { contentDigest } from '../domain/digest.ts';
import type { Carried, FrozenDocuments } from './approval.ts';
import { assembleContent } from './assemble/content.ts';
import type { Actor } from './desk.ts';
import type { GatheredStory } from './gatheredStory.ts';
import { insertRecord } from './records.ts';

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

function carriedBy(story: GatheredStory): Carried[] {
  // A story may name one report twice.
  const of = (collection: string, ids: Iterable<string>): Carried[] => [...new Set(ids)].map((document) => ({ collection, document }));
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
