/** Without this file each test of paging would have its own newsroom that works meanwhile: a history that goes on between one page and the next, and what was to be seen at each moment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { LedgerEntry } from '../../src/domain/entries.ts';
import type { PublishedStory } from '../../src/domain/publishedStory.ts';
import { fold } from '../../src/replica/fold.ts';
import type { Read } from '../../src/replica/lists.ts';
import { unpacked } from '../../src/replica/readEntry.ts';
import { ReplicaFile } from '../../src/replica/replicaFile.ts';
import { packed } from '../../src/replica/threadProtocol.ts';
import { ReadConnection } from '../../src/replica/view.ts';
import { ledgerOf, type Deed } from './editorialHistory.ts';

/** Entries and milliseconds between one page and the next. */
export interface Pace {
  entries: number;
  wait: number;
}

export interface Walked<Story> {
  /** Every story that a page had, in order. */
  seen: Story[];
  /** What was shown before and after each thing that happened. */
  moments: Map<string, PublishedStory>[];
}

/** A page of a list, from where the one before has ended; `next` is null on the last. */
export type TurnPage<Story, Place> = (read: Read, after: Place | null) => Promise<{ stories: readonly Story[]; next: Place | null }>;

export const somePaces: fc.Arbitrary<Pace[]> = fc.array(fc.record({ entries: fc.integer({ min: 0, max: 4 }), wait: fc.integer({ min: 0, max: 60 }) }), {
  minLength: 1,
  maxLength: 6,
});
/** Entries before the first page. */
export const begun = fc.integer({ min: 5, max: 40 });

/** Walks all pages while the rest of a history happens. */
export async function walkWhile<Story, Place>(
  history: readonly Deed[],
  begin: number,
  paces: readonly Pace[],
  turn: TurnPage<Story, Place>,
): Promise<Walked<Story>> {
  const { entries } = await ledgerOf(history);
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-paging-'));
  const path = join(folder, 'replica.db');
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  const file = ReplicaFile.open(path);
  const db = new ReadConnection(path);
  const walked: Walked<Story> = { seen: [], moments: [] };
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
    enter(Math.min(entries.length, begin));
    let after: Place | null = null;
    for (let page = 0; page === 0 || after !== null; page += 1) {
      note();
      const { stories, next }: Awaited<ReturnType<typeof turn>> = await turn(read, after);
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
    rmSync(folder, { recursive: true });
  }
}

/** Which stories were shown at every moment. */
export function thereThroughout({ moments }: Pick<Walked<unknown>, 'moments'>): string[] {
  return [...(moments[0]?.keys() ?? [])].filter((id) => moments.every((shown) => shown.has(id)));
}

function timeOf({ header }: LedgerEntry): number {
  return Date.parse(header.at);
}
