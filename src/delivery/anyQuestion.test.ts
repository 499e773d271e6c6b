/** Without this test only the faults that somebody has thought of would be refused: whatever is asked is answered or refused, as the documentation says it, and never by a failure of ours. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFilledRoom, type FilledRoom } from '../../tests/helpers/filledRoom.ts';
import { complaintsSoFar } from '../../tests/helpers/heard.ts';
import { openApiDocument } from './openapi/document.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());

const { paths } = openApiDocument();
const routes = Object.keys(paths).filter((path) => !/^\/(v1\/(stream|graphql)|\.well-known|livez|readyz|metrics)/.test(path));
const names = [
  'outlet',
  'source',
  'author',
  'topic',
  'writtenFor',
  'language',
  'from',
  'to',
  'q',
  'sort',
  'limit',
  'cursor',
  'fields',
  'view',
  'count',
  'facets',
];
const values = [
  '',
  '0',
  '1',
  '20',
  '101',
  '-1',
  'en',
  'fr,en',
  'x',
  'title,id',
  'full',
  'true',
  'updatedAt',
  'relevance',
  '2026-02-27',
  '2026-02-27T10:00:00Z',
  'ferry',
  '"late ferry"',
  'topic-1',
  'WzAsMF0',
];
const word = fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }));
const query = fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, word), word), { maxLength: 4 });
const accepted = fc.constantFrom('*/*', 'application/json', 'text/html', 'text/markdown;q=0.5, */*;q=0.1', 'image/png', '', ';;', 'a/b/c');

it('whatever is asked is answered or refused, and the documentation knows how', async () => {
  const told = new Map<number, number>();
  const asking = fc.asyncProperty(
    fc.constantFrom(...routes),
    fc.array(word, { minLength: 3, maxLength: 3 }),
    query,
    accepted,
    async (route, segments, asked, accept) => {
      let next = 0;
      const path = route.replace(/\{(\w+)\}/g, (_whole, name) => {
        const real: Readonly<Record<string, string>> = {
          id: room.out[next % room.out.length] ?? '',
          language: 'en',
          slug: 'ferry-3',
          format: 'rss',
          revision: '1',
          type: 'not-found',
          part: '2026-1.xml',
        };
        next += 1;
        const given = segments[next % segments.length] ?? '';
        return given.length % 3 === 0 ? (real[String(name)] ?? '') : encodeURIComponent(given);
      });
      const search = new URLSearchParams(asked).toString();
      const { status } = await room.get(`${path}${search === '' ? '' : `?${search}`}`, { Accept: accept });
      told.set(status, (told.get(status) ?? 0) + 1);
      expect([complaintsSoFar(), status < 500]).toEqual([[], true]);
    },
  );
  await fc.assert(asking, { numRuns: 500 });
  for (const status of [200, 400, 404, 406]) expect(told.get(status) ?? 0, String(status)).toBeGreaterThan(5);
});
