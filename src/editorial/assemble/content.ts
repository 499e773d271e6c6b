/** Puts a gathered story together as the edition's content; without it, approving would freeze nothing anybody can verify. */
import type { EditionContent } from '../../domain/edition.ts';
import type { GatheredStory } from '../gatheredStory.ts';
import { commentaryIn } from './commentary.ts';
import { excerptIn } from './excerpt.ts';
import { imageIn } from './image.ts';
import { authorIn, outletIn, siteIn, topicIn, type Languages } from './names.ts';

/**
 * The content of an edition of `story`, with names in its language.
 * Pure: the same story gives the same content. The story has to be ready (see readiness.ts).
 */
export function assembleContent(story: GatheredStory, newsroomLanguage: string): EditionContent {
  const { data } = story.article;
  const languages: Languages = { story: data.language ?? newsroomLanguage, newsroom: newsroomLanguage };
  const outlets = found(data.outlets, story.outlets);
  const writtenFor = found([data.writtenFor], story.outlets)[0];
  const image = found([data.heroImage], story.images)[0];
  const byline = [...new Set(story.commentaries.flatMap((commentary) => commentary.data.authors ?? []))];
  return {
    id: data.id,
    slug: data.slug ?? data.id,
    language: languages.story,
    title: data.title ?? '',
    summary: data.summary || null,
    writtenFor: writtenFor === undefined ? null : outletIn(writtenFor, languages),
    authors: found(byline, story.authors).map((author) => authorIn(author, languages)),
    excerpts: story.excerpts.flatMap(({ data: excerpt }) => found([excerpt.outlet], story.outlets).map((outlet) => excerptIn(excerpt, outlet, languages))),
    commentaries: story.commentaries.map(({ data: commentary }) => commentaryIn(commentary, languages)),
    outlets: outlets.map((outlet) => siteIn(outlet, languages)),
    topics: found(data.topics, story.topics).map((topic) => topicIn(topic, languages)),
    image: image === undefined ? null : imageIn(image),
    translationSet: data.translationSet ?? null,
  };
}

function found<Stored>(ids: readonly (string | null | undefined)[] | null | undefined, among: ReadonlyMap<string, Stored>): Stored[] {
  return (ids ?? []).flatMap((id) => {
    const document = typeof id === 'string' ? among.get(id) : undefined;
    return document === undefined ? [] : [document];
  });
}
