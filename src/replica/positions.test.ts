/** Without this test a page that is left in its middle could be gone on with at another place than where it was left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContent, anEdition } from '../../tests/helpers/memoryLedger.ts';
import { openReadingRoom, type ReadingRoom } from '../../tests/helpers/readingRoom.ts';
import { listCorrected, listStories, type Sort } from './lists.ts';
import { correctedPositionOf, positionOf } from './positions.ts';

const BEGINNING = Date.parse('2026-03-01T09:00:00.000Z');
const at = (minute: number) => new Date(BEGINNING + minute * 60_000).toISOString();
const edition = (article: string, revision: number, minute: number, kind: 'published' | 'updated' | 'corrected' = 'published') =>
  anEdition({
    article,
    revision,
    at: at(minute),
    kind,
    firstPublishedAt: at(0),
    notice: 'It was on time.',
    content: aContent(article, { title: `${article} ${revision}` }),
  });

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom(BEGINNING + 1e9);
  // All of one moment, so that only what parts them tells where each stands; the first changes last.
  await room.enter(...['a', 'b', 'c', 'd'].map((id) => edition(id, 1, 0)));
  await room.enter(edition('b', 2, 1, 'updated'), edition('c', 2, 2, 'corrected'), edition('a', 2, 3, 'corrected'));
});
afterAll(() => room.close());

describe('where a story stands', () => {
  it.each<Sort>(['firstPublishedAt', '-firstPublishedAt', 'updatedAt', '-updatedAt'])(
    'by %s is where a page that ends with it ends, also once it has changed',
    async (sort) => {
      const pages = await Promise.all([1, 2, 3].map((limit) => listStories(room.read, {}, sort, limit, null)));
      expect(pages.map(({ stories }) => stories.length)).toEqual([1, 2, 3]);
      const ends = () => pages.map(({ stories }) => room.read((view) => positionOf(view, stories.at(-1)!, sort)));
      expect(ends()).toEqual(pages.map(({ next }) => next));
      const revision = room.ledger.entries.length;
      await room.enter(...['a', 'b', 'c', 'd'].map((id) => edition(id, revision, revision, 'updated')));
      expect(ends()).toEqual(pages.map(({ next }) => next));
    },
  );

  it('among the corrected is where a page of them ends', () => {
    const { stories, next } = room.read((view) => listCorrected(view, 1, null));
    expect(next).toEqual(room.read((view) => correctedPositionOf(view, stories[0]!)));
  });

  it('cannot be told of an edition that was never entered: its cursor would lead anywhere', async () => {
    const { stories } = await listStories(room.read, {}, 'updatedAt', 1, null);
    expect(() => room.read((view) => positionOf(view, { ...stories[0]!, revision: 999 }, 'updatedAt'))).toThrow('restored');
  });
});
