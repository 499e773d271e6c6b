/** Without these tests a write that the disk had no room for could be answered as a success. */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { snapshotOf, type Snapshot } from '../helpers/snapshot.ts';
import { aStory, firstAdministrator, publish, type Caller, type StoryParts } from '../helpers/staff.ts';
import { halfWritten } from './halfWritten.ts';

let newsroom: Newsroom;
let chief: Caller;
let approved: StoryParts;
let live: StoryParts;
let before: Snapshot;

beforeAll(async () => {
  newsroom = await startNewsroom({ preload: [resolve(import.meta.dirname, 'fullDisk.mjs')] });
  chief = await firstAdministrator(newsroom);
  approved = await aStory(chief);
  for (const transition of ['submit', 'approve']) expect((await chief.move(approved.article.id, transition)).status).toBe(200);
  live = await aStory(chief);
  await publish(chief, live.article.id);
  before = await snapshotOf(chief);
});
afterAll(async () => {
  await newsroom.stop();
});

const onFullDisk = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const mark = join(newsroom.dataDir, 'disk-is-full');
  writeFileSync(mark, '');
  try {
    return await work();
  } finally {
    rmSync(mark);
  }
};

describe('when a COMMIT fails because the disk is full', () => {
  it.each<[string, () => Promise<{ status: number; body: unknown }>]>([
    ['creating a story', () => chief.send('POST', '/api/articles', { title: 'No room for this' })],
    ['creating an outlet', () => chief.send('POST', '/api/outlets', { name: 'No Room News', kinds: ['source'] })],
    ['changing a story', () => chief.edit('articles', live.article.id, { title: 'No room for this' })],
    ['changing a part of a live story', () => chief.edit('commentaries', live.commentary.id, { capacity: 'Nobody' })],
    ['restoring an old version', () => chief.send('POST', `/api/articles/versions/${before.versions.get('articles')?.[0]?.id ?? ''}`)],
    ['deleting a story', () => chief.send('DELETE', `/api/articles/${approved.article.id}`)],
    ['publishing', () => chief.move(approved.article.id, 'publish')],
    ['withdrawing', () => chief.move(live.article.id, 'withdraw', { notice: 'There is no room.' })],
  ])('%s is answered with an error, and nothing of it is written', async (_what, write) => {
    const { status, body } = await onFullDisk(write);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toMatch(/"doc"|SQLITE|mongo|\bat .+:\d+:\d+/i);
    expect(await snapshotOf(chief)).toEqual(before);
  });

  it('over GraphQL too', async () => {
    const query = 'mutation { createTopic(data: { name: "No room" }) { id } }';
    const { body } = await onFullDisk(() => chief.send<{ data?: { createTopic?: unknown }; errors?: unknown[] }>('POST', '/api/graphql', { query }));
    expect(body.errors).toHaveLength(1);
    expect(body.data?.createTopic ?? null).toBeNull();
    expect(await snapshotOf(chief)).toEqual(before);
  });

  it('a transition is refused with a problem that carries the request’s id', async () => {
    const { headers, body } = await onFullDisk(() => chief.move(approved.article.id, 'publish'));
    expect(headers.get('Content-Type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 500, instance: headers.get('X-Request-Id') });
  });

  it('as soon as there is room again, the same writes succeed', async () => {
    expect((await chief.move(approved.article.id, 'publish')).status).toBe(200);
    expect((await chief.edit('articles', live.article.id, { title: 'There is room again' })).status).toBe(200);
    expect(await chief.create('articles', { title: 'And for this' })).toMatchObject({ title: 'And for this', slug: 'and-for-this' });
    expect(halfWritten(await snapshotOf(chief))).toEqual([]);
  });
});
