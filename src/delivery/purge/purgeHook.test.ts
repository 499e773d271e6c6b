/** Without this test a cache elsewhere could keep a withdrawn story, be asked without end, or have its key in our log. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aContent, anEdition } from '../../../tests/helpers/memoryLedger.ts';
import { NOW, openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import { newId } from '../../domain/ids.ts';
import { PurgeHook } from './purgeHook.ts';
import type { PurgeSetting } from './purgeRequest.ts';

const SECRET = 'a key that nobody may see';
const AT = new Date(NOW).toISOString();
let room: FilledRoom;
let cdn: Server;
let asked: IncomingMessage[];
let logged: string;
let answer: (address: string, time: number) => number;
let hook: PurgeHook | undefined;

beforeEach(async () => {
  room = await openFilledRoom();
  asked = [];
  logged = '';
  answer = () => 200;
  cdn = createServer((request, response) => {
    asked.push(request);
    const { url = '' } = request;
    response.statusCode = answer(url, asked.filter((one) => one.url === url).length);
    response.end('Done.');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => cdn.once('listening', resolve));
});
afterEach(async () => {
  await hook?.close();
  hook = undefined;
  cdn.closeAllConnections();
  await new Promise((resolve) => cdn.close(resolve));
  await room.close();
});

function begin(template: string, setting: Partial<PurgeSetting> = {}): void {
  const log = pino(
    new Writable({
      write: (chunk: Buffer, _coding, done) => {
        logged += chunk.toString();
        done();
      },
    }),
  );
  const url = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}${template}`;
  hook = new PurgeHook({
    read: room.read,
    setting: { url, method: 'POST', header: undefined, ...setting },
    publicUrl: () => 'https://news.example',
    log,
    interval: 5,
    pause: 1,
  });
}
const addresses = () => [...new Set(asked.map(({ url = '' }) => url))].sort();
const withdraw = (id: string) =>
  room.enter(anEdition({ article: id, revision: 2, at: AT, kind: 'withdrawn', content: null, firstPublishedAt: AT, notice: 'It was not so.' }));

it('an edition and a withdrawal are told by key, with the translations that name them and with all lists', async () => {
  begin('/purge/{key}', { method: 'PURGE', header: { name: 'CDN-Key', value: SECRET } });
  const [one = '', translation = ''] = room.out;
  const id = newId();
  await room.enter(anEdition({ article: id, revision: 1, at: AT, content: aContent(id, { translationSet: 'set-1', slug: 'third' }) }));
  await expect.poll(addresses).toEqual(['/purge/stories', ...[one, translation, id].map((key) => `/purge/article-${key}`)].sort());
  expect(asked.map(({ method, headers }) => [method, headers['cdn-key']])).toEqual(asked.map(() => ['PURGE', SECRET]));
  asked = [];
  await withdraw(id);
  await expect.poll(addresses).toEqual(['/purge/stories', `/purge/article-${id}`].sort());
  // What named it has its key.
  expect((await room.get(`/v1/articles/${one}`)).headers['surrogate-key']).toContain(`article-${translation}`);
});

it('addresses are told where the cache knows nothing else', async () => {
  const [, , id = ''] = room.out;
  begin('/purge?url={url}');
  await withdraw(id);
  const told = () => asked.map(({ url = '' }) => new URL(url, 'http://cdn.invalid').searchParams.get('url'));
  await expect
    .poll(told)
    .toEqual(
      expect.arrayContaining(
        ['', '.html', '.ninjs.json'].flatMap((end) => [`https://news.example/v1/articles/${id}${end}`, `https://news.example/v1/articles/en-GB/ferry-2${end}`]),
      ),
    );
  await expect.poll(told).toEqual(expect.arrayContaining(['https://news.example/feeds/articles.rss', 'https://news.example/sitemap.xml']));
});

it('paths are told as they are', async () => {
  const [, , id = ''] = room.out;
  // Apart from our own addresses, at which every answer has to be one of ours.
  begin('/cdn{path}', { method: 'PURGE' });
  await withdraw(id);
  await expect.poll(addresses).toContain('/cdn/v1/articles/en-GB/ferry-2.html');
});

it('a story that comes out of its embargo by the clock alone is told', async () => {
  begin('/purge/{key}');
  room.now += 10 * 3_600_000;
  await expect.poll(addresses).toContain(`/purge/article-${room.held}`);
});

it('a cache that stumbles is asked again, one that refuses is not, and neither learns more of us than our log of its key', async () => {
  answer = (url, time) => (url.includes('stories') ? 403 : time < 3 ? 503 : 200);
  begin('/purge/{key}?token=in-the-address', { header: { name: 'CDN-Key', value: SECRET } });
  const [, , id = ''] = room.out;
  await withdraw(id);
  const times = (part: string) => asked.filter(({ url = '' }) => url.includes(part)).length;
  await expect.poll(() => [times(id), times('stories')]).toEqual([3, 1]);
  await expect.poll(() => logged).toContain('it answered 403');
  expect(logged).toContain('"target":"stories"');
  expect(logged).not.toContain(id);
  cdn.closeAllConnections();
  await new Promise((resolve) => cdn.close(resolve));
  await room.enter(anEdition({ article: id, revision: 3, at: AT, content: aContent(id), firstPublishedAt: AT }));
  await expect.poll(() => logged, { timeout: 10_000 }).toContain('it could not be asked (ECONNREFUSED)');
  expect(logged).not.toMatch(/a key that nobody|in-the-address|127\.0\.0\.1/);
});

it('what is too much for it is not kept for ever', async () => {
  answer = () => 200;
  begin('/purge/{key}');
  const ids = Array.from({ length: 1001 }, () => newId());
  await room.enter(...ids.map((id) => anEdition({ article: id, revision: 1, at: AT, content: aContent(id) })));
  // More than can be told of one by one: lists are thrown away, stories end by themselves.
  await expect.poll(addresses).toEqual(['/purge/stories']);
});
