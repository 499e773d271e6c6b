/** Without this test /v1 could answer with a story that is withdrawn, held, or somebody else's idea of the contract. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import { contentDigest } from '../domain/digest.ts';
import type { EditionHeader } from '../domain/entries.ts';
import { newId } from '../domain/ids.ts';
import { startReplica, type Replica } from '../replica/replica.ts';
import { errorAnswers } from '../server/errorAnswers.ts';
import { requestId } from '../server/requestId.ts';
import { deliveryRoutes } from './routes.ts';

const hook = createRequire(import.meta.url).resolve('../../tests/helpers/typescriptThreads.mjs');
const log = pino({ level: 'silent' });
const origin = 'https://news.example';
const ledger = new MemoryLedger();
const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-delivery-'));
const [live, held, withdrawn, killed, unseen, odd] = [newId(), newId(), newId(), newId(), newId(), newId()];
const end = Date.parse('2026-03-01T12:00:00.000Z');
let now = Date.parse('2026-03-01T10:00:00.000Z');
let replica: Replica;
let server: Server;
let base: string;

beforeAll(async () => {
  const at = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`;
  const endsAt = new Date(end).toISOString();
  const first = at(0);
  await ledger.append([
    anEdition({ article: live, revision: 1, at: at(0), content: aContent(live, { slug: 'the-ferry', title: 'The ferry' }) }),
    anEdition({
      article: live,
      revision: 2,
      at: at(1),
      kind: 'updated',
      firstPublishedAt: first,
      content: aContent(live, { slug: 'the-late-ferry', title: 'The ferry, late' }),
    }),
    anEdition({
      article: live,
      revision: 3,
      at: at(2),
      kind: 'corrected',
      firstPublishedAt: first,
      notice: 'It was on time.',
      content: aContent(live, { slug: 'паром', title: 'The ferry, on time' }),
    }),
    anEdition({ article: held, revision: 1, at: at(3), embargoUntil: endsAt, content: aContent(held, { slug: 'held' }) }),
    anEdition({ article: withdrawn, revision: 1, at: at(4), content: aContent(withdrawn, { slug: 'gone' }) }),
    anEdition({ article: withdrawn, revision: 2, at: at(5), kind: 'withdrawn', content: null, firstPublishedAt: at(4), notice: 'It was not so.' }),
    anEdition({ article: killed, revision: 1, at: at(6), content: aContent(killed, { slug: 'dead' }) }),
    anEdition({ article: killed, revision: 2, at: at(7), kind: 'killed', content: null, firstPublishedAt: at(6), notice: 'By order.' }),
    anEdition({ article: unseen, revision: 1, at: at(8), embargoUntil: endsAt, content: aContent(unseen, { slug: 'unseen' }) }),
    anEdition({ article: unseen, revision: 2, at: at(9), kind: 'withdrawn', content: null, firstPublishedAt: null, notice: 'Nobody knows.' }),
    anEdition({ article: odd, revision: 1, at: at(10), content: aContent(odd, { slug: 'editions' }) }),
  ]);
  await ledger.redact(killed);
  replica = startReplica({ ledger, dataDir, clock: () => new Date(now), log, execArgv: ['--import', hook] });
  await replica.holds(11);
  const context = () => ({ publicUrl: origin, mediaUrl: `${origin}/api/media/file`, newsroom: { name: 'Quay', language: 'en' } });
  const app = express();
  app.set('etag', false);
  app.use(requestId, deliveryRoutes({ replica, context }), errorAnswers({ publicUrl: origin }, log));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await replica.close();
  rmSync(dataDir, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(base + path, { method, headers, redirect: 'manual' });
const problemAt = async (path: string) => {
  const answer = await get(path);
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  return (await answer.json()) as Record<string, unknown>;
};

describe('a story', () => {
  it('is answered in full under its id and its address, with what a cache needs', async () => {
    const answer = await get(`/v1/articles/${live}`);
    expect(answer.status).toBe(200);
    const article = (await answer.json()) as Record<string, unknown>;
    expect(article).toMatchObject({
      ...{
        id: live,
        slug: 'паром',
        language: 'en',
        revision: 3,
        status: 'corrected',
        title: 'The ferry, on time',
        url: 'https://quay.example/en/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC',
      },
      ...{ firstPublishedAt: '2026-03-01T09:00:00.000Z', publishedAt: '2026-03-01T09:02:00.000Z', updatedAt: '2026-03-01T09:02:00.000Z', embargoUntil: null },
      corrections: [{ revision: 3, at: '2026-03-01T09:02:00.000Z', notice: 'It was on time.' }],
      edition: `${origin}/v1/articles/${live}/editions/3`,
    });
    expect(answer.headers.get('ETag')).toMatch(/^"[^"]+"$/);
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=30, must-revalidate');
    expect(answer.headers.get('Vary')).toBe('Accept, Accept-Encoding');
    expect(answer.headers.get('Surrogate-Key')?.split(' ')).toEqual([
      `article-${live}`,
      'outlet-site-quay',
      'outlet-outlet-harbour',
      'author-author-mara',
      'topic-topic-ports',
    ]);
    expect(await (await get(`/v1/articles/en/${encodeURIComponent('паром')}`)).json()).toEqual(article);
  });

  it('is not sent again to who has it, whatever the clock says', async () => {
    const etag = (await get(`/v1/articles/${live}`)).headers.get('ETag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(`/v1/articles/${live}`, { 'If-None-Match': known });
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
    }
    expect((await get(`/v1/articles/${live}`, { 'If-None-Match': '"other"' })).status).toBe(200);
    expect((await get(`/v1/articles/${live}`, { 'If-Modified-Since': new Date(Date.now() + 1e9).toUTCString() })).status).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, whole] = [await get(`/v1/articles/${live}`, {}, 'HEAD'), await get(`/v1/articles/${live}`)];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['ETag', 'Content-Type', 'Content-Length', 'Cache-Control', 'Last-Modified'])
      expect(head.headers.get(name)).toBe(whole.headers.get(name));
  });

  it.each(['the-ferry', 'the-late-ferry'])('is found under an address that it had: %s', async (slug) => {
    const answer = await get(`/v1/articles/en/${slug}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/v1/articles/en/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC']);
  });

  it('may be called editions, and its language may be spelt otherwise', async () => {
    expect(((await (await get('/v1/articles/en/editions')).json()) as { id: string }).id).toBe(odd);
    const answer = await get('/v1/articles/EN/editions');
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/v1/articles/en/editions']);
  });

  it('that was taken back is gone, and says why, under each of its addresses', async () => {
    const gone = await problemAt(`/v1/articles/${withdrawn}`);
    expect(gone).toMatchObject({ status: 410, type: `${origin}/v1/docs/errors/article-withdrawn`, notice: 'It was not so.' });
    expect(await problemAt('/v1/articles/en/gone')).toMatchObject({ status: 410, notice: 'It was not so.' });
    expect(await problemAt(`/v1/articles/${killed}`)).toMatchObject({ status: 410, type: `${origin}/v1/docs/errors/article-killed`, notice: 'By order.' });
  });

  it.each([
    ['never was', () => `/v1/articles/${newId()}`],
    ['never was, by address', () => '/v1/articles/en/never'],
    ['in no language', () => '/v1/articles/not-a-language-at-all/never'],
    ['was withdrawn before anybody saw it', () => `/v1/articles/${unseen}`],
    ['was withdrawn before anybody saw it, by address', () => '/v1/articles/en/unseen'],
    ['was withdrawn before anybody saw it, by its editions', () => `/v1/articles/${unseen}/editions`],
  ])('that %s is not there', async (_what, path) => {
    expect(await problemAt(path())).toMatchObject({ status: 404, type: `${origin}/v1/docs/errors/not-found` });
  });

  it('under embargo is nowhere before its time, and no cache keeps anything past it', async () => {
    const paths = [`/v1/articles/${held}`, '/v1/articles/en/held', `/v1/articles/${held}/editions`, `/v1/articles/${held}/editions/1`];
    now = end - 1;
    for (const path of paths) expect((await get(path)).status).toBe(404);
    expect((await get(`/v1/articles/${live}`)).headers.get('Cache-Control')).toContain('s-maxage=0,');
    now = end - 12_345;
    expect((await get(`/v1/articles/${live}`)).headers.get('Cache-Control')).toContain('s-maxage=12,');
    now = end;
    for (const path of paths) expect((await get(path)).status).toBe(200);
  });
});

describe('editions', () => {
  it('are listed newest first, with their notices', async () => {
    const { data, page } = (await (await get(`/v1/articles/${live}/editions`)).json()) as { data: unknown[]; page: unknown };
    expect(data).toMatchObject([
      { revision: 3, kind: 'corrected', notice: 'It was on time.', edition: `${origin}/v1/articles/${live}/editions/3` },
      { revision: 2, kind: 'updated', notice: null },
      { revision: 1, kind: 'published', notice: null },
    ]);
    expect(page).toEqual({ limit: 3, next: null });
  });

  it('are exactly what the ledger has: header, content, signature', async () => {
    for (const entry of ledger.entries.slice(0, 3)) {
      const { revision } = entry.header as EditionHeader;
      const edition = (await (await get(`/v1/articles/${live}/editions/${revision}`)).json()) as Record<string, unknown>;
      expect(edition).toEqual(entry);
      expect(Object.keys(edition)).toEqual(['header', 'content', 'signature']);
      expect(contentDigest(edition.content)).toBe((entry.header as EditionHeader).contentDigest);
    }
  });

  it('of a story that was taken back keep their headers and give out no text', async () => {
    for (const id of [withdrawn, killed]) {
      const { data } = (await (await get(`/v1/articles/${id}/editions`)).json()) as { data: { revision: number }[] };
      expect(data.map(({ revision }) => revision)).toEqual([2, 1]);
      expect(await (await get(`/v1/articles/${id}/editions/1`)).json()).toMatchObject({ header: { revision: 1 }, content: null });
    }
  });

  it.each(['0', '4', '1.5', '01', 'x', '99999999999999999999', '1%2F2'])('that are none are not there: %s', async (revision) => {
    expect((await get(`/v1/articles/${live}/editions/${revision}`)).status).toBe(404);
  });
});

it('the ledger’s head is the newest entry that this node shows', async () => {
  expect(await (await get('/v1/ledger-head')).json()).toEqual(await ledger.head());
});

it.each(['/v1/ledger-head?x=1', `/v1/articles/${newId()}?fields=title`, '/v1/articles/en/gone?limit=1'])(
  'a parameter that nobody knows is refused: %s',
  async (path) => {
    const problem = await problemAt(path);
    expect(problem).toMatchObject({ status: 400, type: `${origin}/v1/docs/errors/unknown-parameter` });
    expect(problem.errors).toHaveLength(1);
  },
);

it.each(['/v1/ledger-head', `/v1/articles/${newId()}`, '/v1/articles/en/gone', '/v1/articles/en/editions'])(
  'nothing but reading is possible: %s',
  async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await get(path, {}, method);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
  },
);
