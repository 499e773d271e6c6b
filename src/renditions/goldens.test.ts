/** What a change does to what goes out can be read in a diff: every rendition of three stories as it was last agreed on (`npx vitest -u` writes them anew). */
import { describe, expect, test } from 'vitest';
import { context, richStory, sampleStory, takenBack } from '../../tests/renditions/stories.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { atom } from './atom.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonFeed } from './jsonFeed.ts';
import { jsonLd } from './jsonLd.ts';
import { markdown } from './markdown.ts';
import { ninjs, ninjsList } from './ninjs.ts';
import { rss } from './rss.ts';
import { text } from './text.ts';

const stories = [richStory(), sampleStory('water-tower.ar.html'), sampleStory('park-benches.txt')];

const inLines = (document: string): string => `${JSON.stringify(JSON.parse(document), null, 2)}\n`;
const tagByTag = (document: string): string => document.replaceAll('><', '>\n<').replaceAll('&gt;&lt;', '&gt;\n&lt;');
const golden = (name: string): string => new URL(`../../tests/renditions/fixtures/goldens/${name}`, import.meta.url).pathname;
const each = (render: (story: PublishedStory) => string): string => stories.map(render).join('\n\n');

describe('as last agreed on', () => {
  test.each([
    ['article.json', inLines(JSON.stringify(stories.map((story) => JSON.parse(json(story, context)) as unknown)))],
    ['article.ninjs.json', inLines(JSON.stringify(stories.map((story) => JSON.parse(ninjs(story, context)) as unknown)))],
    ['taken-back.ninjs.json', inLines(ninjsList(takenBack, context))],
    ['article.jsonld', inLines(JSON.stringify(stories.map((story) => JSON.parse(jsonLd(story, context)) as unknown)))],
    ['article.html', tagByTag(each((story) => html(story, context)))],
    ['article.md', each((story) => markdown(story, context))],
    ['article.txt', each((story) => text(story, context))],
    ['feed.json', inLines(jsonFeed(stories, context))],
    ['feed.rss', tagByTag(rss(stories, context))],
    ['feed.atom', tagByTag(atom(stories, context))],
  ])('%s', async (name, document) => {
    await expect(document).toMatchFileSnapshot(golden(name));
  });
});
