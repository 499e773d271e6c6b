/** Which of the stories that were found say the most about what was asked: without this file a word in a headline would count as little as one in passing. */
import { setImmediate as others } from 'node:timers/promises';
import { fitting, type StoryFilter } from './filters.ts';
import { matchesOf } from './matches.ts';
import type { Read, View } from './view.ts';

/** Scored by one statement. */
const AT_ONCE = 200;
/** A word in the title counts for more than one in the summary, a name, the body. */
const weights = '10.0, 5.0, 1.0, 3.0';
/** Where words may all stand, the best place first. */
const places = ['title', 'title summary names'];

/**
 * `seqs` by how often and where they have `match`, and how rare it is (BM25), the best first. To know how rare a word is SQLite counts all stories that it is in:
 * to be asked for words that are in few.
 */
export async function byScore(read: Read, filter: StoryFilter, match: string, seqs: readonly number[]): Promise<number[]> {
  const scored: { seq: number; score: number }[] = [];
  for (let start = 0; start < seqs.length; start += AT_ONCE) {
    if (start > 0) await others();
    scored.push(...read((view) => scoresOf(view, filter, match, seqs.slice(start, start + AT_ONCE))));
  }
  return scored.sort((a, b) => a.score - b.score || b.seq - a.seq).map(({ seq }) => seq);
}

/** `seqs` by the best place in which all words stand: those with them in the title first. In each place as they were. */
export async function byPlace(read: Read, match: string, seqs: readonly number[]): Promise<number[]> {
  const range = { from: Math.min(...seqs), to: Math.max(...seqs) };
  const left = new Set(seqs);
  const ordered: number[] = [];
  for (const place of places) {
    const there = new Set<number>();
    for await (const some of matchesOf(read, `{${place}} : (${match})`, (_view, all) => all, range)) for (const seq of some) there.add(seq);
    for (const seq of seqs) if (there.has(seq) && left.delete(seq)) ordered.push(seq);
  }
  return [...ordered, ...left];
}

function scoresOf(view: View, filter: StoryFilter, match: string, seqs: readonly number[]): { seq: number; score: number }[] {
  const there = fitting(view, filter, seqs);
  const sql = `SELECT rowid AS seq, bm25(search, ${weights}) AS score FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?`;
  const scored = view.db.statement(sql).all(match, Math.min(...seqs), Math.max(...seqs)) as { seq: number; score: number }[];
  return scored.filter(({ seq }) => there.has(seq));
}
