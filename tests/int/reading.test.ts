/** Without these tests what readers ask for could work in parts and not in the whole: lists, searches, feeds, site maps and the stream of a running newsroom. */
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import {
  articleListSchema,
  authorAnswerSchema,
  commentaryAnswerSchema,
  correctionsSchema,
  editionSchema,
  editionsSchema,
  excerptAnswerSchema,
  ledgerHeadSchema,
  outletsSchema,
  problemSchema,
  searchSchema,
} from '../../src/delivery/schemas/answers.ts';
import { articleSchema } from '../../src/delivery/schemas/article.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { rawGet } from '../helpers/rawGet.ts';
import { aStory, firstAdministrator, publish, type Caller, type StoryParts } from '../helpers/staff.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const STORIES = 5;

let newsroom: Newsroom;
let editor: Caller;
let stories: StoryParts[];
let topic: { id: string; slug?: string };
/** What a cache elsewhere was told. */
const purges: IncomingMessage[] = [];
const cdn = createServer((asked, answer) => {
  purges.push(asked);
  answer.end();
});
const SECRET = 'a key that is in no log';
beforeAll(async () => {
  await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve));
  const purging = { CDN_PURGE_URL: `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/{key}`, CDN_PURGE_HEADER: `CDN-Key: ${SECRET}` };
  newsroom = await startNewsroom({ env: purging });
  editor = await firstAdministrator(newsroom);
  topic = await editor.create('topics', { name: 'Harbours' });
  stories = [];
  for (let number = 0; number < STORIES; number += 1) {
    const story = await aStory(editor, editor, { topics: [topic.id] });
    await publish(editor, story.article.id);
    stories.push(story);
  }
});
afterAll(async () => {
  cdn.closeAllConnections();
  cdn.close();
  await newsroom.stop();
});

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await rawGet(`${newsroom.url}${path}`);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return schema.parse(answer.json());
}
const ids = () => stories.map(({ article }) => article.id);
const found = (data: readonly { id?: string | undefined }[]) => data.map(({ id }) => id);

describe('what was published', () => {
  it('is in the list at once, page by page', async () => {
    const first = await read('/v1/articles?limit=3', articleListSchema);
    const second = await read(`/v1/articles?limit=3&cursor=${first.page.next ?? ''}`, articleListSchema);
    expect([...found(first.data), ...found(second.data)]).toEqual(ids().reverse());
    expect((await read(`/v1/articles?topic=${topic.slug ?? ''}&count=true&limit=1`, articleListSchema)).page.total).toBe(STORIES);
    expect(found((await read(`/v1/articles?source=${stories[2]?.outlet.slug ?? ''}`, articleListSchema)).data)).toEqual([ids()[2]]);
  });

  it('is found by its words, its parts and its names', async () => {
    const [{ article, excerpt, commentary, author, outlet } = stories[0]!] = stories;
    const { data, facets } = await read(`/v1/search?q=${encodeURIComponent(`"${String(article.title)}"`)}`, searchSchema);
    expect(found(data)).toEqual([article.id]);
    expect(data[0]?.highlights[0]?.text).toContain('<mark>');
    expect(facets?.author).toMatchObject([{ value: author.slug, count: 1 }]);
    expect(await read(`/v1/excerpts/${excerpt.id}`, excerptAnswerSchema)).toMatchObject({ id: excerpt.id, articles: [{ id: article.id }] });
    expect(await read(`/v1/commentaries/${commentary.id}`, commentaryAnswerSchema)).toMatchObject({ id: commentary.id, articles: [{ id: article.id }] });
    expect(await read(`/v1/authors/${author.slug ?? ''}`, authorAnswerSchema)).toMatchObject({ id: author.id, articles: { author: 1 } });
    expect((await read('/v1/outlets?limit=100', outletsSchema)).data.map(({ id }) => id)).toContain(outlet.id);
  });

  it('is what the contract says at every address of its own', async () => {
    const [id = ''] = ids();
    const { language, slug } = await read(`/v1/articles/${id}`, articleSchema);
    for (const extension of ['json', 'html', 'md', 'txt', 'ninjs.json', 'jsonld']) {
      const answer = await rawGet(`${newsroom.url}/v1/articles/${language}/${slug}.${extension}`, { 'Accept-Encoding': 'br' });
      expect([answer.status, answer.headers['content-encoding']]).toEqual([200, 'br']);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
        vary: 'Accept, Accept-Encoding',
        'x-request-id': expect.any(String) as string,
      });
    }
    await read(`/v1/articles/${id}/editions`, editionsSchema);
    await read(`/v1/articles/${id}/editions/1`, editionSchema);
    await read('/v1/ledger-head', ledgerHeadSchema);
  });

  it('is in the feeds and on the map', async () => {
    const [id = ''] = ids();
    for (const path of [
      '/feeds/articles.rss',
      '/feeds/articles.atom',
      '/feeds/articles.json',
      '/feeds/articles.ninjs.json',
      `/feeds/topics/${topic.slug ?? ''}.rss`,
    ])
      expect((await rawGet(`${newsroom.url}${path}?utm_source=x`)).text, path).toContain(`urn:uuid:${id}`);
    const [, part = ''] = /<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/.exec((await rawGet(`${newsroom.url}/sitemap.xml`)).text) ?? [];
    for (const path of [part, '/sitemap-news.xml']) expect((await rawGet(`${newsroom.url}${path}`)).text.match(/<loc>/g), path).toHaveLength(STORIES);
    expect((await rawGet(`${newsroom.url}/robots.txt`)).text).toContain('/sitemap.xml');
  });

  it('is kept ready, and /metrics says how often that helped', async () => {
    const figure = async (name: string) => Number(new RegExp(`^response_cache_${name} (\\d+)$`, 'm').exec((await rawGet(`${newsroom.url}/metrics`)).text)?.[1]);
    const path = `${newsroom.url}/v1/articles/${ids()[0] ?? ''}`;
    await rawGet(path);
    const [hits, misses] = [await figure('hits_total'), await figure('misses_total')];
    const line = async (id: string) => {
      const { headers } = await rawGet(path, { 'X-Request-Id': id });
      await vi.waitFor(() => expect(newsroom.logs.some((one) => one.includes(id))).toBe(true), WAIT);
      return headers;
    };
    expect(await line('kept-answer-1')).toMatchObject({
      'x-request-id': 'kept-answer-1',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect([(await figure('hits_total')) - hits, (await figure('misses_total')) - misses]).toEqual([1, 0]);
    expect(await figure('entries')).toBeGreaterThan(0);
    expect(await figure('bytes')).toBeGreaterThan(1000);
  });

  it('is told to nobody in a shared cache’s name who sends credentials', async () => {
    const answer = await rawGet(`${newsroom.url}/v1/articles`, { Authorization: `JWT ${editor.token ?? ''}` });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'private, no-store']);
  });

  it('is refused by name where the question is wrong', async () => {
    for (const [path, parameter] of [
      ['/v1/articles?limt=3', 'limt'],
      ['/v1/search', 'q'],
      ['/feeds/articles.rss?limit=x', 'limit'],
    ] as const) {
      const answer = await rawGet(`${newsroom.url}${path}`);
      expect([answer.status, problemSchema.parse(answer.json()).errors?.[0]?.parameter]).toEqual([400, parameter]);
    }
  });
});

it('a correction and a withdrawal reach every door, and who listens', async () => {
  const [, { article } = stories[1]!, { article: withdrawn } = stories[2]!] = stories;
  let said = '';
  const listener = request(`${newsroom.url}/v1/stream`, (answer) => answer.on('data', (chunk: Buffer) => (said += chunk.toString())));
  listener.on('error', () => undefined);
  listener.end();
  await vi.waitFor(() => expect(said).toContain('retry:'), WAIT);
  purges.length = 0;
  await editor.edit('articles', article.id, { title: 'The quay opens late' });
  for (const transition of ['submit', 'approve']) await editor.move(article.id, transition);
  await editor.move(article.id, 'correct', { notice: 'It opens on Tuesday.' });
  await editor.move(withdrawn.id, 'withdraw', { notice: 'It does not open.' });

  expect((await read('/v1/corrections', correctionsSchema)).data).toMatchObject([{ id: article.id, corrections: [{ notice: 'It opens on Tuesday.' }] }]);
  expect(found((await read('/v1/articles?sort=updatedAt&limit=100', articleListSchema)).data).at(-1)).toBe(article.id);
  for (const path of ['/v1/articles?limit=100', '/v1/search?q=quay&limit=100', '/feeds/articles.json', '/feeds/articles.ninjs.json'])
    expect((await rawGet(`${newsroom.url}${path}`)).text, path).not.toContain(withdrawn.id);
  const gone = await rawGet(`${newsroom.url}/v1/articles/${withdrawn.id}.html`);
  expect([gone.status, problemSchema.parse(gone.json()).detail]).toEqual([410, 'This story was withdrawn: It does not open.']);
  await vi.waitFor(() => {
    const told = [...said.matchAll(/^data: (.+)$/gm)].map(([, data = '']) => JSON.parse(data) as unknown);
    expect(told).toEqual([
      { articleId: article.id, revision: 2, kind: 'corrected' },
      { articleId: withdrawn.id, revision: 2, kind: 'withdrawn' },
    ]);
  }, WAIT);
  listener.destroy();
  const told = () => purges.map(({ method, url, headers }) => [method, url, headers['cdn-key']].join(' '));
  const keys = [`article-${article.id}`, `article-${withdrawn.id}`, 'stories'].map((key) => `POST /${key} ${SECRET}`);
  await vi.waitFor(() => expect(told()).toEqual(expect.arrayContaining(keys)), WAIT);
  expect(newsroom.logs.join('\n')).not.toContain(SECRET);
});

it('a story under embargo is in every door from its second on, and not before', async () => {
  const embargoUntil = new Date(Date.now() + 4_000).toISOString();
  const { article, excerpt } = await aStory(editor, editor, { title: 'The lighthouse closes', embargoUntil });
  await publish(editor, article.id);
  const doors = [
    '/v1/articles?q=lighthouse',
    '/v1/search?q=lighthouse',
    `/v1/excerpts/${excerpt.id}`,
    '/feeds/articles.rss',
    '/feeds/articles.json',
    '/sitemap-news.xml',
  ];
  const told = async () => {
    const answers = await Promise.all(doors.map((door) => rawGet(`${newsroom.url}${door}`)));
    return answers.map(({ text }) => text.includes(article.id) || text.includes('lighthouse-closes'));
  };
  const early = await told();
  expect(Date.now()).toBeLessThan(Date.parse(embargoUntil));
  expect(early).toEqual(doors.map(() => false));
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(embargoUntil)), WAIT);
  expect(await told()).toEqual(doors.map(() => true));
});

it('a node that stops lets go of who listens; one that may keep nothing reads on', async () => {
  const second = await startNewsroom({ on: newsroom, env: { RESPONSE_CACHE_MB: '0' } });
  for (let time = 0; time < 2; time += 1) expect((await rawGet(`${second.url}/v1/articles/${ids()[0] ?? ''}`)).status).toBe(200);
  expect((await rawGet(`${second.url}/metrics`)).text).not.toContain('response_cache_');
  let ended = false;
  const listener = request(`${second.url}/v1/stream`, (answer) => answer.on('data', () => undefined).on('end', () => (ended = true)));
  listener.on('error', () => undefined);
  const answered = new Promise((resolve) => listener.once('response', resolve));
  listener.end();
  await answered;
  second.signal('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(ended).toBe(true);
}, 90_000);
