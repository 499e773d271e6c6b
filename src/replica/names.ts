/** Outlets, authors, topics and what else stories can be found by, with how many stories each has: without this file every count would be a walk. */
import { lookupRanges } from '../domain/language.ts';
import { namesCalled, type StoryFilter } from './filters.ts';
import { walk, type Read } from './lists.ts';
import type { FacetKind } from './rows.ts';
import { isShown } from './storyReading.ts';
import type { View } from './view.ts';

/** A name as one of its stories prints it. `told` is an outlet, author or topic of an edition; null for languages and years. */
export interface CountedName {
  value: string;
  told: Readonly<Record<string, unknown>> | null;
  stories: number;
}

export interface FacetCount {
  kind: FacetKind;
  /** An id, a language, a year. */
  value: string;
  slug: string | null;
  /** As one of its stories prints it; null for languages and years. */
  name: string | null;
  count: number;
}

/** So many matches are counted; above that the counts are of the newest. */
const MOST_COUNTED = 10_000;

/** Up to `limit` names of a kind that stories now out show, by id, after `after`; printed in `language` where a story in it has them. */
export function listNames(
  view: View,
  kind: FacetKind,
  language: string | null,
  limit: number,
  after: string | null,
): { names: CountedName[]; next: string | null } {
  const timed = timedLabels(view);
  const names: CountedName[] = [];
  let last = after ?? '';
  for (;;) {
    const rows = view.db.statement('SELECT id, value FROM names WHERE kind = ? AND value > ? ORDER BY value LIMIT 200').all(kind, last) as {
      id: number;
      value: string;
    }[];
    for (const { id, value } of rows) {
      const name = nameOf(view, id, value, language, timed);
      if (name.stories === 0) continue;
      if (names.length === limit) return { names, next: names.at(-1)?.value ?? null };
      names.push(name);
    }
    if (rows.length < 200) return { names, next: null };
    last = rows.at(-1)?.value ?? last;
  }
}

/** One name by its id or slug; null when no story now out shows it. */
export function nameCalled(view: View, kind: FacetKind, called: string, language: string | null): CountedName | null {
  const timed = timedLabels(view);
  const found = namesCalled(view.db, kind, called).map((id) => {
    const value = view.db.statement('SELECT value FROM names WHERE id = ?').pluck().get(id) as string;
    return nameOf(view, id, value, language, timed);
  });
  return found.filter(({ stories }) => stories > 0).sort((a, b) => b.stories - a.stories)[0] ?? null;
}

/** How many of the stories that fit have which value: exact up to 10,000 stories. */
export async function countFacets(read: Read, filter: StoryFilter): Promise<{ facets: FacetCount[]; approximate: boolean }> {
  const counts = new Map<string, FacetCount>();
  let stories = 0;
  for await (const seqs of walk(read, filter)) {
    const counted = seqs.slice(0, MOST_COUNTED - stories);
    read(({ db }) => {
      const sql = `SELECT n.kind, n.value, max(l.slug) AS slug, max(l.told ->> 'name') AS name, count(*) AS count FROM facets f JOIN names n ON n.id = f.name JOIN labels l ON l.id = f.label
        WHERE f.story IN (SELECT value FROM json_each(?)) GROUP BY f.name`;
      for (const row of db.statement(sql).all(JSON.stringify(counted)) as FacetCount[]) {
        const key = `${row.kind} ${row.value}`;
        counts.set(key, { ...row, count: row.count + (counts.get(key)?.count ?? 0) });
      }
    });
    stories += seqs.length;
    if (stories > MOST_COUNTED) break;
  }
  const facets = [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { facets, approximate: stories > MOST_COUNTED };
}

interface Label {
  id: number;
  language: string;
  told: string;
  steady: number;
}

function nameOf({ db }: View, id: number, value: string, language: string | null, timed: ReadonlyMap<number, number>): CountedName {
  const labels = (db.statement('SELECT id, language, told, steady FROM labels WHERE name = ?').all(id) as Label[])
    .map((label) => ({ ...label, stories: label.steady + (timed.get(label.id) ?? 0) }))
    .filter(({ stories }) => stories > 0)
    .sort((a, b) => b.stories - a.stories || (a.told < b.told ? -1 : 1));
  const ranges = language === null ? [] : lookupRanges(language);
  const wanted = ranges.map((range) => labels.find((label) => label.language === range)).find((label) => label !== undefined) ?? labels[0];
  const told = wanted ? (JSON.parse(wanted.told) as CountedName['told']) : null;
  return { value, told, stories: labels.reduce((sum, { stories }) => sum + stories, 0) };
}

/** Of the stories that an embargo concerns, those shown now, by label: they are not in the kept counts. */
function timedLabels({ db, now }: View): Map<number, number> {
  const sql = `SELECT f.label, count(*) FROM stories s JOIN facets f ON f.story = s.seq WHERE s.steady = 0 AND ${isShown} GROUP BY f.label`;
  return new Map(db.statement(sql).raw().all(now, now) as [number, number][]);
}
