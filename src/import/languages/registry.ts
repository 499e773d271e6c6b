/** Without this file no language would be found: a new one is a file of its own and one line here. */
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { ur } from './ur.ts';
import type { Language } from './language.ts';

/** Every language that documents are read in. */
export const languages: readonly Language[] = [en, fr, ar, ru, es, tr, ur];

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
