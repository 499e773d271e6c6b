/** Without this test a client could be given a shape that it did not ask for, an old copy, or bytes that it cannot read. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFilledRoom, type FilledRoom } from '../../tests/helpers/filledRoom.ts';
import type { RawAnswer } from '../../tests/helpers/rawGet.ts';
import { jsonFeedComplaints } from '../../tests/renditions/validators/jsonFeed.ts';
import { jsonLdComplaints } from '../../tests/renditions/validators/jsonLd.ts';
import { ninjsComplaints } from '../../tests/renditions/validators/ninjs.ts';
import { pageComplaints } from '../../tests/renditions/validators/html.ts';
import { articleSchema } from './schemas/article.ts';
import { problemSchema } from './schemas/answers.ts';
import { codingFor } from './codings.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());

const shapes: [extension: string, type: string][] = [
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
  ['ninjs.json', 'application/ninjs+json'],
  ['jsonld', 'application/ld+json'],
];
const unpacked = ({ headers, bytes }: RawAnswer): string => {
  const coding = headers['content-encoding'];
  return (coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
};

describe('a story', () => {
  it.each(shapes)('is %s, by its extension and by what is accepted, under its id and its address', async (extension, type) => {
    const id = room.out[1] ?? '';
    const ways = [
      room.get(`/v1/articles/${id}.${extension}`),
      room.get(`/v1/articles/fr/ferry-1.${extension}`, { Accept: 'image/png' }),
      room.get(`/v1/articles/${id}`, { Accept: `${type};q=0.9, image/png` }),
      room.get('/v1/articles/fr/ferry-1', { Accept: `*/*;q=0.1, ${type}; charset=UTF-8` }),
    ];
    const answers = await Promise.all(ways);
    const [{ text: body = '' } = {}] = answers;
    for (const { status, headers, text } of answers) expect([status, headers['content-type'], text]).toEqual([200, `${type}; charset=utf-8`, body]);
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    expect(answers[0]?.headers.link).toContain(`<https://news.example/v1/articles/fr/ferry-1.${extension}>; rel="alternate"; type="${type}"`);
  });

  it('is what each shape’s own rules say', async () => {
    const body = async (extension: string) => (await room.get(`/v1/articles/fr/ferry-1.${extension}`)).text;
    articleSchema.parse(JSON.parse(await body('json')));
    expect(ninjsComplaints(await body('ninjs.json'))).toEqual([]);
    expect(await jsonLdComplaints(await body('jsonld'))).toEqual([]);
    expect(await pageComplaints(await body('html'))).toEqual([]);
    expect(jsonFeedComplaints((await room.get('/feeds/articles.json')).text)).toEqual([]);
  });

  it('is JSON for who does not mind, and a page for a browser, which may add parameters of its own', async () => {
    for (const accept of [undefined, '*/*', 'application/*'])
      expect((await room.get('/v1/articles/fr/ferry-1', accept === undefined ? {} : { Accept: accept })).headers['content-type']).toContain('application/json');
    const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const page = await room.get('/v1/articles/fr/ferry-1?utm_source=mail', browser);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' https:\/\/news\.example/);
    expect((await room.get('/v1/articles/fr/ferry-1.json?utm_source=mail', browser)).status).toBe(400);
  });

  it('moves with its extension, and is gone in every shape', async () => {
    await room.enter();
    for (const [extension] of shapes) {
      const moved = await room.get(`/v1/articles/FR/ferry-1.${extension}`);
      expect([moved.status, moved.headers.location]).toEqual([308, `/v1/articles/fr/ferry-1.${extension}`]);
      for (const id of [room.withdrawn, room.killed]) {
        const gone = await room.get(`/v1/articles/${id}.${extension}`);
        expect([gone.status, gone.headers['content-type'], gone.headers['surrogate-key']]).toEqual([
          410,
          'application/problem+json; charset=utf-8',
          `article-${id}`,
        ]);
        expect(problemSchema.parse(gone.json())).toMatchObject({ notice: id === room.killed ? 'By order.' : 'It was not so.' });
      }
      expect((await room.get(`/v1/articles/${room.held}.${extension}`)).status).toBe(404);
      expect((await room.get(`/v1/articles/en/embargoed.${extension}`)).status).toBe(404);
    }
    expect((await room.get('/v1/articles/en/takenback.html')).status).toBe(410);
  });
});

describe('what is sent', () => {
  const doors = [
    '/v1/articles/fr/ferry-1',
    '/v1/articles/fr/ferry-1.html',
    '/v1/articles',
    '/v1/search?q=ferry',
    '/v1/outlets',
    '/v1/ledger-head',
    '/feeds/articles.rss',
    '/sitemap.xml',
    '/robots.txt',
  ];

  it.each(doors)('is whole in each coding, under a tag of its own, and known again by it: %s', async (door) => {
    const plain = await room.get(door);
    const answers = await Promise.all(['gzip', 'br', 'gzip, deflate, br, zstd', 'identity'].map((coding) => room.get(door, { 'Accept-Encoding': coding })));
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', 'br', 'br', undefined]);
    for (const answer of answers) {
      expect(unpacked(answer)).toBe(plain.text);
      expect(answer.headers.vary).toBe('Accept, Accept-Encoding');
    }
    const [gzip, br] = answers;
    expect(new Set([plain, gzip, br].map((answer) => answer?.headers.etag)).size).toBe(3);
    for (const [coding, answer] of [
      ['gzip', gzip],
      ['br', br],
    ] as const) {
      const again = await room.get(door, { 'Accept-Encoding': coding, 'If-None-Match': String(answer?.headers.etag) });
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, answer?.headers.etag]);
      expect((await room.get(door, { 'Accept-Encoding': coding, 'If-None-Match': String(plain.headers.etag) })).status).toBe(200);
    }
  });

  it.each(doors)('has the same headers for HEAD: %s', async (door) => {
    const [head, whole] = await Promise.all([room.get(door, { 'Accept-Encoding': 'gzip' }, 'HEAD'), room.get(door, { 'Accept-Encoding': 'gzip' })]);
    const lasting = ({ headers: { 'x-request-id': _id, date: _date, ...headers } }: RawAnswer) => headers;
    expect([head.status, head.bytes.length, lasting(head)]).toEqual([200, 0, lasting(whole)]);
  });

  it('has another tag in another shape', async () => {
    const tags = await Promise.all(shapes.map(async ([extension]) => (await room.get(`/v1/articles/fr/ferry-1.${extension}`)).headers.etag));
    expect(new Set(tags).size).toBe(shapes.length);
  });
});

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['*', 'br'],
  ['gzip;q=1, br;q=0.5', 'gzip'],
  ['gzip;q=0, br;q=0', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['gzip;q=nothing', 'identity'],
] as const)('who accepts %s gets %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});
