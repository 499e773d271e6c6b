/** Which of the stories that were found say the most about what was asked: without this file a word in a headline would count as little as one in passing. */
import { setImmediate as others } from 'node:timers/promises';
import { matchesBetween } from './matches.ts';
import type { Read, View } from './view.ts';

/** A word in the title counts for more than one in the summary, a name, the body. */
const weights = '10.0, 5.0, 1.0, 3.0';
/** Where all words may stand, the best place first. */
const places = ['title', 'title summary names'];

/**
 * `seqs` by how often and where they have `match`, and how rare it is (BM25), the best first. To know how rare a word is SQLite counts all stories that it is in:
 * to be asked for words that are in few.
 */
export function byScore({ db }: View, match: string, seqs: readonly number[]): number[] {
  const wanted = new Set(seqs);
  const sql = `SELECT rowid AS seq, bm25(search, ${weights}) AS score FROM search WHERE search MATCH ?`;
  const scored = (db.statement(sql).all(match) as { seq: number; score: number }[]).filter(({ seq }) => wanted.has(seq));
  return scored.sort((a, b) => a.score - b.score || b.seq - a.seq).map(({ seq }) => seq);
}

/** `seqs` by the best place in which all words stand: those with them in the title first. In each place as they were. */
export async function byPlace(read: Read, match: string, seqs: readonly number[]): Promise<number[]> {
  const [from, to] = [Math.min(...seqs), Math.max(...seqs)];
  const left = new Set(seqs);
  const ordered: number[] = [];
  for (const place of places) {
    const there = new Set(read((view) => matchesBetween(view, `{${place}} : (${match})`, from, to)));
    for (const seq of seqs) if (there.has(seq) && left.delete(seq)) ordered.push(seq);
    await others();
  }
  return [...ordered, ...left];
}
