/** Stories as an Atom feed (RFC 4287), the strictest that feed readers know. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import { asciiAddress, storyAddress, thingAddress } from './addresses.ts';
import type { FeedContext } from './context.ts';
import { feedEntry, updatedOf } from './feedEntry.ts';
import { xmlDocument, type XmlElement } from './xml.ts';

/** `stories`, in the order given, as one document. */
export function atom(stories: readonly PublishedStory[], context: FeedContext): string {
  const { feed, newsroom, publicUrl } = context;
  const root: XmlElement = {
    name: 'feed',
    attributes: { 'xml:lang': feed.language },
    content: [
      textOf('id', feed.url),
      textOf('title', feed.title),
      textOf('subtitle', feed.description),
      textOf('updated', updatedOf(stories)),
      link('self', feed.url, { type: 'application/atom+xml' }),
      link('alternate', feed.homepage, { type: 'text/html' }),
      { name: 'author', content: [textOf('name', newsroom.name), textOf('uri', publicUrl)] },
      textOf('generator', 'Counterpoint'),
      ...stories.map((story) => entryOf(story, context)),
    ],
  };
  return xmlDocument(root, { '': 'http://www.w3.org/2005/Atom' });
}

function entryOf(story: PublishedStory, context: FeedContext): XmlElement {
  const entry = feedEntry(story, context);
  const { content, translations } = story;
  return {
    name: 'entry',
    attributes: { 'xml:lang': entry.language },
    content: [
      textOf('id', entry.id),
      textOf('title', entry.title),
      textOf('published', entry.published),
      textOf('updated', entry.updated),
      ...content.authors.map(({ name, slug }) => person(name, thingAddress('authors', slug, context))),
      link('alternate', entry.url, { type: 'text/html', hreflang: entry.language }),
      ...content.excerpts.map(({ url, language }) => (asciiAddress(url) === null ? null : link('via', asciiAddress(url) ?? '', { hreflang: language }))),
      ...translations.map((one) => link('related', storyAddress(one, context), { type: 'text/html', hreflang: one.language })),
      entry.picture === null ? null : link('enclosure', entry.picture.url, { type: entry.picture.type, length: String(entry.picture.size) }),
      ...entry.topics.map(({ slug, name }) => ({ name: 'category', attributes: { term: slug, scheme: `${context.publicUrl}/v1/topics`, label: name } })),
      textOf('summary', entry.summary),
      { name: 'content', attributes: { type: 'html' }, content: entry.html },
    ],
  };
}

function textOf(name: string, content: string): XmlElement {
  return { name, content };
}

function person(name: string, uri: string): XmlElement {
  return { name: 'author', content: [textOf('name', name), textOf('uri', uri)] };
}

function link(rel: string, href: string, attributes: Record<string, string>): XmlElement {
  return { name: 'link', attributes: { rel, href, ...attributes } };
}
