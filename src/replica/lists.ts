/** Pages of stories, and how many there are: without this file nobody could walk the archive. */
import { setImmediate as others } from 'node:timers/promises';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { beginningOf, CHUNK, fittingMatches, isNarrowed, scan, sought, type Order, type Place, type StoryFilter } from './filters.ts';
import { keptCount } from './keptCounts.ts';
import { matchesOf } from './matches.ts';
import { isShown, storyColumns, storyOf } from './storyReading.ts';
import type { Read, View } from './view.ts';

export type { Read } from './view.ts';

export type Sort = 'firstPublishedAt' | '-firstPublishedAt' | 'updatedAt' | '-updatedAt';

/** Stories are read, and what they say checked, so many at a time. */
const READ_AT_ONCE = 100;

/** Where a page ended; the next one begins behind it. */
export interface Position {
  key: number;
  tie: number;
}

export interface Page {
  stories: PublishedStory[];
  /** Null on the last page. */
  next: Position | null;
}

export interface Counted {
  count: number;
  /** False when there are more. */
  exact: boolean;
}

/**
 * `limit` stories after `after`, in order. Stories that come, change and go meanwhile move no other: a position is a time and what parts the stories of one time,
 * not a count. By `updatedAt` a page may be shorter than `limit`, see `settled`. Long walks make way for other requests, and end after looking at `most` stories.
 */
export async function listStories(read: Read, filter: StoryFilter, sort: Sort, limit: number, after: Position | null, most = Infinity): Promise<Page> {
  const order = orderOf(sort);
  const wanted = sought(filter);
  const found: { place: Place; story: PublishedStory }[] = [];
  let place: Place | null = after ? behind(order, after) : beginningOf(order, filter);
  let looked = 0;
  for (let size = Math.min(2 * (limit + 1), CHUNK); place !== null && found.length <= limit && looked < most; size = CHUNK) {
    const from: Place = place;
    place = read((view) => {
      const { hits, next } = scan(view, wanted, order, from, size);
      const taken = hits.slice(0, Math.min(READ_AT_ONCE, limit + 1 - found.length));
      for (const hit of taken) found.push({ place: hit, story: storyAtSeq(view, hit.story) });
      const end = taken.length < hits.length ? (taken.at(-1) ?? next) : next;
      return end && between(order, from, end, found.at(-1)?.place);
    });
    looked += size;
    if (place !== null && found.length <= limit) await others();
  }
  if (found.length <= limit) return { stories: found.map(({ story }) => story), next: null };
  const shown = sort === 'updatedAt' ? read((view) => settled(view, found.slice(0, limit))) : found.slice(0, limit);
  const last = shown.at(-1)?.place;
  return { stories: shown.map(({ story }) => story), next: last ? { key: last.key, tie: last.tie } : null };
}

/** How many stories there are, exactly up to `most`. */
export async function countStories(read: Read, filter: StoryFilter, most = 10_000): Promise<Counted> {
  const known = read((view) => keptCount(view, filter));
  if (known !== null) return { count: Math.min(known, most), exact: known <= most };
  let count = 0;
  for await (const seqs of walk(read, filter)) {
    count += seqs.length;
    if (count > most) return { count: most, exact: false };
  }
  return { count, exact: true };
}

/** The seqs of all stories that fit, some at a time: the newest first, by first publication, or where words lead, by their last edition. */
export async function* walk(read: Read, filter: StoryFilter): AsyncGenerator<readonly number[]> {
  const { match } = filter;
  const wanted = sought(filter);
  if (match !== undefined && (!isNarrowed(filter) || read((view) => wanted.words?.few(view)) !== undefined)) {
    yield* matchesOf(read, match, (view, seqs) => fittingMatches(view, filter, seqs));
    return;
  }
  const order: Order = { key: 'first', direction: 'DESC' };
  for (let place: Place | null = beginningOf(order, filter); place !== null;) {
    const from: Place = place;
    const { hits, next } = read((view) => scan(view, wanted, order, from));
    yield hits.map(({ story }) => story);
    place = next;
    if (place !== null) await others();
  }
}

/** Stories that were corrected, the latest correction first; of these languages, if any are named. */
export function listCorrected(view: View, limit: number, after: Position | null, languages: readonly string[] = []): Page {
  const within = languages.map(() => '(s.language = ? OR s.language > ? AND s.language < ?)').join(' OR ');
  const sql = `SELECT ${storyColumns} FROM stories s JOIN editions e ON e.seq = s.seq
    WHERE s.corrected IS NOT NULL AND (s.corrected, s.article) < (?, ?) AND ${isShown} ${within === '' ? '' : `AND (${within})`}
    ORDER BY s.corrected DESC, s.article DESC LIMIT ?`;
  const { key, tie } = after ?? beginningOf({ key: 'first', direction: 'DESC' });
  const ranges = languages.flatMap((range) => [range, `${range}-`, `${range}.`]);
  const rows = view.db
    .statement(sql)
    .raw()
    .all(key, tie, view.now, view.now, ...ranges, limit + 1) as unknown[][];
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? { key: last[13] as number, tie: last[1] as number } : null;
  return { stories: rows.slice(0, limit).map((row) => storyOf(view, row)), next };
}

/** The story that an edition is. */
export function storyAtSeq(view: View, seq: number): PublishedStory {
  const sql = `SELECT ${storyColumns} FROM stories s JOIN editions e ON e.seq = s.seq WHERE s.seq = ?`;
  return storyOf(view, view.db.statement(sql).raw().get(seq) as unknown[]);
}

function orderOf(sort: Sort): Order {
  return { key: sort.endsWith('firstPublishedAt') ? 'first' : 'updated', direction: sort.startsWith('-') ? 'DESC' : 'ASC' };
}

/** After every edition of that story. */
function behind(order: Order, { key, tie }: Position): Place {
  return { key, tie, story: order.direction === 'ASC' ? Number.MAX_SAFE_INTEGER : -1 };
}

/** Where a walk goes on: never between two editions of a story, of which one can be shown by then and the other no more. */
function between(order: Order, from: Place, next: Place, hit: Place | undefined): Place {
  if (next.tie === from.tie && next.key === from.key) return next;
  const seen = hit !== undefined && hit.key === next.key && hit.tie === next.tie;
  return { ...next, story: seen === (order.direction === 'ASC') ? Number.MAX_SAFE_INTEGER : -1 };
}

/**
 * Of a page by `updatedAt`, the stories that nothing will come before any more: not those whose embargo ended after all that the ledger tells of, nor those
 * whose time this node's clock has not reached. What comes behind is on the next page; a page of nothing else is shown as it is.
 */
function settled({ db, now }: View, page: { place: Place; story: PublishedStory }[]): { place: Place; story: PublishedStory }[] {
  const until = Math.min(now, Date.parse(db.head().at ?? '') || 0);
  const certain = page.filter(({ place }) => place.key <= until);
  return certain.length > 0 ? certain : page;
}
