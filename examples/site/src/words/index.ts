/** Without this file an Arabic reader would be offered English buttons: the words for a language, and which languages there are. */
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { ur } from './ur.ts';
import type { Counted, Words } from './words.ts';

export type { Words } from './words.ts';

const byLanguage: Readonly<Record<string, Words>> = { en, fr, ar, ru, es, tr, ur };

/** In which the site speaks, in the order in which they are offered. */
export const languages: readonly string[] = Object.keys(byLanguage);

/** The words of one language. */
export function wordsIn(language: string): Words {
  return byLanguage[language] ?? en;
}

/** The language of the site that fits `tag` best (RFC 4647, lookup): `en` for `en-GB`; undefined where it has none. */
export function languageFor(tag: string): string | undefined {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('-')).find((range) => Object.hasOwn(byLanguage, range));
}

/** `count` in the words of `language`. */
export function counted(forms: Counted, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('{n}', numbered(count, language));
}

/** A number as `language` writes it. Digits are fixed, for which ones Arabic has by default depends on the version of Node.js. */
export function numbered(count: number, language: string): string {
  return new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count);
}

/** A language's name in itself. */
export function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(language) ?? language;
}
