/** What readers may ask of many stories at once, turned into what the tables can answer: without it each list would filter in its own way. */
import type { FacetKind } from './rows.ts';
import { isShown } from './storyReading.ts';
import type { ReadConnection, View } from './view.ts';

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

/** So many matches are looked at one by one; of a word in more stories than that, the order leads and the index is asked about each. */
const FEW = 5000;
/** The most that one statement looks at: a few milliseconds. */
export const CHUNK = 500;

interface Resolved {
  names: number[];
  stories: number;
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

/** The first seqs that match, as they lie in the index; at most `most`, and none for an absurd query. */
export function matching(db: ReadConnection, match: string, most: number): number[] {
  return db.statement('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?').pluck().all(match, most) as number[];
}

/**
 * The next stories after `place` that fit, found by looking at no more than some hundreds; `next` is where to go on, null at the end.
 * Called again and again, with pauses for others in between.
 */
export function scan(view: View, filter: StoryFilter, order: Order, place: Place, size = CHUNK): { hits: Place[]; next: Place | null } {
  const facets = resolve(view.db, filter);
  if (facets.some(({ names }) => names.length === 0)) return { hits: [], next: null };
  const found = filter.match === undefined ? undefined : matching(view.db, filter.match, FEW + 1);
  const few = found !== undefined && found.length <= FEW;
  const driver = few ? undefined : facets[0];
  const others = few ? facets : facets.slice(1);
  const places = few ? amongSeqs(view.db, found, order, place, size) : inOrder(view.db, driver, order, place, size);
  const fitting = fit(view, filter, others, few, places);
  const last = places.at(-1);
  const ended = last === undefined || places.length < size || isBeyond(last.key, order, filter);
  return { hits: places.filter(({ story }) => fitting.has(story)), next: ended ? null : last };
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

function amongSeqs(db: ReadConnection, seqs: readonly number[], { key, direction }: Order, from: Place, size: number): Place[] {
  const after = direction === 'ASC' ? '>' : '<';
  const tie = ties[key].stories;
  const sql = `SELECT ${key} AS key, ${tie} AS tie, seq AS story FROM stories WHERE seq IN (SELECT value FROM json_each(?)) AND (${key}, ${tie}, seq) ${after} (?, ?, ?)
    ORDER BY ${key} ${direction}, ${tie} ${direction}, seq ${direction} LIMIT ?`;
  return db.statement(sql).all(JSON.stringify(seqs), from.key, from.tie, from.story, size) as Place[];
}

/** Which of `places` are shown now and keep to the filters that did not lead to them. */
export function fit({ db, now }: View, filter: StoryFilter, facets: readonly Resolved[], matched: boolean, places: readonly { story: number }[]): Set<number> {
  const seqs = JSON.stringify(places.map(({ story }) => story));
  const conditions = [isShown, ...facets.map(() => 'EXISTS (SELECT 1 FROM facets f WHERE f.story = s.seq AND f.name IN (SELECT value FROM json_each(?)))')];
  const values: unknown[] = [seqs, now, now, ...facets.map(({ names }) => JSON.stringify(names))];
  if (filter.from !== undefined) conditions.push('s.first >= ?');
  if (filter.to !== undefined) conditions.push('s.first < ?');
  if (filter.fresh === true) conditions.push('s.backfill = 0');
  values.push(...[filter.from, filter.to].filter((bound) => bound !== undefined));
  if (filter.match !== undefined && !matched) {
    conditions.push('EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = s.seq)');
    values.push(filter.match);
  }
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
  if (facets.some(({ names }) => names.length === 0)) return new Set();
  return fit(
    view,
    filter,
    facets,
    true,
    seqs.map((story) => ({ story })),
  );
}
