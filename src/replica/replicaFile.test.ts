/** Without this test the file on disk could drift from the ledger with every update, and nobody would see it before a rebuild. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEGINNING, ledgerOf, someDeeds } from '../../tests/helpers/editorialHistory.ts';
import { aContent, anEdition, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import { whatReadersSaw } from '../../tests/helpers/whatReadersSaw.ts';
import type { LedgerEntry } from '../domain/entries.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import Sqlite from '../database/sqliteDriver.mjs';
import { checkFile } from './check.ts';
import { editionOf, historyOf } from './editions.ts';
import { fold, type Shown } from './fold.ts';
import { countFacets, listNames } from './names.ts';
import { countStories, listCorrected, listStories, type Read, type Sort } from './lists.ts';
import { ReplicaFile } from './replicaFile.ts';
import { matchFor, searchStories } from './searching.ts';
import { storyByAddress, storyById } from './stories.ts';
import { packed } from './threadProtocol.ts';
import { unpacked } from './readEntry.ts';
import { ReadConnection } from './view.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-replica-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Moments at which something could be different: around the end of each embargo, and some others. */
function moments(entries: readonly LedgerEntry[], more: readonly number[]): number[] {
  const ends = entries.flatMap(({ header }) => (header.type === 'edition' && header.embargoUntil ? [Date.parse(header.embargoUntil)] : []));
  const last = Date.parse(entries.at(-1)?.header.at ?? new Date(BEGINNING).toISOString());
  return [...new Set([...ends.flatMap((end) => [end - 1, end]), ...more.map((after) => last + after)])];
}

async function expectSame(path: string, entries: readonly LedgerEntry[], now: number): Promise<void> {
  const db = new ReadConnection(path);
  try {
    const read: Read = (work) => db.atOnce(() => work({ db, now }));
    const wanted = fold(entries, now);
    await expectStories(read, entries, wanted);
    await expectLists(read, wanted);
  } finally {
    db.close();
  }
}

async function expectStories(read: Read, entries: readonly LedgerEntry[], wanted: Shown): Promise<void> {
  const ids = [...new Set(entries.flatMap(({ header }) => (header.type === 'edition' ? [header.articleId] : [])))];
  for (const id of ids) {
    const story = wanted.stories.get(id);
    const takenBack = wanted.takenBack.get(id);
    expect(read((view) => storyById(view, id))).toEqual(story ? { story } : takenBack ? { takenBack } : null);
    const history = wanted.editions.get(id) ?? [];
    expect(read((view) => historyOf(view, id)).map(({ revision }) => revision)).toEqual(history.map(({ revision }) => revision));
    for (const { revision, content } of history) expect(JSON.parse(read((view) => editionOf(view, id, revision))?.content ?? '')).toEqual(content);
    for (let revision = 1; revision <= 40; revision += 1) {
      if (!history.some((edition) => edition.revision === revision)) expect(read((view) => editionOf(view, id, revision))).toBeNull();
    }
    if (story) expect(read((view) => storyByAddress(view, story.content.language, story.content.slug))).toEqual({ story });
    for (const slug of takenBack?.slugs ?? []) {
      const found = ['en', 'fr', 'ar', 'ru', 'zh', 'th'].map((language) => read((view) => storyByAddress(view, language, slug)));
      expect(found).toContainEqual({ takenBack });
    }
  }
}

async function expectLists(read: Read, { stories }: Shown): Promise<void> {
  const all = [...stories.values()];
  for (const sort of ['firstPublishedAt', '-firstPublishedAt', 'updatedAt', '-updatedAt'] as const)
    expect(await everyPage(read, sort)).toEqual(inOrder(all, sort));
  expect(await countStories(read, {})).toEqual({ count: all.length, exact: true });
  const topics = read((view) => listNames(view, 'topic', null, 100, null)).names.map(({ value, stories: count }) => ({ value, count }));
  const carried = [...new Set(all.flatMap(({ content }) => content.topics.map(({ id }) => id)))].sort();
  expect(topics).toEqual(carried.map((value) => ({ value, count: all.filter(({ content }) => content.topics.some(({ id }) => id === value)).length })));
  const { facets } = await countFacets(read, {});
  expect(facets.filter(({ kind }) => kind === 'topic').map(({ value, count }) => ({ value, count }))).toEqual(expect.arrayContaining(topics));
  for (const topic of carried) {
    const { stories: found } = await listStories(read, { facets: { topic: [topic] } }, '-updatedAt', 100, null);
    expect(found.map(({ content }) => content.id).sort()).toEqual(
      all
        .filter(({ content }) => content.topics.some(({ id }) => id === topic))
        .map(({ content }) => content.id)
        .sort(),
    );
  }
  for (const title of ['ferry', 'retard', 'العبارة', 'паром', '渡轮', 'เรือ', 'quayside1']) {
    const match = matchFor(title) ?? '';
    const found = (await searchStories(read, { match }, 100, 0)).stories.map(({ content }) => content.id).sort();
    const said = ({ content }: PublishedStory) =>
      `${content.title} ${content.commentaries[0]?.text} ${content.outlets[0]?.name} ${content.excerpts[0]?.quote[0]} ${content.excerpts[0]?.leadIn} ${content.topics[0]?.name}`.toLowerCase();
    const words = title.split(' ');
    expect({ title, found }).toEqual({
      title,
      found: all
        .filter((story) => words.every((word) => said(story).includes(word)))
        .map(({ content }) => content.id)
        .sort(),
    });
  }
  const corrected = all.filter(({ status }) => status === 'corrected').map(({ content }) => content.id);
  expect(
    read((view) => listCorrected(view, 100, null))
      .stories.map(({ content }) => content.id)
      .sort(),
  ).toEqual(corrected.sort());
}

async function everyPage(read: Read, sort: Sort): Promise<string[]> {
  const found: string[] = [];
  let page = await listStories(read, {}, sort, 2, null);
  found.push(...page.stories.map(({ content }) => content.id));
  while (page.next) {
    page = await listStories(read, {}, sort, 2, page.next);
    found.push(...page.stories.map(({ content }) => content.id));
  }
  return found;
}

/** Equal times go by the story that was in the ledger first; ids of these histories are not in that order, so only times are compared between them. */
function inOrder(all: readonly PublishedStory[], sort: Sort): unknown {
  const time = (story: PublishedStory) => (sort.endsWith('firstPublishedAt') ? story.firstPublishedAt : story.updatedAt);
  const sorted = all.toSorted((a, b) => (time(a) < time(b) ? -1 : 1));
  const ids = (sort.startsWith('-') ? sorted.reverse() : sorted).map(({ content }) => content.id);
  const tied = new Set(all.map(time)).size < all.length;
  return tied ? expect.arrayContaining(ids) : ids;
}

describe('the file is the fold of the ledger', () => {
  it('whatever a newsroom did, in whatever batches it is followed, at whatever moment it is asked', { timeout: 60_000 }, async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
    const later = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(someDeeds, batches, later, fc.boolean(), async (history, sizes, more, restarting) => {
        const { entries } = await ledgerOf(history);
        if (entries.length === 0) return;
        const path = join(folder, `${(files += 1)}.db`);
        let file = ReplicaFile.create(path);
        file.finish();
        file.close();
        file = ReplicaFile.open(path);
        let taken = 0;
        for (let batch = 0; taken < entries.length; batch += 1) {
          const size = sizes[batch % sizes.length] ?? 1;
          file.apply(entries.slice(taken, taken + size).map((entry) => unpacked(packed(entry))));
          taken = Math.min(entries.length, taken + size);
          if (restarting) {
            file.close();
            file = ReplicaFile.open(path);
          }
          const some = moments(entries.slice(0, taken), more);
          await expectSame(path, entries.slice(0, taken), some[batch % some.length] ?? BEGINNING);
        }
        for (const now of moments(entries, more)) await expectSame(path, entries, now);
        file.close();
        checkFile(path);
        rmSync(path);
      }),
      { numRuns: 60 },
    );
  });

  it('also when it is built at once, with what is superseded in the ledger never shown on the way', { timeout: 60_000 }, async () => {
    let skipped = 0;
    const shown = (path: string) => {
      const db = new Sqlite(path, { readonly: true });
      const ids = db.prepare('SELECT DISTINCT id FROM stories JOIN articles ON number = article').pluck().all() as string[];
      db.close();
      return ids;
    };
    await fc.assert(
      fc.asyncProperty(
        someDeeds,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2 }),
        async (history, size, more) => {
          const { entries } = await ledgerOf(history);
          const path = join(folder, `${(files += 1)}.db`);
          const file = ReplicaFile.create(path);
          const storyOf = ({ header }: LedgerEntry) => (header.type === 'entitlement' ? null : header.articleId);
          const isSuperseded = (entry: LedgerEntry) =>
            entries.some((later) => later.header.type === 'edition' && later.header.seq > entry.header.seq && storyOf(later) === storyOf(entry));
          skipped += entries.filter(isSuperseded).length;
          for (let taken = 0; taken < entries.length; taken += size) {
            file.apply(entries.slice(taken, taken + size).map((entry) => unpacked({ ...packed(entry), superseded: isSuperseded(entry) })));
            file.settle();
            const whole = new Set(
              entries
                .slice(0, taken + size)
                .filter((entry) => !isSuperseded(entry))
                .map(storyOf),
            );
            expect(shown(path).filter((id) => !whole.has(id))).toEqual([]);
          }
          file.finish();
          file.close();
          checkFile(path);
          for (const now of moments(entries, more)) await expectSame(path, entries, now);
          rmSync(path);
        },
      ),
      { numRuns: 60 },
    );
    expect(skipped).toBeGreaterThan(0);
  });

  it('and the fold is what a reader saw who sat through all of it', async () => {
    await fc.assert(
      fc.asyncProperty(someDeeds, fc.array(fc.integer({ min: 0, max: 300 })), async (history, more) => {
        const { entries } = await ledgerOf(history);
        const last = Date.parse(entries.at(-1)?.header.at ?? '');
        for (const now of moments(entries, more).filter((moment) => moment >= last)) {
          const shown = fold(entries, now);
          for (const [id, { revision, takenBack }] of whatReadersSaw(entries, now)) {
            expect({ id, revision: shown.stories.get(id)?.revision ?? null, takenBack: shown.takenBack.get(id)?.kind ?? null }).toEqual({
              id,
              revision,
              takenBack,
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('nothing of a killed story’s text stays in the files, whatever editions it had', async () => {
  const ledger = new MemoryLedger();
  const edition = (revision: number, word: string) =>
    anEdition({
      article: 'a',
      revision,
      at: new Date(BEGINNING + revision).toISOString(),
      content: aContent('a', { title: `${word} ${revision}`, slug: `${word}-${revision}` }),
    });
  await ledger.append([1, 2, 3].map((revision) => edition(revision, 'zyxwvut')));
  await ledger.append([anEdition({ article: 'b', revision: 1, at: new Date(BEGINNING + 4).toISOString(), content: aContent('b') })]);
  const path = join(folder, 'killed.db');
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  const file = ReplicaFile.open(path);
  for (const entry of ledger.entries) file.apply([unpacked(packed(entry))]);
  const holds = () => ['', '-wal'].some((end) => existsSync(path + end) && readFileSync(path + end).includes('zyxwvut'));
  expect(holds()).toBe(true);
  await ledger.append([anEdition({ article: 'a', revision: 4, at: new Date(BEGINNING + 5).toISOString(), content: null, kind: 'killed' })]);
  file.apply(ledger.entries.slice(-1).map((entry) => unpacked(packed(entry))));
  expect(holds()).toBe(false);
  file.close();
});
