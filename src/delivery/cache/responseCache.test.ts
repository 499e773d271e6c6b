/** Without these tests the cache could keep what is somebody's own, forget what it should keep, or grow until the server ends. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { BELL, NOW, openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import { aContent, anEdition } from '../../../tests/helpers/memoryLedger.ts';
import type { RoomOptions } from '../../../tests/helpers/readingRoom.ts';
import { newId } from '../../domain/ids.ts';

const rooms: FilledRoom[] = [];
async function open(options?: RoomOptions): Promise<FilledRoom> {
  const room = await openFilledRoom(options);
  rooms.push(room);
  return room;
}
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

/** How many answers `work` has worked out. */
async function missesIn(room: FilledRoom, work: () => Promise<unknown>): Promise<number> {
  const { misses } = room.figures();
  await work();
  return room.figures().misses - misses;
}

describe('a question', () => {
  it('is one, however it is spelt, and whatever else is said to a feed or a page', async () => {
    const room = await open();
    for (const spellings of [
      ['/v1/articles?limit=3&sort=updatedAt', '/v1/articles?sort=updatedAt&limit=3', '/v1/articles?sort=up%64atedAt&limit=3&'],
      ['/feeds/articles.rss?limit=7', '/feeds/articles.rss?utm_source=x&limit=7', '/feeds/articles.rss?limit=7&fbclid=1', '/feeds/articles.r%73s?limit=7'],
      ['/v1/articles/en/ferry-0.html', '/v1/articles/en/ferry-0.html?utm_source=x', '/v1/articles/en/ferr%79-0.html?x'],
      ['/sitemap.xml', '/sitemap.xml?', '/sitemap.xml?x=1'],
    ]) {
      const answers: string[] = [];
      const misses = await missesIn(room, async () => {
        for (const path of spellings) answers.push((await room.get(path)).headers.etag ?? 'none');
      });
      expect([spellings[0], misses, new Set(answers).size]).toEqual([spellings[0], 1, 1]);
    }
  });

  it('is another one where another answer is wanted', async () => {
    const room = await open();
    const path = '/v1/articles/en/ferry-0';
    for (const type of ['application/json', 'text/html', 'text/markdown', 'text/plain', 'application/ld+json', 'application/ninjs+json']) {
      for (const state of ['cold', 'warm'])
        expect([state, (await room.get(path, { Accept: type })).headers['content-type']]).toEqual([state, `${type}; charset=utf-8`]);
    }
    for (const state of ['cold', 'warm']) expect([state, (await room.get('/v1/articles?topic=%zz')).status]).toEqual([state, 400]);
    // Refused where it is no page, heard of by none where it is one.
    for (let time = 0; time < 2; time += 1) {
      expect((await room.get(`${path}?x=1`, { Accept: 'text/html' })).status).toBe(200);
      expect((await room.get(`${path}?x=1`, { Accept: 'application/json' })).status).toBe(400);
      expect((await room.get(path, { Accept: 'image/png' })).status).toBe(406);
      expect((await room.get(path)).headers['content-type']).toContain('json');
    }
    for (const [one, other] of [
      ['/v1/articles?q=a%26limit%3D1', '/v1/articles?q=a&limit=1'],
      ['/v1/articles/en/ferry-0.json', '/v1/articles/en/ferry-0.jsonld'],
      ['/v1/outlets/quay-news', '/v1/outlets/quay-news?language=fr'],
      ['/v1/articles?limit=%zz', '/v1/articles'],
    ] as const) {
      for (const address of [one, other, one, other]) {
        const [kept, anew] = [await room.get(address), await room.getAnew(address)];
        expect([address, kept.status, kept.headers.etag, kept.headers.link]).toEqual([address, anew.status, anew.headers.etag, anew.headers.link]);
      }
    }
  });

  it('asked by many at once is worked out once', async () => {
    const room = await open();
    let begin: (() => void) | undefined;
    room.serving = new Promise<void>((resolve) => (begin = resolve));
    const misses = await missesIn(room, async () => {
      const asking = Array.from({ length: 20 }, (_, place) =>
        room.get(place % 2 === 0 ? '/v1/search?q=ferry&limit=9' : '/v1/search?limit=9&q=ferry', { 'Accept-Encoding': 'br' }),
      );
      await expect.poll(() => room.asked).toBe(20);
      begin?.();
      const answers = await Promise.all(asking);
      expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.etag ?? ''}`)).size).toBe(1);
    });
    expect(misses).toBe(1);
  });

  it('that is wrong is told so each time, and kept by nobody', async () => {
    const room = await open();
    const { entries } = room.figures();
    expect(
      await missesIn(room, async () => {
        for (let time = 0; time < 3; time += 1) expect((await room.get('/v1/articles?limit=x')).status).toBe(400);
      }),
    ).toBe(3);
    expect(room.figures().entries).toBe(entries);
  });
});

describe('who says who it is', () => {
  it.each(['Authorization', 'Cookie'])('never meets what is kept, by %s', async (name) => {
    const room = await open();
    const own = { [name]: 'something' };
    const before = room.figures();
    const first = await room.get('/v1/articles?limit=4', own);
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-store']);
    // Nothing was kept of it…
    expect(room.figures()).toEqual(before);
    expect(await missesIn(room, () => room.get('/v1/articles?limit=4'))).toBe(1);
    // …and nothing that is kept is given.
    const kept = room.figures();
    const express = room.asked;
    expect((await room.get('/v1/articles?limit=4', own)).headers['cache-control']).toBe('private, no-store');
    expect([room.figures(), room.asked - express]).toEqual([kept, 1]);
  });
});

describe('what is kept', () => {
  it('of a story outlives other stories, and not its own translations', async () => {
    const room = await open();
    const [one = '', translation = ''] = room.out;
    const path = `/v1/articles/${one}`;
    const at = new Date(NOW).toISOString();
    await room.get(path);
    await room.get('/v1/articles');
    const other = newId();
    await room.enter(anEdition({ article: other, revision: 1, at, content: aContent(other, { slug: 'another' }) }));
    const express = room.asked;
    expect([await missesIn(room, () => room.get(path)), room.asked - express]).toEqual([0, 0]);
    expect(await missesIn(room, () => room.get('/v1/articles'))).toBe(1);
    const content = aContent(translation, { slug: 'renamed', language: 'fr', translationSet: 'set-1' });
    await room.enter(anEdition({ article: translation, revision: 2, at, kind: 'updated', content, firstPublishedAt: at }));
    expect(await missesIn(room, async () => expect((await room.get(path)).text).toContain('renamed'))).toBe(1);
  });

  it('of a withdrawn story ends when it is killed, under each of its addresses', async () => {
    const room = await open();
    const { withdrawn } = room;
    const told = async () => {
      const answers = [];
      for (const path of [`/v1/articles/${withdrawn}`, '/v1/articles/en/takenback', `/v1/articles/${withdrawn}`])
        answers.push((await room.get(path)).json().type);
      return answers.map((type) => String(type).split('/').at(-1));
    };
    expect(await told()).toEqual(['article-withdrawn', 'article-withdrawn', 'article-withdrawn']);
    const at = new Date(NOW).toISOString();
    await room.enter(anEdition({ article: withdrawn, revision: 3, at, kind: 'killed', content: null, firstPublishedAt: at, notice: 'By order.' }));
    expect(await told()).toEqual(['article-killed', 'not-found', 'article-killed']);
  });

  it('at an address that two stories had is that of both', async () => {
    const room = await open();
    const [one, other] = [newId(), newId()];
    const at = new Date(NOW).toISOString();
    const edition = (article: string, revision: number, slug: string) =>
      anEdition({ article, revision, at, kind: revision === 1 ? 'published' : 'updated', content: aContent(article, { slug }), firstPublishedAt: at });
    await room.enter(edition(one, 1, 'shared'), edition(other, 1, 'shared'), edition(other, 2, 'own'));
    for (const state of ['cold', 'warm']) expect([state, (await room.get('/v1/articles/en/shared')).json().id]).toEqual([state, one]);
    await room.enter(anEdition({ article: one, revision: 2, at, kind: 'withdrawn', content: null, firstPublishedAt: at }));
    expect((await room.get('/v1/articles/en/shared')).headers.location).toBe('/v1/articles/en/own');
  });

  it('is not given from the second on in which a story comes out of its embargo, and says so beforehand', async () => {
    const room = await open();
    const lists = ['/v1/articles?limit=100', '/v1/search?q=embargoed', '/v1/topics?limit=100', '/v1/topics/topic-embargoed'];
    const feeds = ['/feeds/articles.rss', '/feeds/articles.ninjs.json', '/sitemaps/2026-1.xml', '/sitemap-news.xml'];
    const doors = [`/v1/articles/${room.held}`, `/v1/excerpts/excerpt-${room.held}`, '/v1/articles/en/embargoed.html', ...lists, ...feeds];
    const lookAt = async (now: number, out: boolean, seconds: number) => {
      room.now = now;
      for (const state of ['cold', 'warm']) {
        for (const door of doors) {
          const { status, text, headers } = await room.get(door);
          const told = [status === 200 && (text.includes('embargoed') || text.includes(room.held)), headers['cache-control']];
          expect([door, state, now - BELL, ...told]).toEqual([door, state, now - BELL, out, `public, max-age=0, s-maxage=${seconds}, must-revalidate`]);
        }
      }
    };
    await lookAt(BELL - 20_000, false, 20);
    await lookAt(BELL - 12_345, false, 12);
    await lookAt(BELL - 1, false, 0);
    await lookAt(BELL, true, 30);
    // A clock that is set back hides it again.
    await lookAt(BELL - 1, false, 0);
  });

  it('is counted in each coding in which it is kept, with its key', async () => {
    const room = await open();
    const path = `/v1/articles/${room.out[3] ?? ''}`;
    for (const coding of ['identity', 'gzip', 'br']) {
      const before = room.figures().bytes;
      const { bytes } = await room.get(path, { 'Accept-Encoding': coding });
      const grown = room.figures().bytes - before;
      if (coding === 'identity') expect(grown).toBeGreaterThan(bytes.length);
      else expect([coding, grown]).toEqual([coding, bytes.length]);
    }
    expect(room.figures().entries).toBe(1);
  });

  it('takes no more than it may, and what is not there pushes nothing out', async () => {
    const bytes = 256 * 1024;
    const room = await open({ cacheBytes: bytes });
    const page = `/v1/articles/${room.out[3] ?? ''}`;
    await room.get(page);
    for (let time = 0; time < 300; time += 1) await room.get(`/v1/articles/en/nothing-${time}`);
    const express = room.asked;
    expect([(await room.get(page)).status, room.asked - express]).toEqual([200, 0]);
    for (let time = 1; time <= 300; time += 1) {
      await room.get(`/v1/articles?limit=3&from=2026-01-01T00:00:00.${String(time).padStart(3, '0')}Z`, {
        'Accept-Encoding': ['br', 'gzip', 'identity'][time % 3] ?? '',
      });
      expect(room.figures().bytes).toBeLessThanOrEqual(bytes);
    }
    expect(room.figures().bytes).toBeGreaterThan(bytes / 2);
    // What is large is not kept at all.
    expect(
      await missesIn(room, async () => {
        for (let time = 0; time < 2; time += 1) await room.get('/v1/articles?view=full&limit=100');
      }),
    ).toBe(2);
  });
});

it('limits and the log are those of any other answer', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    new Writable({
      write: (chunk: Buffer, _coding, done) => {
        lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
        done();
      },
    }),
  );
  const room = await open({ rateLimitPerMinute: 6, log });
  const answers = [];
  for (let time = 0; time < 4; time += 1) answers.push(await room.get('/v1/articles', { 'X-Request-Id': `request-${time}` }));
  expect(answers.map(({ headers }) => /r=(\d+)/.exec(String(headers.ratelimit))?.[1])).toEqual(['5', '4', '3', '2']);
  await expect.poll(() => lines.length).toBe(4);
  expect(lines.map(({ request, method, path, status, msg }) => ({ request, method, path, status, msg }))).toEqual(
    answers.map((_, time) => ({ request: `request-${time}`, method: 'GET', path: '/v1/articles', status: 200, msg: 'request' })),
  );
  expect(new Set(lines.map((line) => Object.keys(line).sort().join())).size).toBe(1);
  for (let time = 0; time < 2; time += 1) await room.get('/v1/articles');
  const { status, headers } = await room.get('/v1/articles');
  expect([status, headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});
