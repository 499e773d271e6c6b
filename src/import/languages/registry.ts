/** Without this file no language would be found: a new one is a file of its own and one line here. */
import { en } from './en.ts';
import type { Language } from './language.ts';

const languages: readonly Language[] = [en];

/** The language data for a BCP 47 tag, by RFC 4647 lookup (`en-GB`, then `en`); undefined when there is none. */
export function languageFor(tag: string): Language | undefined {
  for (let range = tag.toLowerCase(); range !== ''; range = range.slice(0, Math.max(range.lastIndexOf('-'), 0))) {
    const found = languages.find((language) => language.tag === range);
    if (found) return found;
  }
  return undefined;
}

/** What a document is read with when its own language has no file yet. */
export const fallbackLanguage: Language = en;
