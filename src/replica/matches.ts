/** In which stories a reader's words are, the newest first: without this file a word that is everywhere would be looked for in all of them. */
import { setImmediate as others } from 'node:timers/promises';
import type { Read, ReadConnection, View } from './view.ts';

/** Taken from the index at first, and at most: the index begins anew for each portion, and passes what was taken before. */
const FIRST = 1000;
const MOST = 4000;

/** The stories in which `match` is and that `keep` keeps, the newest in the ledger first, some at a time and with pauses for others in between. */
export async function* matchesOf(read: Read, match: string, keep: (view: View, seqs: readonly number[]) => Iterable<number>): AsyncGenerator<number[]> {
  let below = Number.MAX_SAFE_INTEGER;
  for (let size = FIRST; ; size = Math.min(MOST, 2 * size)) {
    const { seqs, kept } = read((view) => {
      const found = newestMatches(view.db, match, below, size);
      return { seqs: found, kept: [...keep(view, found)] };
    });
    if (kept.length > 0) yield kept;
    if (seqs.length < size) return;
    below = seqs.at(-1) ?? 0;
    await others();
  }
}

/** Those of the stories down to `from` in which `match` is, the newest first. */
export function matchesDownTo({ db }: View, match: string, from: number, to: number): number[] {
  const found: number[] = [];
  // SQLite 3.53 looks to the end of a word for what lies below a bound. It has to be left.
  for (const seq of statement(db).iterate(match, to + 1, Number.MAX_SAFE_INTEGER) as Iterable<number>) {
    if (seq < from) break;
    found.push(seq);
  }
  return found;
}

/** Whether `match` is in more than `most` stories of the file. */
export function isInMany({ db }: View, match: string, most: number): boolean {
  const sql = 'SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)';
  return (
    (db
      .statement(sql)
      .pluck()
      .get(match, most + 1) as number) > most
  );
}

/** All stories since entry `after` in which `match` is, the newest first. */
export function allMatches({ db }: View, match: string, after: number): number[] {
  const sql = 'SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid DESC';
  return db.statement(sql).pluck().all(match, after) as number[];
}

function newestMatches(db: ReadConnection, match: string, below: number, most: number): number[] {
  return statement(db).all(match, below, most) as number[];
}

function statement(db: ReadConnection) {
  return db.statement('SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?').pluck();
}
