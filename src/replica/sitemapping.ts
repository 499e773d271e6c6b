/** Addresses of all that is out, in portions: without this file a search engine could only find what is linked somewhere. */
import type { Position } from './lists.ts';
import { isShown } from './storyReading.ts';
import { listNames } from './names.ts';
import type { View } from './view.ts';

/** What a site map says of a story. */
export interface Mapped {
  id: string;
  language: string;
  slug: string;
  /** Milliseconds. */
  updated: number;
  /** What its translations share. */
  set: string | null;
}

/** How many stories there are of each year in which stories were first published, the newest year first. */
export function storiesByYear(view: View): { year: string; stories: number }[] {
  const { names } = listNames(view, 'year', null, 10_000, null);
  return names.map(({ value, stories }) => ({ year: value, stories })).sort((a, b) => (a.year < b.year ? 1 : -1));
}

/** Of a year, the story that is `count` after `after`, or after its beginning; null where there are not so many. */
export function storyFurtherOn({ db, now }: View, year: string, after: Position | null, count: number): Position | null {
  const sql = `SELECT s.first AS key, s.article AS tie FROM stories s
    WHERE (s.first, s.article) > (?, ?) AND s.first < ? AND ${isShown} ORDER BY s.first, s.article LIMIT 1 OFFSET ?`;
  const { key, tie } = after ?? beginningOf(year);
  return (db.statement(sql).get(key, tie, beginningOf(yearAfter(year)).key, now, now, count - 1) ?? null) as Position | null;
}

/** The stories of a year after `after`, oldest first, at most `limit`. */
export function storiesOfYear({ db, now }: View, year: string, after: Position | null, limit: number): Mapped[] {
  const sql = `SELECT a.id, s.language, s.slug, s.updated, s.translation_set AS "set" FROM stories s JOIN articles a ON a.number = s.article
    WHERE (s.first, s.article) > (?, ?) AND s.first < ? AND ${isShown} ORDER BY s.first, s.article LIMIT ?`;
  const { key, tie } = after ?? beginningOf(year);
  return db.statement(sql).all(key, tie, beginningOf(yearAfter(year)).key, now, now, limit) as Mapped[];
}

function beginningOf(year: string): Position {
  return { key: Date.parse(`${year}-01-01T00:00:00Z`), tie: -1 };
}

function yearAfter(year: string): string {
  return String(Number(year) + 1).padStart(4, '0');
}

/** All that is out of these translation sets. */
export function storiesOfSets({ db, now }: View, sets: readonly string[]): Mapped[] {
  const sql = `SELECT a.id, s.language, s.slug, s.updated, s.translation_set AS "set" FROM stories s JOIN articles a ON a.number = s.article
    WHERE s.translation_set IN (SELECT value FROM json_each(?)) AND ${isShown} ORDER BY s.language, a.id`;
  return db.statement(sql).all(JSON.stringify(sets), now, now) as Mapped[];
}
