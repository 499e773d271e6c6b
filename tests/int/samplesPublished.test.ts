/** Without this test the validators would only ever see stories that a test has put together: here each sample goes in by command and comes out at the public door. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contentDigest } from '../../src/domain/digest.ts';
import type { EditionContent } from '../../src/domain/edition.ts';
import type { EditionHeader } from '../../src/domain/entries.ts';
import type { PublishedStory } from '../../src/domain/publishedStory.ts';
import { publishedSchema } from '../../src/delivery/graphql/schema.ts';
import { articleOf, type Article } from '../../src/renditions/json.ts';
import { askGraphql, type GraphqlAnswer } from '../helpers/askGraphql.ts';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';
import { asRest, wholeSelection } from '../helpers/wholeSelection.ts';
import { feedComplaints, storyComplaints } from '../renditions/everyRendition.ts';
import { context as samplesContext, sampleNames } from '../renditions/stories.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const samples = resolve(import.meta.dirname, '../../samples');

interface Report {
  documents: { file: string; articleId: string }[];
  failed: { file: string; reason: string }[];
}

/** What keeps a sample from going out at once, and what an editor does about it. */
const COMPLETED: Readonly<Record<string, { lacks: RegExp; complete: (chief: Caller, story: Doc) => Promise<void> }>> = {
  'clock-tower.md': {
    lacks: /no author/,
    complete: async (chief, { commentaries }) => {
      const { id } = await chief.create('authors', { name: 'Ines Corvin' });
      for (const part of commentaries as string[]) expect((await chief.edit('commentaries', part, { authors: [id] })).status).toBe(200);
    },
  },
  'noise-survey.md': {
    lacks: /no outlet/,
    complete: async (chief, { excerpts }) => {
      const { id } = await chief.create('outlets', { name: 'The Evening Desk', kinds: ['source'] });
      for (const part of excerpts as string[]) expect((await chief.edit('news-excerpts', part, { outlet: id })).status).toBe(200);
    },
  },
};

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
let report: Report;
beforeAll(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
  const { stdout } = await counterpoint(place, ['import', samples, '--publish', '--as', 'chief@example.org', '--json']);
  report = JSON.parse(stdout) as Report;
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

const nameOf = (file: string): string => file.split('/').at(-1) ?? '';
const documents = (): Report['documents'] => report.documents.filter(({ file }) => sampleNames.includes(nameOf(file)));

it('every sample can be published: what keeps one back is named, and an editor completes it', async () => {
  expect(
    documents()
      .map(({ file }) => nameOf(file))
      .sort(),
  ).toEqual([...sampleNames].sort());
  const failed = report.failed.filter(({ file }) => sampleNames.includes(nameOf(file)));
  expect(failed.map(({ file }) => nameOf(file)).sort()).toEqual(Object.keys(COMPLETED));
  for (const { file, reason } of failed) {
    const { lacks, complete } = COMPLETED[nameOf(file)]!;
    expect(reason).toMatch(lacks);
    const id = documents().find((one) => one.file === file)?.articleId ?? '';
    await complete(chief, await chief.draft('articles', id));
    await publish(chief, id);
  }
});

it('and, as strangers are given it, passes every validator in every rendition', async () => {
  const context = {
    ...samplesContext,
    publicUrl: newsroom.url,
    mediaUrl: `${newsroom.url}/api/media/file`,
    newsroom: { name: 'Counterpoint', language: 'en' },
  };
  const stories: PublishedStory[] = [];
  for (const { file, articleId } of documents()) {
    const story = await asStrangersSee(articleId);
    stories.push(story.published);
    expect(articleOf(story.published, context), file).toEqual(story.article);
    expect(await storyComplaints(story.published, context), file).toEqual([]);
  }
  expect(await feedComplaints(stories, context)).toEqual([]);
  expect(stories).toHaveLength(sampleNames.length);
});

it('and is by GraphQL, field by field, what it is at its address', async () => {
  const query = `query ($id: ID) { article(id: $id) ${wholeSelection(publishedSchema(), 'Article')} }`;
  for (const { file, articleId } of documents()) {
    const { data } = (await askGraphql(newsroom.url, query, { id: articleId })).json<GraphqlAnswer<{ article: unknown }>>();
    const { body } = await stranger(newsroom).send<Article>('GET', `/v1/articles/${articleId}`);
    expect(asRest(data.article), file).toEqual(body);
  }
});

/** The story of the newest public edition, with what only the article's own answer says about it. */
async function asStrangersSee(id: string): Promise<{ article: Article; published: PublishedStory }> {
  const reader = stranger(newsroom);
  const { status, body: article } = await reader.send<Article>('GET', `/v1/articles/${id}`);
  expect(status, id).toBe(200);
  const edition = await reader.send<{ header: EditionHeader; content: EditionContent }>('GET', new URL(article.edition).pathname);
  const { header, content } = edition.body;
  expect([edition.status, contentDigest(content)]).toEqual([200, header.contentDigest]);
  const { revision, status: state, firstPublishedAt, publishedAt, updatedAt, embargoUntil, corrections } = article;
  const times = { firstPublishedAt, publishedAt, updatedAt, embargoUntil };
  const { contentDigest: digest, backfill } = header;
  return { article, published: { content, contentDigest: digest, revision, status: state, ...times, backfill, corrections, translations: [] } };
}
