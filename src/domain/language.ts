/** Stories and names carry languages; here a tag is checked, spelled one way, and looked up as RFC 4647 says. */
import type { Branded } from './ids.ts';

/** A BCP 47 tag in canonical case, such as `en`, `pt-BR`, `zh-Hant`. */
export type LanguageTag = Branded<'LanguageTag'>;

/** The canonical form of `tag` (RFC 5646, section 4.5), or null when it is not a well-formed tag. */
export function canonicalLanguage(tag: unknown): LanguageTag | null {
  if (typeof tag !== 'string' || tag === '') return null;
  try {
    return (Intl.getCanonicalLocales(tag)[0] as LanguageTag | undefined) ?? null;
  } catch {
    return null;
  }
}

/** The ranges that RFC 4647 section 3.4 (lookup) tries for `tag`, most specific first: `zh-Hant-TW`, `zh-Hant`, `zh`. */
export function lookupRanges(tag: string): string[] {
  const ranges: string[] = [];
  let parts = tag.split('-');
  while (parts.length > 0) {
    ranges.push(parts.join('-'));
    parts = parts.slice(0, -1);
    if (parts.at(-1)?.length === 1) parts = parts.slice(0, -1);
  }
  return ranges;
}

/** A name and the language it is in, as an edition fixes it. */
export interface LocalisedName {
  name: string;
  language: string;
}

/**
 * The name to print in a story in `language`, from `names` by locale: the language, its base, the newsroom's default, then
 * whatever name there is (a name in another language beats none).
 */
export function lookupName(names: Readonly<Record<string, string | null | undefined>>, language: string, defaultLanguage: string): LocalisedName | null {
  for (const range of [...lookupRanges(language), ...lookupRanges(defaultLanguage), ...Object.keys(names)]) {
    const key = Object.keys(names).find((tag) => tag.toLowerCase() === range.toLowerCase());
    const name = key === undefined ? undefined : names[key];
    if (key !== undefined && name !== undefined && name !== null && name !== '') return { name, language: key };
  }
  return null;
}
