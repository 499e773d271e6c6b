/** Without these tests a client that met somebody else's lock would be told that something is broken, instead of to come again. */
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdDocuments } from '../helpers/documentHolder.ts';
import { holdLock, type LockHolder } from '../helpers/lockHolder.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { snapshotOf } from '../helpers/snapshot.ts';
import { aStory, firstAdministrator, type Caller, type Doc } from '../helpers/staff.ts';

let newsroom: Newsroom;
let chief: Caller;
let story: Doc;

beforeAll(async () => {
  newsroom = await startNewsroom({ preload: [resolve(import.meta.dirname, 'impatient.mjs')] });
  chief = await firstAdministrator(newsroom);
  story = (await aStory(chief)).article;
});
afterAll(async () => {
  await newsroom.stop();
});

/** Somebody else, in another process, writes and does not come to an end: to the whole file on SQLite, to this story on MongoDB. */
async function somebodyElseWrites(): Promise<LockHolder> {
  if (newsroom.databaseUrl === undefined) return holdLock(join(newsroom.dataDir, 'counterpoint.db'));
  const { workflow } = await snapshotOf(chief);
  const row = workflow.find(({ article }) => article === story.id)?.id ?? '';
  return holdDocuments(newsroom.databaseUrl, { articles: story.id, workflows: row });
}

describe('while somebody else writes and does not come to an end', () => {
  it('a write is refused with 503 and when to come again, reading goes on, and afterwards the same write succeeds', async () => {
    const before = await snapshotOf(chief);
    const other = await somebodyElseWrites();
    try {
      const edit = await chief.edit('articles', story.id, { title: 'A second thought' });
      const move = await chief.move(story.id, 'submit');
      expect([edit.status, move.status]).toEqual([503, 503]);
      expect([edit, move].map(({ headers }) => headers.get('Retry-After'))).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
      expect(move.headers.get('Content-Type')).toContain('application/problem+json');
      expect(await snapshotOf(chief)).toEqual(before);
    } finally {
      await other.letGo();
    }
    expect((await chief.edit('articles', story.id, { title: 'A second thought' })).status).toBe(200);
    expect((await chief.move(story.id, 'submit')).status).toBe(200);
  });
});
