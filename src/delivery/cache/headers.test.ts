/** Without this test a kept answer could say less, or other things, than the same answer worked out: door by door, header by header. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphqlAddress } from '../../../tests/helpers/askGraphql.ts';
import { openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import type { RawAnswer } from '../../../tests/helpers/rawGet.ts';
import { doors } from '../routes.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom({ rateLimitPerMinute: 100_000 });
});
afterAll(async () => {
  await room.close();
});

/** Something that each door answers. */
const examples: Record<string, (room: FilledRoom) => string[]> = {
  ...Object.fromEntries(['/', '/v1/openapi.json', '/v1/docs', '/v1/docs/errors', '/v1/ledger-head'].map((path) => [path, () => [path]])),
  '/v1/docs/errors/:type': () => ['/v1/docs/errors/bad-cursor', '/v1/docs/errors/nothing'],
  '/v1/articles': () => ['/v1/articles?limit=3', '/v1/articles?view=full&limit=100'],
  '/v1/articles/:id': ({ out, withdrawn, killed, held }) => [
    ...[out[0], withdrawn, killed, held].map((id) => `/v1/articles/${id}`),
    `/v1/articles/${out[1]}.html`,
  ],
  '/v1/articles/:id/editions': ({ corrected }) => [`/v1/articles/${corrected}/editions`],
  '/v1/articles/:id/editions/:revision': ({ corrected }) => [`/v1/articles/${corrected}/editions/2`, `/v1/articles/${corrected}/editions/9`],
  '/v1/articles/:language/:slug': () => ['/v1/articles/en/ferry-0', '/v1/articles/EN/ferry-0', '/v1/articles/en/ferry-0.jsonld', '/v1/articles/en/nowhere'],
  '/v1/search': () => ['/v1/search?q=ferry'],
  '/v1/corrections': () => ['/v1/corrections'],
  '/v1/excerpts/:id': ({ out }) => [`/v1/excerpts/excerpt-${out[0]}`],
  '/v1/commentaries/:id': ({ out }) => [`/v1/commentaries/commentary-${out[0]}`],
  ...Object.fromEntries(['authors', 'outlets', 'topics'].map((kind) => [`/v1/${kind}`, () => [`/v1/${kind}?limit=1`]])),
  '/v1/authors/:slug': () => ['/v1/authors/mara-lind', '/v1/authors/nobody'],
  '/v1/outlets/:slug': () => ['/v1/outlets/quay-news'],
  '/v1/topics/:slug': () => ['/v1/topics/topic-1'],
  '/v1/graphql': ({ out }) => [graphqlAddress('{ articles(first: 3) { edges { node { title } } } }'), graphqlAddress(`{ article(id: "${out[0]}") { title } }`)],
  '/feeds/articles.:format': () => ['rss', 'atom', 'json', 'ninjs.json'].map((format) => `/feeds/articles.${format}`),
  '/feeds/corrections.:format': () => ['/feeds/corrections.rss'],
  '/feeds/authors/:slug.:format': () => ['/feeds/authors/mara-lind.atom'],
  '/feeds/outlets/:slug.:format': () => ['/feeds/outlets/quay-news.json'],
  '/feeds/sources/:slug.:format': () => ['/feeds/sources/wire-1.rss'],
  '/feeds/topics/:slug.:format': () => ['/feeds/topics/topic-1.rss'],
  '/sitemap.xml': () => ['/sitemap.xml'],
  '/sitemap-news.xml': () => ['/sitemap-news.xml'],
  '/sitemaps/:part': () => ['/sitemaps/2026-1.xml'],
  '/robots.txt': () => ['/robots.txt'],
};

/** But for what belongs to one request: its id, its time, and how many are left. */
function headersOf({ status, headers }: RawAnswer): unknown {
  const one = (name: string) => (headers[name] === undefined ? 'missing' : 'there');
  const ofOne = { date: one('date'), 'x-request-id': one('x-request-id'), ratelimit: one('ratelimit') };
  // A problem has the request's id in it.
  return { status, ...headers, ...ofOne };
}

it.each(doors.map(([path]) => path))('%s: kept or not, with the same headers', async (path) => {
  for (const address of examples[path]?.(room) ?? [`no example of ${path}`]) {
    for (const coding of ['identity', 'gzip', 'br']) {
      for (const method of ['GET', 'HEAD']) {
        const ask = (headers: Record<string, string> = {}) =>
          room.get(address, { 'Accept-Encoding': coding, Origin: 'https://elsewhere.example', ...headers }, method);
        const anew = await room.getAnew(address, { 'Accept-Encoding': coding, Origin: 'https://elsewhere.example' }, method);
        const cold = await ask();
        const { hits, misses } = room.figures();
        const express = room.asked;
        const warm = await ask();
        const where = `${method} ${address} ${coding}`;
        expect([where, headersOf(cold)]).toEqual([where, headersOf(anew)]);
        expect([where, headersOf(warm)]).toEqual([where, headersOf(anew)]);
        expect([where, room.figures().hits - hits, room.figures().misses - misses]).toEqual([where, 1, 0]);
        const page = warm.status === 200;
        expect([where, room.asked - express]).toEqual([where, page ? 0 : 1]);
        if (!page) continue;
        if (method === 'GET') expect([where, warm.bytes.equals(anew.bytes)]).toEqual([where, true]);
        const known = { 'If-None-Match': warm.headers.etag ?? '' };
        const [again, anewAgain] = [
          await ask(known),
          await room.getAnew(address, { 'Accept-Encoding': coding, Origin: 'https://elsewhere.example', ...known }, method),
        ];
        expect([where, headersOf(again)]).toEqual([where, headersOf(anewAgain)]);
        expect([where, again.status, again.bytes.length]).toEqual([where, 304, 0]);
      }
    }
  }
});
