/** Addresses of all that is out, in portions: without this file a search engine could only find what is linked somewhere. */
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

/** The stories of a year after `from` of them, oldest first, at most `limit`. */
export function storiesOfYear({ db, now }: View, year: string, from: number, limit: number): Mapped[] {
  const [begin, end] = [Date.parse(`${year}-01-01T00:00:00Z`), Date.parse(`${String(Number(year) + 1).padStart(4, '0')}-01-01T00:00:00Z`)];
  const sql = `SELECT a.id, s.language, s.slug, s.updated, s.translation_set AS "set" FROM stories s JOIN articles a ON a.number = s.article
    WHERE s.first >= ? AND s.first < ? AND ${isShown} ORDER BY s.first, s.article LIMIT ? OFFSET ?`;
  return db.statement(sql).all(begin, end, now, now, limit, from) as Mapped[];
}

/** All that is out of these translation sets. */
export function storiesOfSets({ db, now }: View, sets: readonly string[]): Mapped[] {
  const sql = `SELECT a.id, s.language, s.slug, s.updated, s.translation_set AS "set" FROM stories s JOIN articles a ON a.number = s.article
    WHERE s.translation_set IN (SELECT value FROM json_each(?)) AND ${isShown} ORDER BY s.language, a.id`;
  return db.statement(sql).all(JSON.stringify(sets), now, now) as Mapped[];
}
