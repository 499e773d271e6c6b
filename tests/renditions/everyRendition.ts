/** Without this file what came out of a newsroom would be looked at in some formats only: every rendition, each by the rules of its format's own people. */
import type { PublishedStory } from '../../src/domain/publishedStory.ts';
import { atom } from '../../src/renditions/atom.ts';
import type { FeedContext } from '../../src/renditions/context.ts';
import { html } from '../../src/renditions/html.ts';
import { jsonFeed } from '../../src/renditions/jsonFeed.ts';
import { jsonLd } from '../../src/renditions/jsonLd.ts';
import { markdown } from '../../src/renditions/markdown.ts';
import { ninjs, ninjsList } from '../../src/renditions/ninjs.ts';
import { rss } from '../../src/renditions/rss.ts';
import { storyHtml } from '../../src/renditions/storyHtml.ts';
import { text } from '../../src/renditions/text.ts';
import { atomComplaints } from './validators/atom.ts';
import { fragmentComplaints, pageComplaints } from './validators/html.ts';
import { jsonFeedComplaints } from './validators/jsonFeed.ts';
import { jsonLdComplaints } from './validators/jsonLd.ts';
import { ninjsComplaints } from './validators/ninjs.ts';
import { rssComplaints } from './validators/rss.ts';

/** What is wrong with the renditions of one story, and with feeds of it alone. Nobody validates Markdown and plain text: they have to hold its title. */
export async function storyComplaints(story: PublishedStory, context: FeedContext): Promise<string[]> {
  return [
    ...under('ninjs', ninjsComplaints(ninjs(story, context))),
    ...under('HTML', await pageComplaints(html(story, context))),
    ...under('HTML in feeds', await fragmentComplaints(storyHtml(story, context))),
    ...under('JSON-LD', await jsonLdComplaints(jsonLd(story, context))),
    ...under('Markdown', titled(markdown(story, context), story)),
    ...under('plain text', titled(text(story, context), story)),
    ...(await feedComplaints([story], context)),
  ];
}

/** What is wrong with feeds of `stories`. */
export async function feedComplaints(stories: readonly PublishedStory[], context: FeedContext): Promise<string[]> {
  const items = JSON.parse(ninjsList(stories, context)) as unknown[];
  return [
    ...under('Atom', atomComplaints(atom(stories, context))),
    ...under('RSS', rssComplaints(rss(stories, context))),
    ...under('JSON Feed', jsonFeedComplaints(jsonFeed(stories, context))),
    ...under(
      'a list of ninjs',
      items.flatMap((item) => ninjsComplaints(JSON.stringify(item))),
    ),
  ];
}

function titled(rendition: string, { content }: PublishedStory): string[] {
  const words = content.title.split(/\s+/);
  return words.every((word) => rendition.includes(word)) ? [] : [`the title is not in it: ${content.title}`];
}

function under(format: string, complaints: readonly string[]): string[] {
  return complaints.map((complaint) => `${format}: ${complaint}`);
}
