/** Without this test a site that rebuilds itself could miss a story, or hear of one before its time. */
import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aContent, anEdition, aRelease } from '../../tests/helpers/memoryLedger.ts';
import { openReadingRoom, type ReadingRoom } from '../../tests/helpers/readingRoom.ts';
import { changeSchema } from './schemas/answers.ts';

const NOW = Date.parse('2026-03-01T10:00:00.000Z');
const BELL = NOW + 60_000;
const at = (seconds: number) => new Date(NOW - 3_600_000 + seconds * 1000).toISOString();
let room: ReadingRoom;
beforeEach(async () => {
  room = await openReadingRoom(NOW);
  await room.enter(anEdition({ article: 'a', revision: 1, at: at(0), content: aContent('a') }));
});
afterEach(() => room.close());

interface Line {
  answer: IncomingMessage;
  said: () => string;
  /** What was told, as `kind article revision`. */
  told: () => string[];
  lastId: () => string;
  ended: () => boolean;
  hangUp: () => void;
}

function listen(last?: string): Promise<Line> {
  return new Promise((resolve, reject) => {
    const asked = request(`${room.url}/v1/stream`, { headers: last === undefined ? {} : { 'Last-Event-ID': last }, agent: false }, (answer) => {
      let said = '';
      let ended = false;
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()));
      answer.on('end', () => (ended = true));
      answer.on('error', () => undefined);
      const told = () =>
        [...said.matchAll(/^data: (\{"articleId.*\})$/gm)].map(([, data = '']) => {
          const { kind, articleId, revision } = changeSchema.parse(JSON.parse(data));
          return `${kind} ${articleId} ${revision}`;
        });
      const lastId = () => [...said.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';
      // Whoever hears the greeting is listening.
      answer.once('data', () => resolve({ answer, said: () => said, told, lastId, ended: () => ended, hangUp: () => asked.destroy() }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });
const corrected = () =>
  anEdition({ article: 'a', revision: 2, at: at(10), kind: 'corrected', notice: 'Late.', firstPublishedAt: at(0), content: aContent('a', { title: 'Late' }) });
const held = (id: string) => anEdition({ article: id, revision: 1, at: at(5), embargoUntil: new Date(BELL).toISOString(), content: aContent(id) });

it('whoever listens hears of each edition once, of those under embargo at the bell', async () => {
  await room.enter(held('before'));
  const line = await listen();
  expect([line.answer.headers['content-type'], line.answer.headers['cache-control']]).toEqual(['text/event-stream; charset=utf-8', 'no-store']);
  await room.enter(corrected(), held('after'));
  await soon(() => expect(line.told()).toEqual(['corrected a 2']));
  room.now = BELL;
  await soon(() => expect(line.told()).toEqual(['corrected a 2', 'published before 1', 'published after 1']));
  await room.enter(aRelease('before', 1, new Date(BELL).toISOString()), aRelease('after', 1, new Date(BELL).toISOString()));
  await room.enter(
    anEdition({ article: 'a', revision: 3, at: new Date(BELL + 1).toISOString(), kind: 'withdrawn', content: null, firstPublishedAt: at(0), notice: 'No.' }),
  );
  await soon(() => expect(line.told().slice(3)).toEqual(['withdrawn a 3']));
  line.hangUp();
});

it('a release that comes before this node’s clock is there is heard then', async () => {
  await room.enter(held('early'));
  const line = await listen();
  await room.enter(aRelease('early', 1, new Date(BELL).toISOString()));
  await soon(() => expect(line.told()).toEqual(['published early 1']));
  room.now = BELL + 1;
  await room.enter(corrected());
  await soon(() => expect(line.told()).toEqual(['published early 1', 'corrected a 2']));
  line.hangUp();
});

it('what is withdrawn under embargo is never heard of', async () => {
  await room.enter(held('unseen'));
  const line = await listen();
  await room.enter(anEdition({ article: 'unseen', revision: 2, at: at(20), kind: 'withdrawn', content: null, firstPublishedAt: null, notice: 'Never.' }));
  room.now = BELL;
  await room.enter(anEdition({ article: 'b', revision: 1, at: new Date(BELL).toISOString(), content: aContent('b') }));
  await soon(() => expect(line.told()).toEqual(['published b 1']));
  line.hangUp();
});

it('whoever was away hears what was missed', async () => {
  const first = await listen();
  await room.enter(corrected(), held('held'));
  await soon(() => expect(first.told()).toEqual(['corrected a 2']));
  const last = first.lastId();
  first.hangUp();
  room.now = BELL;
  await room.enter(anEdition({ article: 'b', revision: 1, at: new Date(BELL).toISOString(), content: aContent('b') }));
  const second = await listen(last);
  await soon(() => expect(second.told()).toEqual(['published held 1', 'published b 1']));
  const third = await listen(second.lastId());
  await room.enter(anEdition({ article: 'c', revision: 1, at: new Date(BELL).toISOString(), content: aContent('c') }));
  await soon(() => expect(third.told()).toEqual(['published c 1']));
  await soon(() => expect(second.told()).toEqual(['published held 1', 'published b 1', 'published c 1']));
  for (const line of [second, third]) line.hangUp();
});

it('whoever heard nothing before the line broke misses nothing either', async () => {
  const first = await listen();
  await soon(() => expect(first.lastId()).not.toBe(''));
  first.hangUp();
  await room.enter(corrected());
  const second = await listen(first.lastId());
  await soon(() => expect(second.told()).toEqual(['corrected a 2']));
  second.hangUp();
});

it('of several at once only the last says where the line is, so that one that breaks among them is told them again', async () => {
  const line = await listen();
  const story = (id: string) => anEdition({ article: id, revision: 1, at: at(30), content: aContent(id) });
  await room.enter(story('b'), story('c'), story('d'));
  await soon(() => expect(line.told()).toEqual(['published b 1', 'published c 1', 'published d 1']));
  const told = line.said().slice(line.said().indexOf('data:'));
  expect(told.match(/^(id|data)/gm)).toEqual(['data', 'data', 'id', 'data']);
  line.hangUp();
});

it('whoever comes from another ledger is told to begin anew', async () => {
  const line = await listen('99-1');
  await soon(() => expect(line.said()).toContain('event: reset'));
  const strange = await listen('nonsense');
  expect(strange.said()).not.toContain('event: reset');
  for (const one of [line, strange]) one.hangUp();
});

it('ends when the node stops, and takes nobody on', async () => {
  const line = await listen();
  room.stop();
  await soon(() => expect(line.ended()).toBe(true));
  expect((await room.get('/v1/stream')).status).toBe(503);
});

it('is described without being begun, and takes no parameters', async () => {
  expect((await room.get('/v1/stream', {}, 'HEAD')).status).toBe(200);
  expect((await room.get('/v1/stream?since=1')).json()).toMatchObject({ status: 400, errors: [{ parameter: 'since' }] });
});
