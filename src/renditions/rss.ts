/** Stories as RSS 2.0, as the RSS Advisory Board's profile has it: what most readers still ask for. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import type { FeedContext } from './context.ts';
import { feedEntry, updatedOf } from './feedEntry.ts';
import { xmlDocument, type XmlElement } from './xml.ts';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
};

/** `stories`, in the order given, as one document. */
export function rss(stories: readonly PublishedStory[], context: FeedContext): string {
  const { feed } = context;
  const channel = [
    textOf('title', feed.title),
    textOf('link', feed.homepage),
    textOf('description', feed.description),
    textOf('language', feed.language),
    textOf('lastBuildDate', mailDate(updatedOf(stories))),
    textOf('generator', 'Counterpoint'),
    textOf('docs', 'https://www.rssboard.org/rss-specification'),
    { name: 'atom:link', attributes: { rel: 'self', href: feed.url, type: 'application/rss+xml' } },
    ...stories.map((story) => itemOf(story, context)),
  ];
  return xmlDocument({ name: 'rss', attributes: { version: '2.0' }, content: [{ name: 'channel', content: channel }] }, namespaces);
}

function itemOf(story: PublishedStory, context: FeedContext): XmlElement {
  const entry = feedEntry(story, context);
  const { picture } = entry;
  return {
    name: 'item',
    content: [
      textOf('title', entry.title),
      textOf('link', entry.url),
      { name: 'guid', attributes: { isPermaLink: 'false' }, content: entry.id },
      // The element `author` is for addresses of mail.
      ...entry.authors.map((name) => textOf('dc:creator', name)),
      textOf('pubDate', mailDate(entry.published)),
      textOf('atom:updated', entry.updated),
      textOf('dc:language', entry.language),
      ...entry.topics.map(({ name }) => textOf('category', name)),
      picture === null ? null : { name: 'enclosure', attributes: { url: picture.url, length: String(picture.size), type: picture.type } },
      textOf('description', entry.summary),
      textOf('content:encoded', entry.html),
    ],
  };
}

function textOf(name: string, content: string): XmlElement {
  return { name, content };
}

/** RFC 822 with a year of four digits, as RSS has it. */
function mailDate(instant: string): string {
  return new Date(instant).toUTCString();
}
