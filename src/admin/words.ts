/** Without this table an editor who works in Arabic would meet English buttons: what our part of the panel says, by the panel's language. */
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';
import type { Words } from './words/words.ts';

export type { Lacking, Words } from './words/words.ts';

const TABLE: Readonly<Record<string, Words>> = { en, fr, ar, ru, es, tr };

/** The words of the panel's language; English where there are none. */
export function wordsIn(language: string): Words {
  return TABLE[language] ?? en;
}

/** `sentence` with its places in braces filled. */
export function filled(sentence: string, places: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(places[name] ?? place));
}
