/** Without this file every import would make the same outlet again: a printed name against the names that the newsroom knows. */

/** An outlet or author that the newsroom has. */
export interface KnownName {
  id: string;
  name: string;
  aliases?: readonly string[];
}

/** `by` says how sure a match is; an ambiguous name is for an editor to choose, never for the importer. */
export type NameMatch = { result: 'matched'; id: string; by: 'name' | 'alias' | 'comparison' } | { result: 'ambiguous'; ids: string[] } | { result: 'new' };

/** Finds the names of one batch among `known`. Build it once: each look-up is then a map access. */
export interface NameMatcher {
  match(printed: string): NameMatch;
}

/**
 * Matches by name, then by alias, then by a comparison that ignores case, diacritics, punctuation and a leading "the"; for outlets
 * legal forms too ("Ltd", "GmbH"). Within each step more than one candidate is ambiguous.
 */
export function nameMatcher(known: readonly KnownName[], kind: 'outlet' | 'author'): NameMatcher {
  const names = new Map<string, Set<string>>();
  const aliases = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  for (const { id, name, aliases: others = [] } of known) {
    add(names, exact(name), id);
    for (const alias of others) add(aliases, exact(alias), id);
    for (const any of [name, ...others]) add(keys, comparisonKey(any, kind), id);
  }
  return {
    match(printed) {
      const steps = [
        { by: 'name', ids: names.get(exact(printed)) },
        { by: 'alias', ids: aliases.get(exact(printed)) },
        { by: 'comparison', ids: keys.get(comparisonKey(printed, kind)) },
      ] as const;
      for (const { by, ids } of steps) {
        const [id] = ids ?? [];
        if (!ids || id === undefined) continue;
        return ids.size === 1 ? { result: 'matched', id, by } : { result: 'ambiguous', ids: [...ids].sort() };
      }
      return { result: 'new' };
    },
  };
}

/** Legal forms as words at the end of a company's name. */
const legalForms = new Set(
  'ab ag as asa bv co company corp corporation gmbh inc incorporated kft kg limited llc llp ltd nv ooo oy oyj plc pty sa sarl sas sl spa srl sro ооо ао оао зао пао'.split(
    ' ',
  ),
);

/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' };

/** What two spellings of one name have in common; empty when nothing is left to compare by. */
export function comparisonKey(name: string, kind: 'outlet' | 'author'): string {
  let words = name
    .normalize('NFKD')
    .toLowerCase()
    // Combining marks of Latin, Greek, Cyrillic and Hebrew, and Arabic vowel signs and tatweel; in other scripts marks are letters.
    .replace(/[\u0300-\u036f]|[\u0591-\u05c7]|\u0640|[\u064b-\u065f]|\u0670/g, '')
    .replace(/[ßøłđðþæœıħ]/g, (letter) => undecomposed[letter] ?? letter)
    .replace(/&/g, ' and ')
    // A dot or an apostrophe joins ("U.S.", "O'Hara"); any other mark parts.
    .replace(/[.'’‘]|\p{Cf}/gu, '')
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== '');
  if (words.length > 1 && words[0] === 'the') words = words.slice(1);
  if (kind === 'outlet') {
    while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  }
  return words.join(' ');
}

function exact(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return;
  const ids = map.get(key) ?? new Set();
  map.set(key, ids.add(id));
}
