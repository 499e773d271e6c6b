/** Without this test a reader who walks the archive could miss a story, or search in their language in vain. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { NewEntry } from '../ledger/ledger.ts';
import type { StoryFilter } from './filters.ts';
import { countStories, listStories, type Position, type Read, type Sort } from './lists.ts';
import { listNames, nameCalled } from './names.ts';
import { ReplicaFile } from './replicaFile.ts';
import { matchFor, searchStories } from './searching.ts';
import { storiesCarrying } from './stories.ts';
import { packed } from './threadProtocol.ts';
import { unpacked } from './readEntry.ts';
import { ReadConnection } from './view.ts';

const BEGINNING = Date.parse('2026-03-01T09:00:00.000Z');
let folder: string;
let ledger: MemoryLedger;
let file: ReplicaFile;
let db: ReadConnection;
let files = 0;
let now = BEGINNING + 1e9;
const read: Read = (work) => db.atOnce(() => work({ db, now }));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-lists-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  const path = join(folder, `${(files += 1)}.db`);
  ledger = new MemoryLedger();
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  file = ReplicaFile.open(path);
  db = new ReadConnection(path);
  now = BEGINNING + 1e9;
});
afterEach(() => {
  db.close();
  file.close();
});

async function enter(...entries: NewEntry[]): Promise<void> {
  file.apply((await ledger.append(entries)).map((entry) => unpacked(packed(entry))));
}
const story = (id: string, minute: number, given: Partial<EditionContent> = {}, revision = 1) =>
  anEdition({
    article: id,
    revision,
    at: new Date(BEGINNING + (minute + 1000 * (revision - 1)) * 60_000).toISOString(),
    firstPublishedAt: new Date(BEGINNING + minute * 60_000).toISOString(),
    content: aContent(id, given),
    kind: revision === 1 ? 'published' : 'updated',
  });
const asArchived = (entry: NewEntry) => ({ ...entry, header: { ...entry.header, backfill: true } }) as NewEntry;
const ids = (stories: readonly { content: { id: string } }[]) => stories.map(({ content }) => content.id);
const find = async (question: string, filter: StoryFilter = {}) =>
  ids((await searchStories(read, { ...filter, match: matchFor(question) ?? '' }, 100, 0)).stories);

describe('walking the pages', () => {
  it.each<Sort>(['firstPublishedAt', '-firstPublishedAt'])('by %s shows every story once, though others come, change and go meanwhile', async (sort) => {
    const all = Array.from({ length: 30 }, (_, number) => `s${String(number).padStart(2, '0')}`);
    // Three stories a minute: ties too.
    await enter(...all.map((id, number) => story(id, Math.floor(number / 3))));
    const seen: string[] = [];
    let after: Position | null = null;
    let round = 0;
    do {
      const page = await listStories(read, {}, sort, 4, after);
      seen.push(...ids(page.stories));
      after = page.next;
      round += 1;
      // What was seen changes, what comes after changes, something new comes at both ends, and one story goes.
      await enter(
        story(`s0${round}`, Math.floor(round / 3), { title: 'Changed' }, 2),
        story(`s2${round}`, Math.floor((20 + round) / 3), { title: 'Changed' }, 2),
      );
      await enter(story(`new-early-${round}`, -round), story(`new-late-${round}`, 100 + round));
      if (round === 1)
        await enter(
          anEdition({
            article: 's15',
            revision: 2,
            at: new Date(BEGINNING + 1e8).toISOString(),
            kind: 'withdrawn',
            content: null,
            firstPublishedAt: new Date(BEGINNING).toISOString(),
          }),
        );
    } while (after !== null && round < 20);
    expect(seen.filter((id) => !id.startsWith('new')).sort()).toEqual(all.filter((id) => id !== 's15'));
  });

  it('by updatedAt skips nothing that changes at the very time at which a page ended', async () => {
    await enter(...['a', 'b', 'c', 'd'].map((id, number) => story(id, number)));
    const changed = (id: string, minute: number) => story(id, minute, { title: 'Changed' }, 2);
    const at = (entry: NewEntry) => ({ ...entry, header: { ...entry.header, at: new Date(BEGINNING + 1e7).toISOString() } }) as NewEntry;
    await enter(at(changed('d', 3)), at(changed('c', 2)));
    const first = await listStories(read, {}, 'updatedAt', 3, null);
    expect(ids(first.stories)).toEqual(['a', 'b', 'd']);
    await enter(at(changed('a', 0)));
    expect(ids((await listStories(read, {}, 'updatedAt', 3, first.next)).stories)).toEqual(['c', 'a']);
  });

  it('by updatedAt skips nothing that is entered later than an embargo ended, and happened before', async () => {
    const end = BEGINNING + 1e7;
    const held = (id: string, until: number) =>
      anEdition({ article: id, revision: 1, at: new Date(BEGINNING + 1000).toISOString(), embargoUntil: new Date(until).toISOString(), content: aContent(id) });
    await enter(story('a', 0), held('held', end), held('later', end + 1));
    now = end + 500;
    const first = await listStories(read, {}, 'updatedAt', 2, null);
    const late = anEdition({
      ...{ article: 'a', revision: 2, at: new Date(end - 5).toISOString(), kind: 'updated', firstPublishedAt: new Date(BEGINNING).toISOString() },
      content: aContent('a', { title: 'Changed' }),
    });
    await enter(late);
    const second = await listStories(read, {}, 'updatedAt', 3, first.next);
    expect([ids(first.stories), ids(second.stories)]).toEqual([['a'], ['a', 'held', 'later']]);
  });

  it('shows a story once, whose embargoed update comes out between two looks of one page', async () => {
    const end = BEGINNING + 1e7;
    const archived = (id: string, minute: number) => asArchived(story(id, minute));
    await enter(story('live', 1), ...[2, 3, 4].map((minute) => archived(`archived-${minute}`, minute)));
    const update = {
      article: 'live',
      revision: 2,
      at: new Date(BEGINNING + 1e6).toISOString(),
      kind: 'updated',
      embargoUntil: new Date(end).toISOString(),
    } as const;
    await enter(anEdition({ ...update, firstPublishedAt: new Date(BEGINNING + 60_000).toISOString(), content: aContent('live', { title: 'Changed' }) }));
    let looks = 0;
    const later: Read = (work) => {
      now = end - 1 + looks;
      looks += 1;
      return read(work);
    };
    expect(ids((await listStories(later, { fresh: true }, '-firstPublishedAt', 1, null)).stories)).toEqual(['live']);
    expect(looks).toBeGreaterThan(1);
  });

  it('does not look for ever where nearly nothing fits', async () => {
    const archived = (minute: number) => asArchived(story(`archived-${minute}`, minute));
    await enter(story('fresh', 1), ...Array.from({ length: 20 }, (_, number) => archived(number + 2)));
    expect((await listStories(read, { fresh: true }, '-firstPublishedAt', 1, null, 4)).stories).toEqual([]);
    expect(ids((await listStories(read, { fresh: true }, '-firstPublishedAt', 1, null)).stories)).toEqual(['fresh']);
  });

  it('keeps to filters: any of several values, all of several kinds, slugs or ids, and dates', async () => {
    const topic = (number: number) => ({ id: `topic-${number}`, slug: `slug-${number}`, name: `Topic ${number}`, mediaTopic: null });
    const author = (number: number) => ({ id: `author-${number}`, slug: `mara-${number}`, name: `Mara ${number}`, role: null });
    const stories = Array.from({ length: 24 }, (_, number) =>
      story(`s${number}`, number, { topics: [topic(number % 3), topic(3)], authors: [author(number % 4)], language: number % 2 ? 'en' : 'fr' }),
    );
    await enter(...stories);
    const found = async (filter: StoryFilter) => ids((await listStories(read, filter, 'firstPublishedAt', 100, null)).stories);
    const those = (fits: (number: number) => boolean) =>
      Array.from({ length: 24 }, (_, number) => number)
        .filter(fits)
        .map((number) => `s${number}`);
    expect(await found({ facets: { topic: ['slug-1', 'topic-2'] } })).toEqual(those((number) => number % 3 > 0));
    expect(await found({ facets: { topic: ['slug-1', 'slug-3'] } })).toEqual(those(() => true));
    expect(await found({ facets: { topic: ['slug-1'], author: ['mara-2'] } })).toEqual(those((number) => number % 3 === 1 && number % 4 === 2));
    expect(await found({ facets: { topic: ['slug-1'], author: ['mara-2'], language: ['fr'] } })).toEqual(
      those((number) => number % 3 === 1 && number % 4 === 2),
    );
    expect(await found({ facets: { language: ['en'], author: ['mara-2'] } })).toEqual([]);
    expect(await found({ facets: { topic: ['nobody'] } })).toEqual([]);
    expect(await found({ facets: { year: ['2026'] }, from: BEGINNING + 5 * 60_000, to: BEGINNING + 8 * 60_000 })).toEqual(['s5', 's6', 's7']);
    expect(await countStories(read, { facets: { topic: ['slug-1'] } })).toEqual({ count: 8, exact: true });
    expect(await countStories(read, {}, 10)).toEqual({ count: 10, exact: false });
    expect(read((view) => listNames(view, 'author', null, 2, null))).toMatchObject({
      names: [{ value: 'author-0', stories: 6, told: { name: 'Mara 0' } }, { value: 'author-1' }],
      next: 'author-1',
    });
    expect(read((view) => nameCalled(view, 'author', 'mara-3', null))).toMatchObject({ value: 'author-3', stories: 6 });
    expect(read((view) => storiesCarrying(view, 'excerpt-s3', 10)).map(({ content }) => content.id)).toEqual(['s3']);
  });
});

describe('a name', () => {
  it('is printed in the language that is asked for, where a story has it', async () => {
    const site = (name: string, language: string) => ({ outlets: [{ id: 'site', slug: 'quay', name, language, homepage: null, storyUrl: null }], language });
    await enter(story('a', 1, site('Quay News', 'en')), story('b', 2, site('Nouvelles du quai', 'fr')), story('c', 3, site('Quay News', 'en')));
    const printed = (language: string | null) => read((view) => nameCalled(view, 'outlet', 'quay', language));
    expect(printed('fr-CA')).toMatchObject({ stories: 3, told: { name: 'Nouvelles du quai' } });
    expect(printed('de')).toMatchObject({ stories: 3, told: { name: 'Quay News' } });
  });

  it('of a story under embargo is in no list before its time', async () => {
    const end = new Date(BEGINNING + 1e9).toISOString();
    const held = aContent('a', { authors: [{ id: 'secret', slug: 'secret', name: 'Secret', role: null }] });
    await enter(anEdition({ article: 'a', revision: 1, at: new Date(BEGINNING).toISOString(), embargoUntil: end, content: held }));
    const names = () => read((view) => listNames(view, 'author', null, 10, null)).names.map(({ value, stories }) => [value, stories]);
    now = Date.parse(end) - 1;
    expect([names(), await find('Secret'), read((view) => nameCalled(view, 'author', 'secret', null))]).toEqual([[], [], null]);
    now = Date.parse(end);
    expect([names(), await find('Secret')]).toEqual([[['secret', 1]], ['a']]);
  });
});

describe('searching', () => {
  it.each([
    ['accents', 'Les cafés de l’été', ['cafes', 'été', 'CAFÉS', 'ete']],
    ['Arabic', 'الكِتَابُ في المَكْتَبَة إلى', ['الكتاب', 'المكتبة', 'المكتبه', 'الى']],
    ['Cyrillic', 'Ёлка и паром опоздали', ['елка', 'ПАРОМ', 'Ёлка']],
    ['Chinese', '我在北京大学读书', ['北京', '大学', '北京大学']],
    ['Japanese', '東京都に住んでいます', ['東京']],
    ['Thai', 'เรือข้ามฟากมาสายอีกแล้ว', ['เรือ', 'มาสาย']],
    ['Korean', '한국어 신문', ['신문']],
    ['Hindi', 'हिन्दी समाचार', ['समाचार']],
  ])('finds %s', async (_language, title, questions) => {
    await enter(story('wanted', 1, { title }), story('other', 2, { title: 'Something else' }));
    for (const question of questions) expect({ question, found: await find(question) }).toEqual({ question, found: ['wanted'] });
  });

  it('puts a word in the title before one in the text', async () => {
    await enter(
      story('text', 3, { summary: 'Nothing much.', commentaries: [{ ...aContent('x').commentaries[0]!, id: 'c', text: 'A lighthouse far away.' }] }),
      story('title', 1, { title: 'The lighthouse' }),
    );
    expect(await find('lighthouse')).toEqual(['title', 'text']);
  });

  it('finds phrases as phrases', async () => {
    await enter(story('phrase', 1, { title: 'The late ferry' }), story('words', 2, { title: 'Late again: the ferry' }));
    expect(await find('"late ferry"')).toEqual(['phrase']);
    expect((await find('late ferry')).sort()).toEqual(['phrase', 'words']);
  });

  it('forgets what a story said before', async () => {
    await enter(story('a', 1, { title: 'Lighthouse' }));
    await enter(story('a', 1, { title: 'Watchtower' }, 2));
    expect([await find('lighthouse'), await find('watchtower')]).toEqual([[], ['a']]);
  });

  it.each([1, 2, 3, 4, 5])('leaves out a story that is taken back while it is ranked, before look %i', async (at) => {
    await enter(story('a', 1, { title: 'The ferry' }), story('b', 2), story('c', 3));
    const withdrawal = { article: 'a', revision: 2, at: new Date(BEGINNING + 1e8).toISOString(), kind: 'withdrawn', content: null } as const;
    const entries = await ledger.append([anEdition({ ...withdrawal, firstPublishedAt: new Date(BEGINNING).toISOString() })]);
    let looks = 0;
    const meanwhile: Read = (work) => {
      looks += 1;
      if (looks === at) file.apply(entries.map((entry) => unpacked(packed(entry))));
      return read(work);
    };
    const found = await searchStories(meanwhile, { match: matchFor('ferry') ?? '' }, 10, 0);
    expect(ids(found.stories).filter((id) => id !== 'a')).toEqual(['c', 'b']);
    expect(ids(found.stories).includes('a')).toBe(looks < at);
  });

  it('refuses more words than anybody means, and finds nothing in none', () => {
    expect(() => matchFor('word '.repeat(33))).toThrow(/At most 32 words/);
    expect(matchFor(' *"() ')).toBeNull();
  });

  it('is bounded for words that are everywhere, and still answers within filters and by date', async () => {
    const entries = Array.from({ length: 60 }, (_, number) =>
      story(`s${number}`, number, { topics: number === 3 ? [{ id: 'rare', slug: 'rare', name: 'Rare', mediaTopic: null }] : [] }),
    );
    await enter(...entries);
    expect(await find('ferry', { facets: { topic: ['rare'] } })).toEqual(['s3']);
    expect(ids((await listStories(read, { match: matchFor('ferry') ?? '' }, '-firstPublishedAt', 3, null)).stories)).toEqual(['s59', 's58', 's57']);
    const second = await searchStories(read, { match: matchFor('ferry') ?? '' }, 20, 50);
    expect([second.stories.length, second.next]).toEqual([10, null]);
  });
});
