/** Without this test an answer that was kept could be another one than what is published: whatever happens, in whatever order, by whatever clock. */
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { graphqlAddress } from '../../../tests/helpers/askGraphql.ts';
import { BEGINNING, languages, ledgerOf, slugOf, someDeeds } from '../../../tests/helpers/editorialHistory.ts';
import type { RawAnswer } from '../../../tests/helpers/rawGet.ts';
import { openReadingRoom, type ReadingRoom } from '../../../tests/helpers/readingRoom.ts';

const STORIES = 5;
const idOf = (story: number) => `01900000-0000-7000-8000-00000000000${story}`;
const stories = Array.from({ length: STORIES }, (_, story) => idOf(story));
/** Stories that had one address, one after the other, as the ledger could have them. */
const shared = (id: string, words: number) => slugOf(id.replace(/[34]$/, '3'), words);
const addresses = stories.flatMap((id) => languages.map((language, words) => `/v1/articles/${language}/${shared(id, words)}`));
const ofStories = [
  ...stories.flatMap((id) => ['', '.html', '/editions', '/editions/1'].map((rest) => `/v1/articles/${id}${rest}`)),
  ...stories.flatMap((id) => [`/v1/excerpts/excerpt-${id}`, `/v1/commentaries/commentary-${id}`]),
  ...stories.map((id) => graphqlAddress(`{ article(id: "${id}") { title translations { slug } } }`)),
  ...new Set(addresses),
];
const ofMany = [
  ...['/v1/articles', '/v1/articles?limit=1', '/v1/articles?count=true&view=full&topic=topic-1', '/v1/search?q=ferry', '/v1/corrections', '/v1/ledger-head'],
  ...[
    '/v1/authors',
    '/v1/outlets/quay-news',
    '/v1/topics',
    '/v1/topics/topic-0',
    '/feeds/articles.atom',
    '/feeds/topics/topic-0.rss',
    '/feeds/corrections.json',
  ],
  ...['/sitemap.xml', '/sitemaps/2026-1.xml', '/sitemap-news.xml'],
  graphqlAddress('{ articles(first: 2) { edges { node { title } } pageInfo { hasNextPage } } authors(first: 1) { edges { node { name } } } }'),
];
const doors = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ofStories) }, { weight: 1, arbitrary: fc.constantFrom(...ofMany) });

/** After each deed: how far the clock is from the newsroom's, to the future or the past, and what is asked then. */
const looks = fc.array(fc.record({ off: fc.integer({ min: -120, max: 120 }), asked: fc.array(doors, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 2,
});

const rooms: ReadingRoom[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

/** All that a reader, or a cache, could tell two answers apart by. */
function told({ status, headers, bytes, text }: RawAnswer): unknown {
  const { date: _date, 'x-request-id': id, 'content-length': length, ...rest } = headers;
  const body = status < 400 ? [bytes.toString('base64'), length] : text.replaceAll(String(id), '…');
  return { status, headers: rest, body };
}

it('what is kept is what would be worked out: through embargoes, releases, withdrawals, kills, new names, and clocks that go forth and back', async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(someDeeds, fc.array(looks, { minLength: 40, maxLength: 40 }), async (history, plan) => {
      const room = await openReadingRoom(BEGINNING);
      rooms.push(room);
      const known = new Map<string, string>();
      const compare = async (path: string, coding: string): Promise<void> => {
        const headers = { 'Accept-Encoding': coding };
        const [kept, anew] = [await room.get(path, headers), await room.getAnew(path, headers)];
        expect({ path, now: room.now, ...(told(kept) as object) }).toEqual({ path, now: room.now, ...(told(anew) as object) });
        const { etag } = kept.headers;
        if (etag === undefined) return;
        // An ETag equal means body equal, for as long as anybody remembers it.
        const body = kept.bytes.toString('base64');
        expect(known.get(etag) ?? body).toBe(body);
        known.set(etag, body);
      };
      const asked = new Set<string>();
      let shown = 0;
      await ledgerOf(history, {
        idOf,
        slugs: shared,
        after: async ({ entries }, now, deed) => {
          const fresh = entries.slice(shown);
          shown = entries.length;
          if (fresh.length > 0) room.show(fresh);
          for (const look of plan[deed] ?? []) {
            room.now = now + look.off;
            for (const path of look.asked) asked.add(path);
            // What was asked before is kept, if it may be; so it is asked again and again.
            for (const path of [...asked].slice(-10)) await compare(path, deed % 2 === 0 ? 'br' : 'identity');
          }
        },
      });
      hits += room.figures().hits;
      rooms.splice(rooms.indexOf(room), 1);
      await room.close();
    }),
    { numRuns: 12 },
  );
  // A cache that keeps nothing would keep the law.
  expect(hits).toBeGreaterThan(100);
}, 120_000);
