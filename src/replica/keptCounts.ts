/** Counts that are kept while stories come and go: without this file to say how many stories there are would be a walk past all of them. */
import { isFaceted, namesCalled, type StoryFilter } from './filters.ts';
import type { FacetKind } from './rows.ts';
import { isShown } from './storyReading.ts';
import type { View } from './view.ts';

/** A story has one of each of these. */
const exclusive: readonly string[] = ['language', 'year'];

/** How many stories now out fit, where that is kept: all of them, those with one name, those in some languages or of some years. Null where it is not. */
export function keptCount(view: View, filter: StoryFilter): number | null {
  const { facets = {}, from, to, match, fresh } = filter;
  if (from !== undefined || to !== undefined || match !== undefined || fresh === true) return null;
  if (!isFaceted(filter)) return storiesNamed(view, allLanguages(view));
  const [[kind, values] = [], another] = Object.entries(facets).filter(([, wanted]) => wanted.length > 0);
  if (kind === undefined || values === undefined || another !== undefined) return null;
  const names = new Set(values.flatMap((value) => namesCalled(view.db, kind as FacetKind, value)));
  return names.size < 2 || exclusive.includes(kind) ? storiesNamed(view, [...names]) : null;
}

function allLanguages({ db }: View): number[] {
  return db.statement("SELECT id FROM names WHERE kind = 'language'").pluck().all() as number[];
}

/** Stories that no embargo concerns are in the kept counts; the others are counted. */
function storiesNamed({ db, now }: View, names: readonly number[]): number {
  const sql = `SELECT (SELECT count(*) FROM stories s WHERE s.steady = 0 AND ${isShown} AND EXISTS (SELECT 1 FROM facets f WHERE f.story = s.seq AND f.name IN (SELECT value FROM json_each(?))))
    + (SELECT coalesce(sum(steady), 0) FROM labels WHERE name IN (SELECT value FROM json_each(?)))`;
  const wanted = JSON.stringify(names);
  return db.statement(sql).pluck().get(now, now, wanted, wanted) as number;
}
