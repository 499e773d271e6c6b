/** What is promised to whoever takes a story in: by the rules of each format's own people, every sample, in every rendition. */
import { describe, expect, it, test } from 'vitest';
import { atomComplaints } from '../../tests/renditions/validators/atom.ts';
import { fragmentComplaints, pageComplaints } from '../../tests/renditions/validators/html.ts';
import { jsonFeedComplaints } from '../../tests/renditions/validators/jsonFeed.ts';
import { jsonLdComplaints } from '../../tests/renditions/validators/jsonLd.ts';
import { ninjsComplaints } from '../../tests/renditions/validators/ninjs.ts';
import { rssComplaints } from '../../tests/renditions/validators/rss.ts';
import { context, embargoedStory, richStory, sampleNames, sampleStory, takenBack } from '../../tests/renditions/stories.ts';
import { atom } from './atom.ts';
import { html } from './html.ts';
import { jsonFeed } from './jsonFeed.ts';
import { jsonLd } from './jsonLd.ts';
import { ninjs, ninjsList } from './ninjs.ts';
import { rss } from './rss.ts';
import { storyHtml } from './storyHtml.ts';

const stories = [
  ...sampleNames.map((name) => ({ name, story: sampleStory(name) })),
  { name: 'a story with everything', story: richStory() },
  { name: 'a story under embargo', story: embargoedStory() },
];

describe.each(stories)('$name', ({ story }) => {
  it('is ninjs, by IPTC’s schema', () => expect(ninjsComplaints(ninjs(story, context))).toEqual([]));
  it('is a page, by html-validate', async () => expect(await pageComplaints(html(story, context))).toEqual([]));
  it('is HTML in feeds, by html-validate', async () => expect(await fragmentComplaints(storyHtml(story, context))).toEqual([]));
  it('is linked data, by jsonld', async () => expect(await jsonLdComplaints(jsonLd(story, context))).toEqual([]));
  it('is an Atom feed, by the grammar of RFC 4287', () => expect(atomComplaints(atom([story], context))).toEqual([]));
  it('is an RSS feed, by the profile', () => expect(rssComplaints(rss([story], context))).toEqual([]));
  it('is a JSON Feed, by its schema', () => expect(jsonFeedComplaints(jsonFeed([story], context))).toEqual([]));
});

describe.each([
  ['no story', []],
  ['all stories', stories.map(({ story }) => story)],
])('a feed of %s', (_name, all) => {
  it('is valid in every format', () => {
    expect(atomComplaints(atom(all, context))).toEqual([]);
    expect(rssComplaints(rss(all, context))).toEqual([]);
    expect(jsonFeedComplaints(jsonFeed(all, context))).toEqual([]);
    const items = JSON.parse(ninjsList(all, context)) as unknown[];
    expect(items.flatMap((item) => ninjsComplaints(JSON.stringify(item)))).toEqual([]);
  });
});

test('a story that was taken back is ninjs, by IPTC’s schema', () => {
  const items = JSON.parse(ninjsList(takenBack, context)) as unknown[];
  expect(items).toHaveLength(takenBack.length);
  expect(items.flatMap((item) => ninjsComplaints(JSON.stringify(item)))).toEqual([]);
});
