/** In which stories a reader's words are: without this file a word that is everywhere would be looked for in all of them. */
import { setImmediate as others } from 'node:timers/promises';
import type { Read, View } from './view.ts';

/** Taken from the index by one statement. */
const AT_ONCE = 512;
/** Stories that lie as close in the ledger are asked about together: passing some more matches costs less than asking anew. */
const CLOSE = 64;

/**
 * FTS5 goes to a place in its index, and stops at one, when it is told an integer. A number from here is a floating-point one for SQLite; FTS5 then goes through
 * all that a word has, and `rowid = ?` finds every story with the word.
 */
const bound = 'CAST(? AS INTEGER)';

/** The stories in which `match` is and that `keep` keeps, the newest in the ledger first, some at a time and with pauses for others in between. */
export async function* matchesOf(read: Read, match: string, keep: (view: View, seqs: readonly number[]) => ReadonlySet<number>): AsyncGenerator<number[]> {
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const { seqs, kept } = read((view) => {
      const found = newestMatches(view, match, below, AT_ONCE);
      const fit = keep(view, found);
      return { seqs: found, kept: found.filter((seq) => fit.has(seq)) };
    });
    if (kept.length > 0) yield kept;
    if (seqs.length < AT_ONCE) return;
    below = seqs.at(-1) ?? 0;
    await others();
  }
}

/** The newest stories before entry `below` in which `match` is, at most `most`. */
export function newestMatches({ db }: View, match: string, below: number, most: number): number[] {
  const sql = `SELECT rowid FROM search WHERE search MATCH ? AND rowid < ${bound} ORDER BY rowid DESC LIMIT ?`;
  return db.statement(sql).pluck().all(match, below, most) as number[];
}

/** All stories between two entries, both included, in which `match` is. */
export function matchesBetween({ db }: View, match: string, from: number, to: number): number[] {
  const sql = `SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ${bound} AND ${bound}`;
  return db.statement(sql).pluck().all(match, from, to) as number[];
}

/** Those of `seqs` in which `match` is. Stories of one time lie close together in the ledger, so the index is asked about stretches of it, not about each. */
export function matchesAmong(view: View, match: string, seqs: Iterable<number>): Set<number> {
  const sorted = [...seqs].sort((a, b) => a - b);
  const wanted = new Set(sorted);
  const found = new Set<number>();
  let begin = 0;
  sorted.forEach((seq, place) => {
    const next = sorted[place + 1];
    if (next !== undefined && next - seq <= CLOSE) return;
    for (const one of matchesBetween(view, match, sorted[begin] ?? seq, seq)) if (wanted.has(one)) found.add(one);
    begin = place + 1;
  });
  return found;
}
