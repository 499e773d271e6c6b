/** Stories by what they say, the likeliest first: without this file readers would search through thousands of pages by date. */
import { setImmediate as others } from 'node:timers/promises';
import { Problem } from '../errors.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { fitting, matching, type StoryFilter } from './filters.ts';
import { storyAtSeq, walk, type Read } from './lists.ts';
import { matchOf, termsOf } from './searchWords.ts';

/** Among so many of the newest matches the likeliest are looked for: a word that is everywhere says little about any of them. */
const CANDIDATES = 2000;
/** What a list by relevance ends at. */
const MOST_RESULTS = 1000;
/** Scored by one statement. */
const AT_ONCE = 200;
const MOST_TERMS = 32;
/** A word in the title counts for more than one in the summary, a name, the body. */
const weights = '10.0, 5.0, 1.0, 3.0';

export interface Results {
  stories: PublishedStory[];
  /** Where to go on; null at the end. */
  next: number | null;
}

/** A reader's words as an FTS5 query; null when there are none in them. @throws Problem 400 when there are too many. */
export function matchFor(question: string): string | null {
  const terms = termsOf(question);
  const words = terms.reduce((sum, term) => sum + term.words.length, 0);
  if (words > MOST_TERMS)
    throw new Problem(400, 'too-many-words', `At most ${MOST_TERMS} words can be searched for.`, [{ parameter: 'q', detail: `${words} words` }]);
  return terms.length === 0 ? null : matchOf(terms);
}

/** Results `from` to `from + limit` by relevance, of at most 1,000. */
export async function searchStories(read: Read, filter: StoryFilter & { match: string }, limit: number, from: number): Promise<Results> {
  const ranked = (await rank(read, filter)).slice(0, MOST_RESULTS);
  const seqs = ranked.slice(from, from + limit);
  // What was taken back since it was ranked is not among them any more.
  const stories = read((view) => {
    const there = fitting(view, filter, seqs);
    return seqs.filter((seq) => there.has(seq)).map((seq) => storyAtSeq(view, seq));
  });
  return { stories, next: from + limit < ranked.length ? from + limit : null };
}

async function rank(read: Read, filter: StoryFilter & { match: string }): Promise<number[]> {
  const candidates = read(({ db }) => matching(db, filter.match, CANDIDATES + 1));
  if (candidates.length > CANDIDATES && Object.keys(filter.facets ?? {}).length > 0) return newest(read, filter);
  const scored: { seq: number; score: number }[] = [];
  for (let start = 0; start < Math.min(candidates.length, CANDIDATES); start += AT_ONCE) {
    const seqs = candidates.slice(start, start + AT_ONCE);
    scored.push(...read((view) => scoresOf(view, filter, seqs)));
    await others();
  }
  return scored.sort((a, b) => a.score - b.score || b.seq - a.seq).map(({ seq }) => seq);
}

/** Of a word that more stories have than can be ranked, within a filter: the newest. */
async function newest(read: Read, filter: StoryFilter): Promise<number[]> {
  const found: number[] = [];
  for await (const seqs of walk(read, filter)) {
    found.push(...seqs);
    if (found.length >= MOST_RESULTS) break;
  }
  return found;
}

function scoresOf(
  view: Parameters<Parameters<Read>[0]>[0],
  filter: StoryFilter & { match: string },
  seqs: readonly number[],
): { seq: number; score: number }[] {
  const there = fitting(view, filter, seqs);
  const sql = `SELECT rowid AS seq, bm25(search, ${weights}) AS score FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?`;
  const scored = view.db.statement(sql).all(filter.match, Math.min(...seqs), Math.max(...seqs)) as { seq: number; score: number }[];
  return scored.filter(({ seq }) => there.has(seq));
}
