/** Without this test "an acknowledged write is written" would be a promise that nobody has tried to break. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LedgerHead } from '../../src/ledger/ledger.ts';
import Database from '../../src/database/sqliteDriver.mjs';
import { Journal } from '../helpers/journal.ts';
import { mortalNewsroom, type MortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { PersistentClient } from '../helpers/persistentClient.ts';
import { all, snapshotOf, type Snapshot } from '../helpers/snapshot.ts';
import { writeStory, type Memory } from '../helpers/storyWorkload.ts';
import { breakages } from './breakages.ts';
import { halfWritten } from './halfWritten.ts';
import { brokenPromises } from './kept.ts';
import { ledgerBreakages } from './ledgerBreakages.ts';
import { headAt, ledgerChecks, standingOf, type LedgerCheck, type Standing } from './ledgerChecks.ts';

const STORIES = 300;
const CLIENTS = 6;
/** A story takes about six writes, so the last kill comes well before the last story. */
const WRITES_BETWEEN_KILLS = 165;
/** How long after an answer the server is killed, in milliseconds: never at the same point of what it does. */
const MOMENTS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55];

describe(`kill -9 in the middle of ${STORIES} creates and publishes, ten times`, () => {
  const journal = new Journal();
  let newsroom: MortalNewsroom | undefined;
  /** What the ledger said of itself after each kill. */
  const heads: LedgerHead[] = [];
  let now: Snapshot;
  let cutOff: number[];
  let standing: Standing;

  beforeAll(async () => {
    newsroom = await mortalNewsroom();
    const stories = writeStories(newsroom);
    cutOff = await killAgainAndAgain(newsroom, stories);
    await stories.catch((error: unknown) => {
      throw new Error(newsroom?.complaints().join('\n'), { cause: error });
    });
    const chief = await newsroom.chief();
    // What the last kill left is done in the background.
    await vi.waitUntil(async () => (await all(chief, 'ledger-tasks')).length === 0, { timeout: 60_000, interval: 100 });
    now = await snapshotOf(chief);
    standing = await standingOf(newsroom, journal, now.publications, heads);
  }, 600_000);
  afterAll(async () => {
    await newsroom?.stop(async ({ dataDir, databaseUrl }) => {
      if (databaseUrl === undefined) expect(soundness(path.join(dataDir, 'counterpoint.db'))).toBe('ok');
    });
  });

  it('every kill cut somebody off, and all stories were finished in spite of it', () => {
    expect(cutOff).toHaveLength(MOMENTS.length);
    expect(Math.min(...cutOff)).toBeGreaterThan(0);
    expect(journal.moves.size).toBe(STORIES);
  });

  it('every acknowledged write is there, and every acknowledged transition is recorded once', () => {
    expect(brokenPromises(journal, now)).toEqual([]);
  });

  it('most publishers were told their number, and most readers looked at once', () => {
    expect(journal.told.length).toBeGreaterThan(STORIES);
    expect(journal.told.filter(({ seq, next }) => seq !== null && next !== null).length).toBeGreaterThan(STORIES / 2);
    expect(standing.readings.size).toBe(STORIES);
    expect(heads).toHaveLength(MOMENTS.length);
  });

  it.each(Object.keys(ledgerChecks) as LedgerCheck[])('%s', async (promise) => {
    expect(await ledgerChecks[promise](standing)).toEqual([]);
  });

  it.each(Object.entries(ledgerBreakages))('%s would have been seen', async (_what, [promise, breakIt]) => {
    const { told, rows, readings } = standing;
    const broken = { ...standing, ...structuredClone({ told, rows, readings, heads }) };
    breakIt(broken);
    expect(await ledgerChecks[promise](broken)).not.toEqual([]);
  });

  it('nothing is half written', () => {
    expect(halfWritten(now)).toEqual([]);
  });

  it.each(Object.entries(breakages))('%s would have been seen', (_what, breakIt) => {
    const broken = structuredClone(now);
    breakIt(broken);
    expect(halfWritten(broken)).not.toEqual([]);
  });

  async function writeStories({ chief }: MortalNewsroom): Promise<void> {
    const client = new PersistentClient(chief, journal);
    const site = await client.create('outlets', { name: 'Quay News', kinds: ['website'], storyUrl: 'https://quay.example/{language}/{slug}' });
    let begun = 0;
    const write = async (): Promise<void> => {
      const memory: Memory = {};
      while (begun < STORIES) await writeStory(client, journal, (begun += 1), { site }, memory);
    };
    await Promise.all(Array.from({ length: CLIENTS }, write));
  }

  /** How many requests each kill left without an answer; it ends early when the stories do. */
  async function killAgainAndAgain(node: MortalNewsroom, stories: Promise<void>): Promise<number[]> {
    const counts: number[] = [];
    const over = stories.then(
      () => false,
      () => false,
    );
    for (const [index, moment] of MOMENTS.entries()) {
      const enough = journal.reaches((index + 1) * WRITES_BETWEEN_KILLS).then(() => true);
      if (!(await Promise.race([enough, over]))) break;
      await new Promise((passed) => setTimeout(passed, moment));
      const before = journal.unanswered;
      await node.killAndStart();
      heads.push(await headAt(node));
      counts.push(journal.unanswered - before);
    }
    return counts;
  }
});

function soundness(file: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.pragma('integrity_check', { simple: true });
  } finally {
    database.close();
  }
}
