/** Without this test only the ways through the newsroom that somebody thought of would be safe. Several people, the sweep, embargoes, shared parts and kills, drawn by chance. */
import fc from 'fast-check';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mortalNewsroom, type MortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { all, snapshotOf, type Snapshot } from '../helpers/snapshot.ts';
import { atAddress, colleague, stranger, type Caller, type Doc } from '../helpers/staff.ts';
import { halfWritten } from './halfWritten.ts';
import { walks, type Person, type Round } from './walks/plan.ts';
import { WalkRecord } from './walks/record.ts';
import { makeStock } from './walks/stock.ts';
import { Walker } from './walks/walker.ts';
import { walkFaults } from './walks/walkFaults.ts';

/** WALKS=200 walks longer, SEED=random elsewhere; a failure prints the seed, and SEED walks the same plans again. */
const WALKS = Number(process.env.WALKS ?? 3);
const ROUNDS = Number(process.env.WALK_ROUNDS ?? 30);
const preload = ['aheadClock.mjs', 'diesWhenTold.mjs'].map((file) => resolve(import.meta.dirname, 'walks', file));

describe(`${WALKS} walks of ${ROUNDS} rounds through the newsroom`, () => {
  const record = new WalkRecord();
  const clock = { ahead: 0 };
  let newsroom: MortalNewsroom;
  let people: Readonly<Record<Person, Caller>>;

  beforeAll(async () => {
    newsroom = await mortalNewsroom({ preload });
    const [admin, address] = [await newsroom.chief(), await newsroom.address()];
    people = { admin, editor: await colleague(address, admin, 'editor'), writer: await colleague(address, admin, 'writer') };
  });
  afterAll(async () => {
    await newsroom?.stop();
  });

  it(
    'a live story is an approved text, every acknowledged step is recorded once, and readers see what is released and nothing else',
    async () => {
      await fc.assert(
        fc.asyncProperty(walks(ROUNDS), async (rounds) => {
          await walkAll(rounds);
        }),
        // Another walk in the same newsroom would be another one: a failing plan is not made smaller.
        { numRuns: WALKS, endOnFailure: true },
      );
    },
    // A busy machine takes many times as long as a quiet one, and a walk that hangs has to end.
    180_000 + WALKS * 60_000,
  );

  it('they led somewhere: most steps were made, some were refused, and readers saw many texts', () => {
    const fates = [...record.steps.values()];
    const made = new Set(fates.filter(({ fate }) => fate === 'made').map(({ transition }) => transition));
    expect(made.size).toBeGreaterThanOrEqual(5);
    expect(fates.some(({ fate }) => fate === 'refused')).toBe(true);
    expect(new Set(record.sightings.map(({ text }) => text)).size).toBeGreaterThan(WALKS * 4);
  });

  async function walkAll(rounds: readonly Round[]): Promise<void> {
    const walker = await aWalker();
    for (const [index, round] of rounds.entries()) {
      await walker.walk(round);
      if (index === Math.floor(rounds.length / 2)) await check(walker);
    }
    await check(walker);
  }

  async function aWalker(): Promise<Walker> {
    const at = await newsroom.address();
    const stock = await makeStock(at, atAddress(at, people.admin), atAddress(at, people.writer), record);
    return new Walker(newsroom, people, clock, record, stock);
  }

  /** Nothing is written meanwhile: all that was due is done, and nobody is there. */
  async function check(walker: Walker): Promise<void> {
    const now = await stillSnapshot(walker);
    const faults = [...halfWritten(now), ...walkFaults(record, now), ...(await strangersFaults(now, walker))];
    const complaints = faults.length > 0 ? newsroom.complaints().filter((line) => line.includes('a request failed')) : [];
    expect([...faults, ...complaints]).toEqual([]);
  }

  /** Something may come due while everything is read, and what was read first would be of another moment than the rest: then it is read again. */
  async function stillSnapshot(walker: Walker): Promise<Snapshot> {
    const staff = await walker.as('admin');
    for (;;) {
      await walker.settle();
      const before = await all(staff, 'workflow');
      const now = await snapshotOf(staff);
      if (isDeepStrictEqual(before, await all(staff, 'workflow'))) return now;
    }
  }

  /** Readers are shown exactly the documents whose time has come. */
  async function strangersFaults(now: Snapshot, walker: Walker): Promise<string[]> {
    const reader = stranger(await newsroom.address());
    const faults: string[] = [];
    for (const [collection, docs] of now.shown) {
      const from = walker.now();
      const seen = new Set((await all<Doc>(reader, collection)).map(({ id }) => id));
      const until = walker.now();
      for (const { id, publicFrom } of docs) {
        const time = typeof publicFrom === 'string' ? publicFrom : null;
        if (seen.has(id) && (time === null || time > until)) faults.push(`${collection}/${id} is seen, and public from ${String(time)}.`);
        if (!seen.has(id) && time !== null && time <= from) faults.push(`${collection}/${id} is public from ${time}, and not seen.`);
      }
    }
    return faults;
  }
});
