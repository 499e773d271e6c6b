/** Without these tests the first page that a newcomer sees could be wrong where nothing is published yet, or show what is not out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BELL, NOW, openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import { openReadingRoom, ORIGIN, type ReadingRoom } from '../../../tests/helpers/readingRoom.ts';
import { pageComplaints } from '../../../tests/renditions/validators/html.ts';

let empty: ReadingRoom;
let filled: FilledRoom;
beforeAll(async () => {
  [empty, filled] = await Promise.all([openReadingRoom(NOW), openFilledRoom()]);
});
afterAll(async () => {
  await Promise.all([empty.close(), filled.close()]);
});

it('a newsroom in which nothing is published yet says so, and what can be asked all the same', async () => {
  const { status, text } = await empty.get('/');
  expect([status, await pageComplaints(text)]).toEqual([200, []]);
  expect(text).toContain('Nothing is published yet');
  const requests = [...text.matchAll(/curl '([^']+)'/g)].map(([, address = '']) => address.slice(ORIGIN.length));
  expect(requests).toHaveLength(3);
  for (const request of requests) expect([request, (await empty.get(request)).status]).toEqual([request, 200]);
});

it('the front page shows what is out, in the newsroom’s own language first, and nothing else', async () => {
  const { text } = await filled.get('/');
  expect(text).toContain('<h1>Quay</h1>');
  for (const number of [23, 22, 21]) expect(text).toContain(`Ferry ${number} &#x26; &#x3C;more>`);
  expect(text).toContain(`curl '${ORIGIN}/v1/articles/en-GB/ferry-23.md'`);
  expect(text).not.toMatch(/embargoed|takenback|deadly/);
});

it('the front page shows what was under embargo from the bell on, and is kept no longer than until then', async () => {
  filled.now = BELL - 5_000;
  expect((await filled.get('/')).headers['cache-control']).toContain('s-maxage=5,');
  filled.now = BELL;
  expect((await filled.get('/')).text).toContain('The embargoed ferry');
  filled.now = NOW;
});

it('a page of an error that nobody tells of is not there', async () => {
  for (const type of ['nothing', 'constructor', '__proto__', 'Not-Found']) expect((await filled.get(`/v1/docs/errors/${type}`)).status, type).toBe(404);
});
