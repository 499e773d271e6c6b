/** In which stories a reader's words are: without this file a word that is everywhere, or two that never meet, would be looked for while everybody else waits. */
import { performance } from 'node:perf_hooks';
import { setImmediate as others } from 'node:timers/promises';
import type { Read, ReadConnection, View } from './view.ts';

/** Taken from the index by one statement. */
const AT_ONCE = 1000;
/** Entries of the ledger whose matches one statement looks for: at first, and at least. The next is as much longer as this one was quick. */
const STRETCH = 50_000;
const SHORTEST = 2_000;
/** Milliseconds: a stretch that took less is made longer, one that took more is made shorter. */
const QUICK = 1;
const SLOW = 4;
/** Stories that lie as close in the ledger are asked about together: passing some more matches costs less than asking anew. */
const CLOSE = 64;

/** Where in the ledger is looked, both included. */
export interface Range {
  from?: number;
  to?: number;
}

/**
 * The stories in which `match` is and that `keep` keeps, the newest in the ledger first, some at a time and with pauses for others in between. However many
 * entries the index has of a word, and however few of two words together, each statement goes through a stretch of the ledger that takes some milliseconds.
 */
export async function* matchesOf(
  read: Read,
  match: string,
  keep: (view: View, seqs: readonly number[]) => readonly number[],
  { from = 1, to }: Range = {},
): AsyncGenerator<readonly number[]> {
  let end = to;
  for (let length = STRETCH; ;) {
    const began = performance.now();
    const { kept, next } = read((view) => {
      end ??= view.db.head().seq;
      const begin = Math.max(from, end - length + 1);
      const seqs = between(view.db, match, begin, end);
      const last = seqs.length < AT_ONCE ? begin : (seqs.at(-1) ?? begin);
      return { kept: seqs.length === 0 ? seqs : keep(view, seqs), next: last - 1 };
    });
    const took = performance.now() - began;
    if (kept.length > 0) yield kept;
    if (next < from) return;
    end = next;
    if (took < QUICK) length *= 8;
    else if (took > SLOW) length = Math.max(SHORTEST, Math.ceil(length / 4));
    await others();
  }
}

/** Those of `seqs` in which `match` is. */
export function matchingAmong({ db }: View, match: string, seqs: readonly number[]): Set<number> {
  const sorted = seqs.toSorted((a, b) => a - b);
  const found = new Set<number>();
  let begin = 0;
  sorted.forEach((seq, place) => {
    const next = sorted[place + 1];
    if (next !== undefined && next - seq <= CLOSE) return;
    for (const one of all(db, match, sorted[begin] ?? seq, seq)) found.add(one);
    begin = place + 1;
  });
  return found;
}

/** Of `match`, whether it is in more than `most` stories of the file. */
export async function isInMany(read: Read, match: string, most: number): Promise<boolean> {
  let count = 0;
  for await (const seqs of matchesOf(read, match, (_view, all) => all)) {
    count += seqs.length;
    if (count > most) return true;
  }
  return false;
}

function between(db: ReadConnection, match: string, from: number, to: number): number[] {
  const sql = 'SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?';
  return db.statement(sql).pluck().all(match, from, to, AT_ONCE) as number[];
}

function all(db: ReadConnection, match: string, from: number, to: number): number[] {
  return db.statement('SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?').pluck().all(match, from, to) as number[];
}
