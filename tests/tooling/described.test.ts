/** Without this test what holds answers against the documentation could have become deaf, and every other test would go on as if all were well. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { complaintsAbout } from '../helpers/described.ts';
import { complaintsSoFar, isPublished, type Told } from '../helpers/heard.ts';
import { rawGet } from '../helpers/rawGet.ts';

const id = '01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d10';
const origin = 'http://127.0.0.1:3000';
const kept = { ETag: '"a"', 'Cache-Control': 'public', Vary: 'Accept', 'X-Request-Id': 'request-1' };
const author = { id: 'a', slug: 'mara', name: 'Mara', role: null, articles: { author: 1 } };
const problem = { type: '/v1/docs/errors/not-found', title: 'Not found', status: 404, detail: 'There is no such author.', instance: 'request-1' };

/** An answer as it should be, but for what `given` says. */
function told(given: { method?: string; path?: string; status?: number; headers?: Record<string, string | undefined>; body?: unknown }): Told {
  const { method = 'GET', path = '/v1/authors/mara', status = 200, headers = {}, body = author } = given;
  const all: Record<string, string | undefined> = { ...kept, 'Content-Type': 'application/json; charset=utf-8', ...headers };
  return { method, url: origin + path, status, header: (name) => all[name] ?? null, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
const missing = (given: Partial<typeof problem> = {}) => ({
  status: 404,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { ...problem, ...given },
});

it.each([
  ['an answer', told({})],
  ['an answer to HEAD', told({ method: 'HEAD', body: '' })],
  ['a parameter', told({ path: '/v1/authors?limit=5&language=fr', body: { data: [author], page: { limit: 5, next: null } } })],
  ['a problem', told(missing())],
  ['nothing new', told({ status: 304, body: '' })],
  [
    'a method that is not possible',
    told({ ...missing({ type: '/v1/docs/errors/method-not-allowed', status: 405 }), method: 'POST', status: 405, headers: { Allow: 'GET, HEAD' } }),
  ],
  ['an address that is none of ours', told({ path: '/v1/nothing', ...missing() })],
  ['a strange parameter of a feed', told({ path: '/feeds/articles.rss?utm_source=x', headers: { 'Content-Type': 'application/rss+xml' }, body: '<rss/>' })],
  ['what a browser asks beforehand', told({ method: 'OPTIONS', status: 204, body: '' })],
])('there is nothing to say of %s', (_what, answer) => {
  expect(complaintsAbout(answer)).toEqual([]);
});

it.each([
  ['a field that nobody knows', told({ body: { ...author, email: 'mara@news.example' } })],
  ['a field that nobody knows, further down', told({ body: { ...author, articles: { author: 1, source: 0 } } })],
  ['a field that is missing', told({ body: { ...author, role: undefined } })],
  ['a value that is none', told({ body: { ...author, articles: { author: -1 } } })],
  ['another media type', told({ headers: { 'Content-Type': 'text/html' } })],
  ['what is no JSON', told({ body: '{' })],
  ['a body after HEAD', told({ method: 'HEAD' })],
  ['a header that is missing', told({ headers: { ETag: undefined } })],
  ['a weak tag', told({ headers: { ETag: 'W/"a"' } })],
  ['a status that nobody knows', told({ status: 201 })],
  ['a failure of ours', told({ ...missing({ status: 500 }), status: 500 })],
  ['a problem of another kind', told(missing({ type: '/v1/docs/errors/article-withdrawn' }))],
  ['a problem of a kind that has no page', told(missing({ type: 'about:blank' }))],
  ['a problem of another request', told(missing({ instance: 'request-2' }))],
  ['a problem with another status', told(missing({ status: 410 }))],
  ['a method that was possible', told({ method: 'DELETE' })],
  [
    'a method that is refused without saying which are possible',
    told({ ...missing({ type: '/v1/docs/errors/method-not-allowed', status: 405 }), method: 'POST', status: 405 }),
  ],
  ['an address that was answered and is not described', told({ path: '/v1/nothing' })],
  ['a parameter that was heard and is not described', told({ path: '/v1/authors?page=2', body: { data: [], page: { limit: 20, next: null } } })],
  ['a value that was taken and is described otherwise', told({ path: '/v1/authors?limit=500', body: { data: [], page: { limit: 500, next: null } } })],
  ['a page that is shown as a story', told({ path: `/v1/articles/${id}/editions`, body: author })],
])('there is something to say of %s', (_what, answer) => {
  expect(complaintsAbout(answer)).not.toEqual([]);
});

it('what is published is told from what is not', () => {
  for (const path of ['/v1/articles', '/v1', '/feeds/articles.rss', '/sitemap.xml', '/sitemaps/2026-1.xml', '/robots.txt', '/.well-known/jwks.json', '/livez'])
    expect(isPublished(origin + path), path).toBe(true);
  for (const path of ['/', '/api/articles', '/admin', '/v10', '/feedsx']) expect(isPublished(origin + path), path).toBe(false);
});

it('whatever a test fetches is heard, in whichever way it asks', async () => {
  const server = createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const ask of [fetch, rawGet]) {
    await ask(`${url}/v1/topics`);
    expect(complaintsSoFar()).toContainEqual(expect.stringContaining('the header ETag is missing'));
    await ask(`${url}/api/topics`);
    expect(complaintsSoFar()).toEqual([]);
  }
  server.closeAllConnections();
  server.close();
});
