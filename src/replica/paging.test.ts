/** Without this test a reader who walks the archive while the newsroom works could miss a story: the paging promises of the contract, on random histories. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerOf, someDeeds, type Deed } from '../../tests/helpers/editorialHistory.ts';
import type { LedgerEntry } from '../domain/entries.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { fold } from './fold.ts';
import { listStories, type Position, type Read, type Sort } from './lists.ts';
import { ReplicaFile } from './replicaFile.ts';
import { unpacked } from './readEntry.ts';
import { packed } from './threadProtocol.ts';
import { ReadConnection } from './view.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-paging-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Walked {
  /** Every story that a page had, in order, with what else was to be seen at that moment. */
  seen: PublishedStory[];
  /** What was shown before and after each thing that happened. */
  moments: Map<string, PublishedStory>[];
}

/** Walks all pages while the rest of a history happens: `paces` entries, and milliseconds, between one page and the next. */
async function walk(history: readonly Deed[], begun: number, paces: readonly { entries: number; wait: number }[], sort: Sort, limit: number): Promise<Walked> {
  const { entries } = await ledgerOf(history);
  const path = join(folder, `${(files += 1)}.db`);
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  const file = ReplicaFile.open(path);
  const db = new ReadConnection(path);
  const walked: Walked = { seen: [], moments: [] };
  let applied = 0;
  let now = 0;
  const note = () => walked.moments.push(fold(entries.slice(0, applied), now).stories);
  const enter = (count: number) => {
    for (const entry of entries.slice(applied, applied + count)) {
      file.apply([unpacked(packed(entry))]);
      applied += 1;
      now = Math.max(now, timeOf(entry));
      if (walked.moments.length > 0) note();
    }
  };
  const read: Read = (work) => db.atOnce(() => work({ db, now }));
  try {
    enter(Math.min(entries.length, begun));
    let after: Position | null = null;
    for (let page = 0; page === 0 || after !== null; page += 1) {
      note();
      const { stories, next } = await listStories(read, {}, sort, limit, after);
      walked.seen.push(...stories);
      after = next;
      if (after === null) break;
      const { entries: more, wait } = paces[page % paces.length] ?? { entries: 1, wait: 1 };
      enter(more);
      now += wait;
    }
    return walked;
  } finally {
    db.close();
    file.close();
  }
}

function timeOf({ header }: LedgerEntry): number {
  return Date.parse(header.at);
}

const somePaces = fc.array(fc.record({ entries: fc.integer({ min: 0, max: 4 }), wait: fc.integer({ min: 0, max: 60 }) }), { minLength: 1, maxLength: 6 });
const begun = fc.integer({ min: 5, max: 40 });

describe('walking the pages while stories come, change and go', () => {
  it.each<Sort>(['-firstPublishedAt', 'firstPublishedAt'])('by %s shows every story that was there throughout, once', async (sort) => {
    await fc.assert(
      fc.asyncProperty(someDeeds, begun, somePaces, fc.integer({ min: 1, max: 2 }), async (history, begin, paces, limit) => {
        const { seen, moments } = await walk(history, begin, paces, sort, limit);
        const ids = seen.map(({ content }) => content.id);
        const throughout = [...(moments[0]?.keys() ?? [])].filter((id) => moments.every((shown) => shown.has(id)));
        for (const id of throughout) expect(ids.filter((one) => one === id)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('by updatedAt skips nothing: at its end every story has been shown as it is then', async () => {
    await fc.assert(
      fc.asyncProperty(someDeeds, begun, somePaces, async (history, begin, paces) => {
        const { seen, moments } = await walk(history, begin, paces, 'updatedAt', 3);
        for (const [id, { updatedAt }] of moments.at(-1) ?? [])
          expect(seen.filter(({ content }) => content.id === id).map((story) => story.updatedAt)).toContain(updatedAt);
      }),
      { numRuns: 60 },
    );
  });

  it('never shows what was not to be seen when its page was read', async () => {
    await fc.assert(
      fc.asyncProperty(
        someDeeds,
        begun,
        somePaces,
        fc.constantFrom<Sort>('updatedAt', '-updatedAt', 'firstPublishedAt'),
        async (history, begin, paces, sort) => {
          const { seen, moments } = await walk(history, begin, paces, sort, 2);
          for (const story of seen) expect(moments.some((shown) => shown.get(story.content.id)?.revision === story.revision)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
