/** Without this test "published" could mean that the database says so and partners never hear of it, or hear it twice. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EditionEntry, LedgerEntry } from '../../src/domain/entries.ts';
import type { PublicationRow, Records } from '../../src/editorial/records.ts';
import { runBuilt, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { rollBackTheDead } from '../helpers/deadTransactions.ts';
import { startNewsroom } from '../helpers/newsroom.ts';
import { ledgerFaults, type LedgerRow } from './ledgerFaults.ts';

const STORIES = 500;
const HOUR = 3_600_000;
const program = resolve(import.meta.dirname, 'sequencing.mjs');

interface Report {
  /** The story that the deed was about, and what its publisher was told. */
  article: string;
  seq: number;
  /** Which of two sequencers has appended anything, before and after the first has ended. */
  by: string[][];
  entries: LedgerEntry[];
  /** The outlet's name as it is now. */
  outlet: string;
  publications: PublicationRow[];
  tasks: Records['ledger-tasks'][];
  rows: LedgerRow[];
}

let place: Place;
/** Each process's clock is a little ahead of the one before, so that nobody waits for the lease of the dead. */
let ahead = 0;
let last: Report;
beforeAll(() => {
  place = testEnvironment();
});
afterAll(async () => {
  await place.remove();
});

async function run(deed: string, more: Record<string, unknown> = {}): Promise<Report> {
  ahead += 6_000;
  const { code, stdout, stderr } = await runBuilt(place, program, [JSON.stringify({ deed, ahead, ...more })]);
  if (code !== 0) throw new Error(`${deed} ended with ${String(code)}: ${stderr}`);
  last = JSON.parse(stdout) as Report;
  return last;
}

async function die(deed: string, at: string, time = 1): Promise<void> {
  ahead += 6_000;
  const { code } = await runBuilt(place, program, [JSON.stringify({ deed, ahead, kill: { at, time } })]);
  expect({ deed, at, code }).toEqual({ deed, at, code: null });
  await rollBackTheDead(place);
}

const editionsOf = (entries: readonly LedgerEntry[], article: string) =>
  entries.filter((entry): entry is EditionEntry => entry.header.type === 'edition' && entry.header.articleId === article);
const kindsOf = (entries: readonly LedgerEntry[], article: string) =>
  entries
    .filter(({ header }) => 'articleId' in header && header.articleId === article)
    .map(({ header }) => (header.type === 'edition' ? header.kind : header.type));

/** What is wrong, whatever was done: beside the publications, something is left to do, said without need, or said with an old name. */
function faultsOf({ entries, outlet, publications, tasks, rows }: Report): string[] {
  const faults = ledgerFaults(rows, publications);
  if (tasks.some(({ dueAt }) => Date.parse(dueAt) <= Date.now())) faults.push('something left to do');
  for (const article of new Set(publications.map((row) => row.article))) {
    const editions = editionsOf(entries, article);
    if (editions.some(({ header }, index) => header.kind === 'updated' && header.contentDigest === editions[index - 1]?.header.contentDigest)) {
      faults.push(`${article} has an edition that says nothing new`);
    }
    const last = editions.at(-1);
    if (last?.content && last.content.excerpts.some((excerpt) => excerpt.outlet.name !== outlet)) faults.push(`${article} has an old name`);
  }
  return faults;
}

describe('the ledger, whatever is killed', () => {
  it('takes in a newsroom from before there was one, in the order in which it published', async () => {
    const now = await run('old', { stories: STORIES });
    expect(faultsOf(now)).toEqual([]);
    const editions = now.entries.filter(({ header }) => header.type === 'edition');
    expect(editions.map(({ header }) => header.at)).toEqual(now.publications.map(({ at }) => new Date(at).toISOString()));
    expect(kindsOf(now.entries, now.article)).toEqual(['published', 'release']);
  });

  it('a publish in the midst of a cascade over 500 stories has its number before the cascade is over', async () => {
    const now = await run('rename');
    expect(faultsOf(now)).toEqual([]);
    const cascaded = now.rows.filter(({ source }) => source.startsWith('cascade:'));
    expect(cascaded).toHaveLength(STORIES);
    expect(cascaded.filter(({ seq }) => seq > now.seq).length).toBeGreaterThan(0);
    expect(kindsOf(now.entries, now.article)).toEqual(['published', 'updated']);
  });

  it('says each name once more in each story, wherever its cascade is cut off', async () => {
    await die('rename', 'in the append', 3);
    await die('settle', 'after the append', 3);
    await die('settle', 'noted how far');
    const now = await run('settle');
    expect(faultsOf(now)).toEqual([]);
    expect(now.rows.filter(({ source }) => source.startsWith('cascade:'))).toHaveLength(2 * STORIES + 1);
  });

  it('names every publication once, killed at any step of the way; and an embargo that ended while nothing ran is released once', async () => {
    const before = last.publications.length;
    await die('publish', 'before the commit');
    for (const at of ['after the commit', 'before the append', 'in the append', 'after the append', 'crossed off']) await die('publish', at);
    const embargoed = await run('embargoed');
    expect(faultsOf(embargoed)).toEqual([]);
    expect(embargoed.publications).toHaveLength(before + 5 + 1);
    expect(kindsOf(embargoed.entries, embargoed.article)).toEqual(['published']);

    ahead += HOUR;
    for (const at of ['in the append', 'after the append']) await die('settle', at);
    const now = await run('settle');
    expect(faultsOf(now)).toEqual([]);
    expect(now.tasks).toEqual([]);
    expect(kindsOf(now.entries, embargoed.article)).toEqual(['published', 'release']);
  });

  it('is written by one of two sequencers at a time, and by the other as soon as that one has ended', async () => {
    const now = await run('inTurn');
    expect(faultsOf(now)).toEqual([]);
    expect(now.by).toEqual([['the first'], ['the other']]);
  });

  it('two sequencers at once double nothing and leave nothing out', async () => {
    const now = await run('twice');
    expect(faultsOf(now)).toEqual([]);
    const kinds = kindsOf(now.entries, now.article).filter((kind) => kind !== 'updated');
    expect(kinds).toEqual(['published', 'withdrawn', 'published']);
    expect(editionsOf(now.entries, now.article).find(({ header }) => header.kind === 'withdrawn')?.content).toBeNull();
  });

  it('is told at the next start of a server of what was published without a mark', async () => {
    const { article, entries } = await run('unmarked');
    expect(kindsOf(entries, article)).toEqual([]);
    const server = await startNewsroom({ on: place });
    try {
      await vi.waitFor(async () => expect((await fetch(`${server.url}/v1/articles/${article}`)).status).toBe(200), { timeout: 30_000, interval: 50 });
    } finally {
      server.signal('SIGTERM');
      await server.exited;
    }
    const now = await run('settle');
    expect(faultsOf(now)).toEqual([]);
    expect(kindsOf(now.entries, article)).toEqual(['published']);
  });

  it.each<[string, (broken: Report) => void]>([
    ['a publication that is missing', ({ publications }) => publications.push({ ...(publications[0] as PublicationRow), id: 'another', number: 9 })],
    ['one that was entered twice', ({ rows }) => rows.push(structuredClone(rows[0] as LedgerRow))],
    ['an entry that is missing', ({ rows }) => rows.splice(3, 1)],
    ['a story with an old name', (broken) => (broken.outlet = 'Another Wire')],
  ])('%s would have been seen', (_what, breakIt) => {
    const broken = structuredClone(last);
    breakIt(broken);
    expect(faultsOf(broken)).not.toEqual([]);
  });
});
