/** What readers may ask of many stories at once, turned into what the tables can answer: without it each list would filter in its own way. */
import type { FacetKind } from './rows.ts';
import { isShown } from './storyReading.ts';
import type { ReadConnection, View } from './view.ts';
import { Words } from './words.ts';

/** A filter takes ids or slugs, any of which will do; different filters must all hold. */
export interface StoryFilter {
  facets?: Partial<Record<FacetKind, readonly string[]>>;
  /** On firstPublishedAt, milliseconds: from inclusive, to exclusive. */
  from?: number;
  to?: number;
  /** An FTS5 query made by `matchOf`. */
  match?: string;
  /** Leaves out what came from an archive. */
  fresh?: boolean;
}

/** A story's place in an order: a time, what parts those of one time, and the edition, so that no two are alike. */
export interface Place {
  key: number;
  tie: number;
  story: number;
}

export type SortKey = 'first' | 'updated';
export interface Order {
  key: SortKey;
  direction: 'ASC' | 'DESC';
}

/** Stories of one time: by their number, which no new edition changes; by the order in which they changed, so that nothing comes in before what was seen. */
const ties: Record<SortKey, { stories: string; facets: string }> = {
  first: { stories: 'article', facets: 'article' },
  updated: { stories: 'seq', facets: 'story' },
};

/** The most that one statement looks at: a few milliseconds. */
export const CHUNK = 500;

interface Resolved {
  names: number[];
  stories: number;
}

/** A filter and what has been found out about its words. */
export interface Sought {
  filter: StoryFilter;
  words: Words | undefined;
}

/** Whether names have to be looked at, or a language or a year. */
export function isFaceted({ facets = {} }: StoryFilter): boolean {
  return Object.values(facets).some((values) => values.length > 0);
}

/** Whether more is asked for than words. */
export function isNarrowed(filter: StoryFilter): boolean {
  return isFaceted(filter) || filter.from !== undefined || filter.to !== undefined;
}

/** Prepares `filter` for a walk. */
export function sought(filter: StoryFilter): Sought {
  return { filter, words: filter.match === undefined ? undefined : new Words(filter.match) };
}

/** Before the first story of an order that can fit. */
export function beginningOf({ key, direction }: Order, { from, to }: StoryFilter = {}): Place {
  const edge = direction === 'ASC' ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  const bound = key === 'first' ? (direction === 'ASC' ? from : to) : undefined;
  return bound === undefined ? { key: edge, tie: edge, story: edge } : { key: bound, tie: -Number.MAX_SAFE_INTEGER, story: -1 };
}

/** Whether nothing that fits can come after a story at this time. */
function isBeyond(time: number, { key, direction }: Order, { from, to }: StoryFilter): boolean {
  if (key !== 'first') return false;
  return direction === 'ASC' ? to !== undefined && time >= to : from !== undefined && time < from;
}

/**
 * The next stories after `place` that fit, found by looking at no more than some hundreds; `next` is where to go on, null at the end.
 * Called again and again, with pauses for others in between.
 */
export function scan(view: View, { filter, words }: Sought, order: Order, place: Place, size = CHUNK): { hits: Place[]; next: Place | null } {
  const facets = resolve(view.db, filter);
  const [rarest] = facets;
  if (rarest?.stories === 0) return { hits: [], next: null };
  const led = words !== undefined && (words.few(view) ?? Infinity) <= (rarest?.stories ?? Number.MAX_SAFE_INTEGER);
  const places = led ? words.next(view, order, place, size, (seqs) => placesOf(view.db, seqs, order)) : inOrder(view.db, rarest, order, place, size);
  const fitting = fit(view, filter, led ? facets : facets.slice(1), seqsOf(places));
  const found = led || words === undefined ? fitting : words.among(view, fitting);
  const last = places.at(-1);
  const ended = last === undefined || places.length < size || isBeyond(last.key, order, filter);
  return { hits: places.filter(({ story }) => found.has(story)), next: ended ? null : last };
}

/** The filters' values as names of this file, the rarest first. */
function resolve(db: ReadConnection, { facets = {} }: StoryFilter): Resolved[] {
  return Object.entries(facets)
    .filter(([, values]) => values.length > 0)
    .map(([kind, values]) => {
      const names = [...new Set(values.flatMap((value) => namesCalled(db, kind as FacetKind, value)))];
      const stories = names.reduce((sum, name) => sum + storiesOf(db, name), 0);
      return { names, stories };
    })
    .sort((a, b) => a.stories - b.stories);
}

/** The names with this id or slug; of languages, those in this range. */
export function namesCalled(db: ReadConnection, kind: FacetKind, value: string): number[] {
  if (kind === 'language') return namesWithin(db, value);
  const sql = `SELECT id FROM names WHERE kind = ? AND value = ? UNION SELECT n.id FROM labels l JOIN names n ON n.id = l.name WHERE l.slug = ? AND n.kind = ?`;
  return db.statement(sql).pluck().all(kind, value, value, kind) as number[];
}

/** The languages in a range (RFC 4647, section 3.3.1): en, and en-GB. */
function namesWithin(db: ReadConnection, range: string): number[] {
  const sql = "SELECT id FROM names WHERE kind = 'language' AND (value = ? OR value > ? AND value < ?)";
  return db.statement(sql).pluck().all(range, `${range}-`, `${range}.`) as number[];
}

function storiesOf(db: ReadConnection, name: number): number {
  return db.statement('SELECT total(uses) FROM labels WHERE name = ?').pluck().get(name) as number;
}

function inOrder(db: ReadConnection, driver: Resolved | undefined, { key, direction }: Order, from: Place, size: number): Place[] {
  const after = direction === 'ASC' ? '>' : '<';
  const sorted = `ORDER BY key ${direction}, tie ${direction}, story ${direction} LIMIT ?`;
  const values = [from.key, from.tie, from.story, size];
  if (!driver) {
    const tie = ties[key].stories;
    const sql = `SELECT ${key} AS key, ${tie} AS tie, seq AS story FROM stories INDEXED BY stories_${key} WHERE (${key}, ${tie}, seq) ${after} (?, ?, ?) ${sorted}`;
    return db.statement(sql).all(...values) as Place[];
  }
  const tie = ties[key].facets;
  const ofOne = `SELECT * FROM (SELECT ${key} AS key, ${tie} AS tie, story FROM facets INDEXED BY facets_${key} WHERE name = ? AND (${key}, ${tie}, story) ${after} (?, ?, ?) ${sorted})`;
  const sql = driver.names.map(() => ofOne).join(' UNION ');
  return db.statement(`${sql} ${sorted}`).all(...driver.names.flatMap((name) => [name, ...values]), size) as Place[];
}

/** All of `seqs` that are there, in order. */
function placesOf(db: ReadConnection, seqs: readonly number[], { key, direction }: Order): Place[] {
  const tie = ties[key].stories;
  const sql = `SELECT ${key} AS key, ${tie} AS tie, seq AS story FROM stories WHERE seq IN (SELECT value FROM json_each(?))
    ORDER BY ${key} ${direction}, ${tie} ${direction}, seq ${direction}`;
  return db.statement(sql).all(JSON.stringify(seqs)) as Place[];
}

function seqsOf(places: readonly Place[]): number[] {
  return places.map(({ story }) => story);
}

/** Which of these stories are shown now and keep to the filters that did not lead to them, but for words. */
function fit({ db, now }: View, filter: StoryFilter, facets: readonly Resolved[], seqs: readonly number[]): Set<number> {
  const conditions = [isShown, ...facets.map(() => 'EXISTS (SELECT 1 FROM facets f WHERE f.story = s.seq AND f.name IN (SELECT value FROM json_each(?)))')];
  const values: unknown[] = [JSON.stringify(seqs), now, now, ...facets.map(({ names }) => JSON.stringify(names))];
  if (filter.from !== undefined) conditions.push('s.first >= ?');
  if (filter.to !== undefined) conditions.push('s.first < ?');
  if (filter.fresh === true) conditions.push('s.backfill = 0');
  values.push(...[filter.from, filter.to].filter((bound) => bound !== undefined));
  const sql = `SELECT s.seq FROM stories s WHERE s.seq IN (SELECT value FROM json_each(?)) AND ${conditions.join(' AND ')}`;
  return new Set(
    db
      .statement(sql)
      .pluck()
      .all(...values) as number[],
  );
}

/** Which of these stories are shown now and keep to all filters but the words. */
export function fitting(view: View, filter: StoryFilter, seqs: readonly number[]): Set<number> {
  const facets = resolve(view.db, filter);
  return facets.some(({ stories }) => stories === 0) ? new Set() : fit(view, filter, facets, seqs);
}

/** The same of stories that the full-text index has at this moment. */
export function fittingMatches(view: View, filter: StoryFilter, seqs: readonly number[]): Set<number> {
  return isNarrowed(filter) || filter.fresh === true ? fitting(view, filter, seqs) : withoutHidden(view, seqs);
}

/** Nearly all stories in the index are shown: it is quicker to ask which are not. */
function withoutHidden({ db, now }: View, seqs: readonly number[]): Set<number> {
  const sql = 'SELECT seq FROM stories WHERE steady = 0 AND NOT ("from" <= ? AND until > ?)';
  const shown = new Set(seqs);
  for (const seq of db.statement(sql).pluck().all(now, now) as number[]) shown.delete(seq);
  return shown;
}
