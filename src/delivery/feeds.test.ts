/** Without this test a feed could be one that no reader takes, and a site map could name what is not out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BEGINNING, BELL, NOW, openFilledRoom, type FilledRoom } from '../../tests/helpers/filledRoom.ts';
import { aContent, anEdition } from '../../tests/helpers/memoryLedger.ts';
import { openReadingRoom } from '../../tests/helpers/readingRoom.ts';
import { atomComplaints } from '../../tests/renditions/validators/atom.ts';
import { jsonFeedComplaints } from '../../tests/renditions/validators/jsonFeed.ts';
import { ninjsComplaints } from '../../tests/renditions/validators/ninjs.ts';
import { rssComplaints } from '../../tests/renditions/validators/rss.ts';
import { problemSchema } from './schemas/answers.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  room.now = NOW;
});

interface Feed {
  items: { id: string; title: string; content_html: string }[];
  feed_url: string;
  language: string;
  title: string;
}
const feed = async (path: string) => (await room.get(path)).json<Feed>();
const numbers = ({ items }: Feed) => items.map(({ id }) => room.out.indexOf(id.slice('urn:uuid:'.length)));
const places = ['articles', 'corrections', 'authors/mara-lind', 'outlets/quay-news', 'sources/wire-1', 'topics/topic-1'];

describe.each(places)('the feed of %s', (place) => {
  it('is valid in every format, in its own media type, and hears nothing that it does not know', async () => {
    for (const query of ['', '?language=en&limit=2&utm_source=mail&limits=7']) {
      const [rss, atom, json] = await Promise.all(['rss', 'atom', 'json'].map((format) => room.get(`/feeds/${place}.${format}${query}`)));
      expect([rss, atom, json].map((answer) => answer?.headers['content-type'])).toEqual([
        'application/rss+xml; charset=utf-8',
        'application/atom+xml; charset=utf-8',
        'application/feed+json; charset=utf-8',
      ]);
      expect(rssComplaints(rss?.text ?? '')).toEqual([]);
      expect(atomComplaints(atom?.text ?? '')).toEqual([]);
      expect(jsonFeedComplaints(json?.text ?? '')).toEqual([]);
    }
    expect((await feed(`/feeds/${place}.json?utm_source=mail`)).feed_url).toBe(`https://news.example/feeds/${place}.json`);
  });

  it('is the same answer whatever strange parameters are added', async () => {
    const [plain, strange] = await Promise.all(['', '?fbclid=1&x=2&x=3'].map((query) => room.get(`/feeds/${place}.rss${query}`)));
    expect([strange?.text, strange?.headers.etag]).toEqual([plain?.text, plain?.headers.etag]);
  });
});

describe('feeds', () => {
  it('hold whole stories, newest first, as many as are asked for, of the languages that are asked for', async () => {
    expect(numbers(await feed('/feeds/articles.json'))).toEqual(room.out.map((_id, number) => number).reverse());
    expect(numbers(await feed('/feeds/articles.json?limit=2&language=fr'))).toEqual([22, 19]);
    expect(numbers(await feed('/feeds/sources/wire-1.json?limit=3'))).toEqual([21, 17, 13]);
    expect(numbers(await feed('/feeds/corrections.json'))).toEqual([0]);
    expect((await feed('/feeds/articles.json?limit=1')).items[0]?.content_html).toContain('The ferry is late.');
    expect((await feed('/feeds/articles.json?language=fr')).language).toBe('fr');
    expect((await feed('/feeds/topics/topic-1.json')).title).toBe('Quay: Topic 1');
  });

  it('are a list of ninjs items too', async () => {
    const answer = await room.get('/feeds/articles.ninjs.json?limit=3');
    expect(answer.headers['content-type']).toBe('application/ninjs+json; charset=utf-8');
    const items = answer.json<unknown[]>();
    expect(items).toHaveLength(3);
    for (const item of items) expect(ninjsComplaints(JSON.stringify(item))).toEqual([]);
  });

  it('hold what is under embargo from the bell on, and never what was taken back', async () => {
    const doors = [
      ...places.flatMap((place) => ['rss', 'atom', 'json'].map((format) => `/feeds/${place}.${format}`)),
      '/feeds/articles.ninjs.json',
      '/sitemap.xml',
      '/sitemaps/2026-1.xml',
      '/sitemap-news.xml',
    ];
    const told = async () => Promise.all(doors.map(async (door) => (await room.get(door)).text));
    room.now = BELL - 1;
    for (const text of await told()) expect(text).not.toMatch(/embargoed|takenback|deadly/);
    room.now = BELL;
    const later = await told();
    expect(later.filter((text) => text.includes('embargoed')).length).toBeGreaterThan(8);
    for (const text of later) expect(text).not.toMatch(/takenback|deadly/);
    room.now = BELL - 5_001;
    for (const door of doors) expect((await room.get(door)).headers['cache-control'], door).toContain('s-maxage=5,');
  });

  it('show what came from an archive only where there is nothing else', async () => {
    const other = await openReadingRoom(NOW);
    const at = (hour: number) => new Date(BEGINNING + hour * 3_600_000).toISOString();
    const titles = async () => (await other.get('/feeds/articles.json')).json<Feed>().items.map(({ title }) => title);
    try {
      await other.enter(
        anEdition({ article: 'old', revision: 1, at: at(2), firstPublishedAt: at(1), backfill: true, content: aContent('old', { title: 'From the archive' }) }),
      );
      expect(await titles()).toEqual(['From the archive']);
      expect((await other.get('/sitemap-news.xml')).text).not.toContain('archive');
      expect((await other.get('/sitemaps/2026-1.xml')).text).toContain('story-old');
      await other.enter(anEdition({ article: 'new', revision: 1, at: at(0), content: aContent('new', { title: 'News' }) }));
      expect(await titles()).toEqual(['News']);
    } finally {
      await other.close();
    }
  });
});

describe('site maps', () => {
  const locations = (text: string) => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location]) => location);

  it('name every story that is out, once, with its translations', async () => {
    const index = await room.get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(locations(index.text)).toEqual(['https://news.example/sitemaps/2026-1.xml']);
    const part = (await room.get('/sitemaps/2026-1.xml?x=1')).text;
    const languages = ['en', 'fr', 'en-GB'];
    expect(locations(part)).toEqual(room.out.map((_id, number) => `https://news.example/v1/articles/${languages[number % 3] ?? ''}/ferry-${number}.html`));
    expect(part.match(/<xhtml:link /g)).toHaveLength(4);
    expect(part).toContain('<xhtml:link rel="alternate" hreflang="fr" href="https://news.example/v1/articles/fr/ferry-1.html">');
    for (const location of locations(part)) expect((await room.get(String(location).slice('https://news.example'.length))).status).toBe(200);
  });

  it('of news name what was first published in the last 48 hours', async () => {
    expect(locations((await room.get('/sitemap-news.xml')).text)).toHaveLength(24);
    room.now = BEGINNING + 58 * 3_600_000;
    const { text, headers } = await room.get('/sitemap-news.xml');
    expect(locations(text)).toHaveLength(15);
    expect(text).toContain('<news:language>fr</news:language>');
    expect(text).toContain('<news:title>Ferry 20 &amp; &lt;more&gt;</news:title>');
    // The oldest leaves the map at this very moment.
    expect(headers['cache-control']).toContain('s-maxage=0,');
  });

  it('are named in robots.txt', async () => {
    const { text } = await room.get('/robots.txt');
    expect(text).toContain('Sitemap: https://news.example/sitemap.xml\nSitemap: https://news.example/sitemap-news.xml\n');
    expect(text).toContain('Disallow: /admin\n');
  });
});

const bad: [path: string, status: number, parameter?: string][] = [
  ['/feeds/articles.rss?limit=0', 400, 'limit'],
  ['/feeds/articles.rss?limit=101', 400, 'limit'],
  ['/feeds/articles.atom?limit=many', 400, 'limit'],
  ['/feeds/articles.json?limit=3&limit=4', 400, 'limit'],
  ['/feeds/articles.ninjs.json?limit=-1', 400, 'limit'],
  ['/feeds/articles.json?language=not_one', 400, 'language'],
  ['/feeds/corrections.rss?language=', 400, 'language'],
  ['/feeds/corrections.ninjs.json', 404],
  ['/feeds/topics/topic-1.rss?limit=1e3', 400, 'limit'],
  ['/feeds/articles.xml', 404],
  ['/feeds/articles', 404],
  ['/feeds/articles.toString', 404],
  ['/feeds/authors/nobody.rss', 404],
  ['/feeds/authors/mara-lind.ninjs.json', 404],
  ['/feeds/outlets/wire-1.rss', 404],
  ['/feeds/sources/quay-news.rss', 404],
  ['/feeds/topics/topic-embargoed.atom', 404],
  ['/feeds/languages/en.rss', 404],
  ['/sitemaps/2026-2.xml', 404],
  ['/sitemaps/2026-0.xml', 404],
  ['/sitemaps/1999-1.xml', 404],
  ['/sitemaps/2026-1', 404],
  ['/sitemaps/x.xml', 404],
  ['/v1/articles/fr/ferry-1.pdf', 404],
  ['/v1/articles/fr/ferry-1.', 404],
  ['/v1/articles/fr/ferry-1.json.html', 404],
  ['/v1/articles/fr/ferry-1.json?fields=id', 400, 'fields'],
  ['/v1/articles/fr/ferry-1.md?x=1', 400, 'x'],
];

it.each(bad)('%s is answered with %s', async (path, status, parameter) => {
  const answer = await room.get(path);
  const problem = problemSchema.parse(answer.json());
  expect([answer.status, problem.status]).toEqual([status, status]);
  if (parameter !== undefined) expect(problem.errors?.map((one) => one.parameter)).toEqual([parameter]);
});

it.each([
  ['/v1/articles/fr/ferry-1', 'image/png'],
  ['/v1/articles/fr/ferry-1', 'application/pdf, application/json;q=0'],
  ['/v1/articles', 'text/html'],
  ['/v1/ledger-head', 'text/plain'],
  ['/v1/stream', 'application/json'],
])('%s is not to be had as %s', async (path, accept) => {
  const answer = await room.get(path, { Accept: accept });
  expect([answer.status, problemSchema.parse(answer.json()).type]).toEqual([406, 'https://news.example/v1/docs/errors/not-acceptable']);
});

it.each([
  '/feeds/articles.rss',
  '/feeds/topics/topic-1.json',
  '/sitemap.xml',
  '/sitemap-news.xml',
  '/sitemaps/2026-1.xml',
  '/robots.txt',
  '/v1/stream',
  '/v1/articles/fr/ferry-1.html',
])('nothing but reading is possible: %s', async (path) => {
  const answer = await room.get(path, {}, 'POST');
  expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
});
