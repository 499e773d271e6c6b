/** Outlets, authors, topics and what else stories can be found by, with how many stories each has: without this file every count would be a walk. */
import { setImmediate as others } from 'node:timers/promises';
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
/** Of more than that, one of so many is drawn, and stands for as many. */
const ONE_OF = 10;
/** Stories whose names one statement reads. */
const AT_ONCE = 500;

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

/** What stories have, the most frequent first; `approximate` when not all were counted. */
export interface CountedFacets {
  facets: FacetCount[];
  approximate: boolean;
}

/** How many of the stories that fit have which value: exact up to 10,000 stories, above that estimated from some of the newest 10,000. */
export async function countFacets(read: Read, filter: StoryFilter): Promise<CountedFacets> {
  const found: number[] = [];
  for await (const seqs of walk(read, filter)) {
    found.push(...seqs);
    if (found.length > MOST_COUNTED) break;
  }
  const approximate = found.length > MOST_COUNTED;
  const counted = approximate ? found.slice(0, MOST_COUNTED).filter(isDrawn) : found;
  const labels = new Map<number, number>();
  for (let start = 0; start < counted.length; start += AT_ONCE) {
    if (start > 0) await others();
    for (const label of read((view) => labelsOf(view, counted.slice(start, start + AT_ONCE)))) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return { facets: read((view) => facetsOf(view, labels, approximate ? MOST_COUNTED / counted.length : 1)), approximate };
}

/** By lot, the same each time: every tenth would be of one language where stories come out in several. */
function isDrawn(seq: number): boolean {
  const mixed = Math.imul(seq ^ (seq >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0) % ONE_OF === 0;
}

function labelsOf({ db }: View, seqs: readonly number[]): number[] {
  return db.statement('SELECT label FROM facets WHERE story IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(seqs)) as number[];
}

/** What labels stand for, the most frequent first; each printed as most of its stories have it. */
function facetsOf({ db }: View, labels: ReadonlyMap<number, number>, times: number): FacetCount[] {
  const sql = `SELECT l.id, n.kind, n.value, l.slug, l.told ->> 'name' AS name FROM labels l JOIN names n ON n.id = l.name WHERE l.id IN (SELECT value FROM json_each(?))`;
  const rows = db.statement(sql).all(JSON.stringify([...labels.keys()])) as (Omit<FacetCount, 'count'> & { id: number })[];
  const facets = new Map<string, FacetCount>();
  const counted = rows.map(({ id, ...facet }) => ({ ...facet, count: Math.round((labels.get(id) ?? 0) * times) })).sort(byCount);
  for (const facet of counted) {
    const key = `${facet.kind} ${facet.value}`;
    const known = facets.get(key);
    if (known) known.count += facet.count;
    else facets.set(key, facet);
  }
  return [...facets.values()].sort(byCount);
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
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

/** What was counted for one question is asked of each of its names. */
const timed = new WeakMap<View, ReadonlyMap<number, number>>();

/** Of the stories that an embargo concerns, those shown now, by label: they are not in the kept counts. */
function timedLabels(view: View): ReadonlyMap<number, number> {
  const known = timed.get(view) ?? countTimed(view);
  timed.set(view, known);
  return known;
}

function countTimed({ db, now }: View): ReadonlyMap<number, number> {
  const sql = `SELECT f.label, count(*) FROM stories s JOIN facets f ON f.story = s.seq WHERE s.steady = 0 AND ${isShown} GROUP BY f.label`;
  return new Map(db.statement(sql).raw().all(now, now) as [number, number][]);
}
