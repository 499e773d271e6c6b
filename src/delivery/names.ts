/** Authors, outlets and topics of what is published, and how many stories each has: without this file nobody could leaf through an archive by who and what. */
import { Problem } from '../errors.ts';
import { listNames, nameCalled, type CountedName } from '../replica/names.ts';
import type { FacetKind } from '../replica/rows.ts';
import type { View } from '../replica/view.ts';
import { cursorAt, markIn } from './cursor.ts';
import { pageReply } from './pages.ts';
import { askedIn } from './parameters.ts';
import { jsonReply, type Asked, type Reply, type Work } from './ready.ts';
import { nameParameters, namesParameters } from './schemas/parameters.ts';
import { keyOf, MANY } from './surrogateKeys.ts';

/** What a name is looked up as: an outlet may run stories, be quoted in them, or have them written. */
const kindsOf = { author: ['author'], outlet: ['outlet', 'source', 'writtenFor'], topic: ['topic'] } as const satisfies Record<string, readonly FacetKind[]>;
export type Thing = keyof typeof kindsOf;

/** A name as /v1 shows it: `articles` has a count for each filter of /v1/articles that finds its stories. */
export type ShownName = Record<string, unknown> & { id: string; slug: string; name: string; articles: Record<string, number> };

/** `/v1/authors`, `/v1/outlets`, `/v1/topics`. */
export function namesOf(thing: Thing): Work {
  return (asked) => {
    const { language = null, limit, cursor } = askedIn(asked.query, namesParameters);
    const bound = { thing };
    const mark = markIn(cursor, bound);
    const { data, next } = asked.read((view) => pageOfNames(view, thing, language, limit, mark && String(mark[0])));
    return pageReply(asked, { data, limit, next: next === null ? null : cursorAt([next], bound) });
  };
}

/** `/v1/authors/{slug}` and so on; an id will do. */
export function nameOf(thing: Thing): Work {
  return (asked): Reply => {
    const { language = null } = askedIn(asked.query, nameParameters);
    const name = namedOnce(asked, thing, asked.params.slug ?? '', language);
    if (name === null) return { problem: new Problem(404, 'not-found', `No published story has such a${thing === 'topic' ? '' : 'n'} ${thing}.`), keys: '' };
    return jsonReply(asked, name, { keys: `${keyOf(thing, name.id)} ${MANY}` });
  };
}

/** The one that is called so; null when no story now out shows it. */
export function namedOnce({ read }: Pick<Asked, 'read'>, thing: Thing, called: string, language: string | null): ShownName | null {
  return read((view) => {
    const kinds: readonly FacetKind[] = kindsOf[thing];
    const found = kinds.map((kind) => nameCalled(view, kind, called.normalize('NFC'), language)).filter((name) => name !== null);
    const [first] = found.toSorted((a, b) => b.stories - a.stories);
    return first === undefined ? null : shownName(view, thing, first.value, language);
  });
}

/** How many stories the one with this id has, by the filter that finds them. */
export function countsOf(view: View, thing: Thing, id: string): Record<string, number> {
  return Object.fromEntries(kindsOf[thing].map((kind) => [kind, nameCalled(view, kind, id, null)?.stories ?? 0]));
}

/** Names that stories now out show, by id, after `after`; `next` is where to go on. */
export function pageOfNames(
  view: View,
  thing: Thing,
  language: string | null,
  limit: number,
  after: string | null,
): { data: ShownName[]; next: string | null } {
  const kinds: readonly FacetKind[] = kindsOf[thing];
  const lists = kinds.map((kind) => listNames(view, kind, language, limit, after));
  const ids = [...new Set(lists.flatMap(({ names }) => names.map(({ value }) => value)))].sort();
  const shown = ids.slice(0, limit);
  const more = ids.length > limit || lists.some(({ next }) => next !== null);
  return { data: shown.map((id) => shownName(view, thing, id, language)), next: more ? (shown.at(-1) ?? null) : null };
}

function shownName(view: View, thing: Thing, id: string, language: string | null): ShownName {
  const kinds: readonly FacetKind[] = kindsOf[thing];
  const found = kinds.map((kind): [FacetKind, CountedName | null] => [kind, nameCalled(view, kind, id, language)]);
  const told = found.find(([, name]) => name?.told)?.[1]?.told;
  return { ...(told as Omit<ShownName, 'articles'>), articles: Object.fromEntries(found.map(([kind, name]) => [kind, name?.stories ?? 0])) } as ShownName;
}
