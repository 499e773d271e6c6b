/** What all feeds say of a story, in one place: an id that survives a new headline, and dates that move only when the content does. */
import type { EditionImage } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, fileAddress, urn } from './addresses.ts';
import type { FeedContext } from './context.ts';
import { mainFile } from './imageTree.ts';
import { inLine } from './readable.ts';
import { storyHtml } from './storyHtml.ts';

export interface FeedEntry {
  id: string;
  url: string;
  language: string;
  title: string;
  /** Its summary, or the beginning of the first comment. */
  summary: string;
  html: string;
  published: string;
  updated: string;
  authors: string[];
  topics: { slug: string; name: string }[];
  picture: { url: string; type: string; size: number } | null;
}

export function feedEntry(story: PublishedStory, context: FeedContext): FeedEntry {
  const { content } = story;
  return {
    id: urn(content.id),
    url: addressOf(content, context),
    language: content.language,
    title: inLine(content.title),
    summary: inLine(content.summary ?? opening(story)),
    html: context.texts?.get(content.id)?.html ?? storyHtml(story, context),
    published: story.firstPublishedAt,
    updated: story.updatedAt,
    authors: content.authors.map(({ name }) => inLine(name)),
    topics: content.topics.map(({ slug, name }) => ({ slug, name: inLine(name) })),
    picture: content.image === null ? null : pictureOf(content.image, context),
  };
}

/** When the newest of `stories` changed; of none, the beginning of time, for there is no clock here. */
export function updatedOf(stories: readonly PublishedStory[]): string {
  return stories.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), '1970-01-01T00:00:00.000Z');
}

function opening({ content }: PublishedStory): string {
  return content.commentaries[0]?.text.trim().split(/\n{2,}/)[0] ?? content.excerpts[0]?.leadIn ?? content.title;
}

function pictureOf(image: EditionImage, context: FeedContext): FeedEntry['picture'] {
  const file = mainFile(image);
  return file === null ? null : { url: fileAddress(file.file, context), type: file.type, size: file.size };
}
