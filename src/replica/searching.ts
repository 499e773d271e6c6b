/** Stories by what they say, the likeliest first: without this file readers would search through thousands of pages by date. */
import { Problem } from '../errors.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { fitting, isNarrowed, type StoryFilter } from './filters.ts';
import { storyAtSeq, walk, type Read } from './lists.ts';
import { byPlace, byScore } from './ranking.ts';
import { matchOf, termsOf } from './searchWords.ts';
import type { View } from './view.ts';
import { isCommon } from './words.ts';

/** What a list by relevance ends at. */
const MOST_RESULTS = 1000;
/** Among so many of the newest matches the likeliest are looked for; what follows comes by date. A word that is everywhere says little about any story. */
const RANKED = 500;
const MOST_TERMS = 32;

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
  const ranked = await rank(read, filter, Math.min(MOST_RESULTS, from + limit));
  const seqs = ranked.slice(from, from + limit);
  // What was taken back since it was ranked is not among them any more.
  const stories = read((view) => {
    const there = fitting(view, filter, seqs);
    return seqs.filter((seq) => there.has(seq)).map((seq) => storyAtSeq(view, seq));
  });
  return { stories, next: from + limit < ranked.length ? from + limit : null };
}

/** At least the first `wanted` results, and one more where there are more. */
async function rank(read: Read, filter: StoryFilter & { match: string }, wanted: number): Promise<number[]> {
  const found: number[] = [];
  for await (const seqs of walk(read, filter)) {
    found.push(...seqs);
    if (found.length > Math.max(RANKED, wanted)) break;
  }
  const newest = found.slice(0, RANKED);
  const likeliest = await likeliestFirst(read, filter, newest, found.length <= RANKED);
  return [...likeliest, ...found.slice(RANKED)].slice(0, MOST_RESULTS);
}

/** `whole`: whether these are all that fit. */
async function likeliestFirst(read: Read, filter: StoryFilter & { match: string }, seqs: readonly number[], whole: boolean): Promise<readonly number[]> {
  if (seqs.length < 2) return seqs;
  const scored = whole && read((view) => scoredWhereRare(view, filter.match, seqs));
  if (scored) return scored;
  // Within another filter the newest may lie anywhere among all that have the words.
  return isNarrowed(filter) ? seqs : byPlace(read, filter.match, seqs);
}

function scoredWhereRare(view: View, match: string, seqs: readonly number[]): number[] | null {
  const rare = rareIn(view, match);
  return rare === null ? null : byScore(view, rare, seqs);
}

/** Of a query, what is rare enough to be scored; null where nothing is. A phrase takes as long as the rarest of its words. */
function rareIn(view: View, match: string): string | null {
  const terms = match.match(/"[^"]*"\*?/g) ?? [];
  const rare = terms.filter((term) => {
    const words = term.endsWith('*')
      ? [term]
      : term
          .slice(1, -1)
          .split(' ')
          .map((word) => `"${word}"`);
    return words.some((word) => !isCommon(view, word));
  });
  return rare.length === 0 ? null : rare.join(' AND ');
}
