/** Without this test a site that walks the archive by GraphQL while the newsroom works could miss a story, or begin behind one and see it again: the paging promises, on random histories. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDeeds, type Deed } from '../../../tests/helpers/editorialHistory.ts';
import { begun, somePaces, thereThroughout, walkWhile, type Pace } from '../../../tests/helpers/walkedHistory.ts';
import { answerOf } from './execute.ts';
import { answeredHere } from '../../replica/questions.ts';
import { Reading } from './reading.ts';

interface Page {
  articles: { edges: { cursor: string; node: { id: string; updatedAt: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const context = { publicUrl: 'https://news.example', mediaUrl: 'https://news.example/media', newsroom: { name: 'Quay', language: 'en' } };
const query = `query ($sort: ArticleSort, $first: Int, $after: String) {
  articles(sort: $sort, first: $first, after: $after) { edges { cursor node { id updatedAt } } pageInfo { hasNextPage endCursor } }
}`;

/** Goes on behind story number `left` of each page, or behind its last: a page may be left anywhere. */
const walk = (history: readonly Deed[], begin: number, paces: readonly Pace[], sort: string, first: number, left: number) =>
  walkWhile(history, begin, paces, async (read, after: string | null) => {
    const body = await answerOf({ query, variables: { sort, first, after }, operationName: null }, new Reading(read, context, answeredHere(read)));
    const { edges, pageInfo } = (JSON.parse(body) as { data: Page }).data.articles;
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    const taken = edges.slice(0, left);
    const more = pageInfo.hasNextPage || taken.length < edges.length;
    return { stories: taken.map(({ node }) => node), next: more ? (taken.at(-1)?.cursor ?? null) : null };
  });

describe('walking a connection while stories come, change and go', () => {
  it.each(['firstPublishedAt_desc', 'firstPublishedAt_asc'])('by %s shows every story that was there throughout, once', async (sort) => {
    await fc.assert(
      fc.asyncProperty(
        someDeeds,
        begun,
        somePaces,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        async (history, begin, paces, first, left) => {
          const walked = await walk(history, begin, paces, sort, first, left);
          const ids = walked.seen.map(({ id }) => id);
          for (const id of thereThroughout(walked)) expect(ids.filter((one) => one === id)).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('by updatedAt_asc skips nothing: at its end every story has been shown as it is then', async () => {
    await fc.assert(
      fc.asyncProperty(someDeeds, begun, somePaces, fc.integer({ min: 1, max: 3 }), async (history, begin, paces, left) => {
        const { seen, moments } = await walk(history, begin, paces, 'updatedAt_asc', 3, left);
        for (const [id, { updatedAt }] of moments.at(-1) ?? []) expect(seen.filter((one) => one.id === id).map((one) => one.updatedAt)).toContain(updatedAt);
      }),
      { numRuns: 25 },
    );
  });
});
