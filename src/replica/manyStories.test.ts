/** Without this test a word that is in more stories than can be looked at one by one could be found where it is not, or be looked for in all of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import type { StoryFilter } from './filters.ts';
import { countStories, listStories, type Position, type Read } from './lists.ts';
import { countFacets } from './names.ts';
import { readEntry } from './readEntry.ts';
import { ReplicaFile } from './replicaFile.ts';
import { matchFor, searchStories } from './searching.ts';
import { storiesOfYear, storyFurtherOn } from './sitemapping.ts';
import { packed } from './threadProtocol.ts';
import { ReadConnection } from './view.ts';

const BEGINNING = Date.parse('2026-03-01T09:00:00.000Z');
/** More than 10,000, up to which counts are exact. */
const STORIES = 10_200;
/** One of so many stories says "lighthouse" and not "ferry"; one of as many has "harbour" in its title, the others in the text. */
const ONE_OF = 50;
const saysFerry = (number: number) => number % ONE_OF !== 0;
const numbers = Array.from({ length: STORIES }, (_, number) => number);

let folder: string;
let db: ReadConnection;
let now = BEGINNING + 1e9;
const read: Read = (work) => db.atOnce(() => work({ db, now }));
const held = BEGINNING + 2e9;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-many-'));
  const path = join(folder, 'replica.db');
  const ledger = new MemoryLedger();
  const excerptOf = (number: number, quote: string) => aContent(`s${number}`).excerpts.map((excerpt) => ({ ...excerpt, quote: [quote] }));
  const topic = (name: string) => ({ id: `topic-${name}`, slug: name, name, mediaTopic: null });
  const contentOf = (number: number) =>
    aContent(`s${number}`, {
      title: number % ONE_OF === 7 ? `Harbour ${number}` : `Story ${number}`,
      excerpts: excerptOf(number, saysFerry(number) ? 'The ferry at the harbour is late.' : 'A lighthouse at the harbour.'),
      topics: [topic(number % 4 === 0 ? 'even' : 'odd')],
    });
  const minute = (number: number) => new Date(BEGINNING + number * 60_000).toISOString();
  const embargo = (number: number) => (number === STORIES - 1 ? { embargoUntil: new Date(held).toISOString() } : {});
  const entries = await ledger.append(
    numbers.map((number) => anEdition({ article: `s${number}`, revision: 1, at: minute(number), content: contentOf(number), ...embargo(number) })),
  );
  const file = ReplicaFile.create(path);
  for (let start = 0; start < entries.length; start += 1000)
    file.apply(entries.slice(start, start + 1000).map((entry, place) => readEntry(packed(entry), start + place + 1)));
  file.finish();
  file.close();
  db = new ReadConnection(path);
  now = held - 1;
}, 60_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const match = (question: string) => matchFor(question) ?? '';
const numberOf = ({ content }: { content: { id: string } }) => Number(content.id.slice(1));
async function newest(filter: StoryFilter, limit: number): Promise<number[]> {
  return (await listStories(read, filter, '-firstPublishedAt', limit, null)).stories.map(numberOf);
}
const out = numbers.slice(0, -1).reverse();

describe('words that thousands of stories have', () => {
  it('are found by date where they are, and nowhere else', async () => {
    expect(await newest({ match: match('ferry') }, 150)).toEqual(out.filter(saysFerry).slice(0, 150));
    const topic = { topic: ['even'] };
    expect(await newest({ match: match('ferry'), facets: topic }, 40)).toEqual(out.filter((number) => saysFerry(number) && number % 4 === 0).slice(0, 40));
    expect(await newest({ match: match('harbour lighthouse') }, 10)).toEqual(out.filter((number) => !saysFerry(number)).slice(0, 10));
    expect(await newest({ match: match('ferry lighthouse') }, 10)).toEqual([]);
  });

  it('are walked page by page, each story once', async () => {
    const seen: number[] = [];
    let after: Position | null = null;
    do {
      const page = await listStories(read, { match: match('ferry'), from: BEGINNING, to: BEGINNING + 500 * 60_000 }, '-firstPublishedAt', 90, after);
      seen.push(...page.stories.map(numberOf));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(numbers.slice(0, 500).reverse().filter(saysFerry));
  });

  it('by relevance give 1,000: of the newest 500 those with them in the title first', async () => {
    const found: number[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const page = await searchStories(read, { match: match('harbour') }, 100, from);
      found.push(...page.stories.map(numberOf));
      from = page.next;
    }
    const [newest, older] = [out.slice(0, 500), out.slice(500, 1000)];
    const isTitled = (number: number) => number % ONE_OF === 7;
    expect(found).toEqual([...newest.filter(isTitled), ...newest.filter((number) => !isTitled(number)), ...older]);
  });

  it('within a filter come in the order of their publication, where very many stories have them', async () => {
    const topic = { topic: ['even'] };
    const found = (await searchStories(read, { match: match('ferry'), facets: topic }, 100, 0)).stories.map(numberOf);
    expect(found).toEqual(out.filter((number) => saysFerry(number) && number % 4 === 0).slice(0, 100));
  });

  it('are not found in what is under embargo, before its time', async () => {
    const found = async () => [
      (await newest({ match: match('ferry') }, 1))[0],
      (await searchStories(read, { match: match('ferry') }, 100, 0)).stories.map(numberOf).includes(STORIES - 1),
    ];
    expect(await found()).toEqual([STORIES - 2, false]);
    now = held;
    expect(await found()).toEqual([STORIES - 1, true]);
    now = held - 1;
  });
});

describe('a site map', () => {
  it('has each story once, in whatever portions it is passed and read', () => {
    const ids = (from: number, limit: number) =>
      read((view) => {
        const after = from === 0 ? null : storyFurtherOn(view, '2026', null, from);
        return storiesOfYear(view, '2026', after, limit).map(({ id }) => id);
      });
    const oldest = out.toReversed().map((number) => `s${number}`);
    expect([ids(0, 500), ids(500, 500), ids(10_000, 500)]).toEqual([oldest.slice(0, 500), oldest.slice(500, 1000), oldest.slice(10_000)]);
    expect(read((view) => [storyFurtherOn(view, '2026', null, STORIES), storiesOfYear(view, '2025', null, 10)])).toEqual([null, []]);
  });
});

describe('counts', () => {
  const all = STORIES - 1;

  it('are exact to 10,000, whatever is asked for', async () => {
    const [even, ferry] = [out.filter((number) => number % 4 === 0).length, out.filter(saysFerry).length];
    expect(await countStories(read, {})).toEqual({ count: 10_000, exact: false });
    expect(await countStories(read, {}, all)).toEqual({ count: all, exact: true });
    expect(await countStories(read, { facets: { topic: ['even'] } })).toEqual({ count: even, exact: true });
    expect(await countStories(read, { match: match('ferry') })).toEqual({ count: ferry, exact: true });
    expect(await countStories(read, { match: match('harbour') })).toEqual({ count: 10_000, exact: false });
    expect(await countStories(read, { match: match('ferry'), facets: { topic: ['even'] } })).toEqual({
      count: out.filter((number) => saysFerry(number) && number % 4 === 0).length,
      exact: true,
    });
  });

  it('of what is under embargo come with its time', async () => {
    now = held;
    expect(await countStories(read, {}, STORIES)).toEqual({ count: STORIES, exact: true });
    expect(await countStories(read, { facets: { topic: ['odd'] } })).toEqual({ count: numbers.filter((number) => number % 4 !== 0).length, exact: true });
    now = held - 1;
  });

  it('of values are exact to 10,000 stories, and say so where they are not', async () => {
    const topics = async (question: string) => {
      const { facets, approximate } = await countFacets(read, { match: match(question) });
      return { approximate, counts: Object.fromEntries(facets.filter(({ kind }) => kind === 'topic').map(({ value, count }) => [value, count])) };
    };
    const exact = out.filter(saysFerry);
    expect(await topics('ferry')).toEqual({
      approximate: false,
      counts: { 'topic-even': exact.filter((number) => number % 4 === 0).length, 'topic-odd': exact.filter((number) => number % 4 !== 0).length },
    });
    const { approximate, counts } = await topics('harbour');
    expect(approximate).toBe(true);
    expect(Math.abs((counts['topic-even'] ?? 0) - 2500)).toBeLessThan(500);
    expect(Math.abs((counts['topic-odd'] ?? 0) - 7500)).toBeLessThan(500);
  });
});
