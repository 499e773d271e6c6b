/** Stories as JSON Feed 1.1 (jsonfeed.org), for readers that would rather not parse XML. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import { thingAddress } from './addresses.ts';
import type { FeedContext } from './context.ts';
import { feedEntry } from './feedEntry.ts';
import { inLine } from './readable.ts';
import { text } from './text.ts';

/** `stories`, in the order given, as one JSON text. */
export function jsonFeed(stories: readonly PublishedStory[], context: FeedContext): string {
  const { feed, newsroom, publicUrl } = context;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homepage,
    feed_url: feed.url,
    description: feed.description,
    language: feed.language,
    authors: [{ name: newsroom.name, url: publicUrl }],
    items: stories.map((story) => itemOf(story, context)),
  });
}

function itemOf(story: PublishedStory, context: FeedContext): Record<string, unknown> {
  const entry = feedEntry(story, context);
  const { content } = story;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    content_text: context.texts?.get(content.id)?.text ?? text(story, context),
    ...(content.summary === null ? {} : { summary: inLine(content.summary) }),
    ...(entry.picture === null ? {} : { image: entry.picture.url }),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: content.authors.map(({ name, slug }) => ({ name, url: thingAddress('authors', slug, context) })),
    tags: [...new Set(entry.topics.map(({ name }) => name))],
    language: entry.language,
  };
}
