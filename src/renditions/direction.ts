/** Without this file an Arabic quotation in an English page would be set from the wrong side, and its full stop would stand at its beginning. */

export type Direction = 'ltr' | 'rtl';

/**
 * The scripts from the right that are in use (Unicode, UAX #9 and #31). Intl knows every language's script; its own word on the side
 * (`textInfo`) is wrong where a language has more than one, such as az-Arab.
 */
const SCRIPTS = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

const known = new Map<string, Direction>();

/** The side from which `language` is written; `ltr` for a tag that says nothing. */
export function directionOf(language: string): Direction {
  const found = known.get(language) ?? lookedUp(language);
  if (known.size < 1000) known.set(language, found);
  return found;
}

export type LanguageAttributes = { lang?: string; dir?: Direction };

/** What an element in `language` says inside one in `around`: nothing where they are the same. */
export function languageAttributes(language: string, around: string): LanguageAttributes {
  return language.toLowerCase() === around.toLowerCase() ? {} : { lang: language, dir: directionOf(language) };
}

const marks = { ltr: '\u200E', rtl: '\u200F' } as const;
const rightToLeft =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}\p{Script=Mand}\p{Script=Mend}\p{Script=Samr}\p{Script=Yezi}]/u;

/**
 * A line of plain text, which has nothing but its first letter to say from which side it is written (UAX #9, rule P2): where that letter is of the
 * other direction, a mark goes before it.
 */
export function markedLine(line: string, direction: Direction): string {
  const first = /\p{L}/u.exec(line)?.[0];
  if (first === undefined) return line;
  const shown = rightToLeft.test(first) ? 'rtl' : 'ltr';
  return shown === direction ? line : marks[direction] + line;
}

function lookedUp(language: string): Direction {
  try {
    return SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
