/** Without this test a reader who walks the archive while the newsroom works could miss a story: the paging promises of the contract, on random histories. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDeeds, type Deed } from '../../tests/helpers/editorialHistory.ts';
import { begun, somePaces, thereThroughout, walkWhile, type Pace } from '../../tests/helpers/walkedHistory.ts';
import { listStories, type Position, type Sort } from './lists.ts';

const walk = (history: readonly Deed[], begin: number, paces: readonly Pace[], sort: Sort, limit: number) =>
  walkWhile(history, begin, paces, (read, after: Position | null) => listStories(read, {}, sort, limit, after));

describe('walking the pages while stories come, change and go', () => {
  it.each<Sort>(['-firstPublishedAt', 'firstPublishedAt'])('by %s shows every story that was there throughout, once', async (sort) => {
    await fc.assert(
      fc.asyncProperty(someDeeds, begun, somePaces, fc.integer({ min: 1, max: 2 }), async (history, begin, paces, limit) => {
        const walked = await walk(history, begin, paces, sort, limit);
        const ids = walked.seen.map(({ content }) => content.id);
        for (const id of thereThroughout(walked)) expect(ids.filter((one) => one === id)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('by updatedAt skips nothing: at its end every story has been shown as it is then', async () => {
    await fc.assert(
      fc.asyncProperty(someDeeds, begun, somePaces, async (history, begin, paces) => {
        const { seen, moments } = await walk(history, begin, paces, 'updatedAt', 3);
        for (const [id, { updatedAt }] of moments.at(-1) ?? [])
          expect(seen.filter(({ content }) => content.id === id).map((story) => story.updatedAt)).toContain(updatedAt);
      }),
      { numRuns: 60 },
    );
  });

  it('never shows what was not to be seen when its page was read', async () => {
    await fc.assert(
      fc.asyncProperty(
        someDeeds,
        begun,
        somePaces,
        fc.constantFrom<Sort>('updatedAt', '-updatedAt', 'firstPublishedAt'),
        async (history, begin, paces, sort) => {
          const { seen, moments } = await walk(history, begin, paces, sort, 2);
          for (const story of seen) expect(moments.some((shown) => shown.get(story.content.id)?.revision === story.revision)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
