/** Without this file the footer would be read as somebody's role: the sites that a story runs on, parted by `|`. */
import { nameRange } from './names.ts';
import { seen, trimmed, wordsOf, type Row } from './rows.ts';
import type { Language } from './languages/language.ts';
import type { Range } from './story.ts';

const separator = /\||\s[•·]\s/g;
const address = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u;

/** Whether `row` is a line of sites parted by `|` (or `•`). */
export function partsSites(text: string, row: Row): boolean {
  if (row.kind !== 'text' || row.to - row.from > 2000) return false;
  const words = wordsOf(text, row);
  if (words.search(separator) < 0) return false;
  const sites = sitesOn(text, row, null).sites;
  return sites.length > 0 && sites.every(({ start, end }) => end - start <= 80);
}

/** Whether `row`, after a sign-off, belongs to the footer: sites parted by `|`, a footer's opening words, or one address alone. */
export function isFooter(text: string, row: Row, language: Language): boolean {
  if (partsSites(text, row)) return true;
  if (row.kind !== 'text' || row.to - row.from > 400) return false;
  const words = wordsOf(text, row);
  const site = nameRange(text, { start: row.from, end: row.to });
  return language.footerPhrase.test(words) || address.test(seen(text.slice(site.start, site.end))) || /^\[[^[\]]+\]\([^()\s]+\)$/.test(words);
}

/** Whether `row` is a short line that is no sentence and no role. */
export function isPlainLine(text: string, row: Row, language: Language): boolean {
  const words = seen(wordsOf(text, row));
  return row.kind === 'text' && words.length <= 60 && /^[\p{Lu}\p{Lo}\p{N}]/u.test(words) && !/[.!?…؟۔:;,،]$/u.test(words) && !language.roleWord.test(words);
}

/**
 * The lines of a block of sites that begins at `index`, one a line: after a blank line and below `above` lines, which are a name and its role
 * at least, with an address among them, or at least three of them at the very end.
 */
export function siteLines(text: string, rows: readonly Row[], index: number, above: number, language: Language): readonly Row[] {
  if (above < 2 || rows[index]?.kind !== 'text' || (index > 0 && rows[index - 1]?.kind === 'text')) return [];
  let end = index;
  while (rows[end]?.kind === 'text') end += 1;
  const lines = rows.slice(index, end);
  if (!lines.every((row) => isPlainLine(text, row, language) || isFooter(text, row, language))) return [];
  if (lines.some((row) => isFooter(text, row, language))) return lines;
  while (rows[end]?.kind === 'blank' || rows[end]?.kind === 'rule') end += 1;
  return lines.length >= 3 && end >= rows.length ? lines : [];
}

/** The sites on a row, and the words that introduce them. */
export function sitesOn(text: string, row: Row, language: Language | null): { phrase: Range | null; sites: Range[] } {
  const phrase = language ? (language.footerPhrase.exec(wordsOf(text, row))?.[0].length ?? 0) : 0;
  const sites: Range[] = [];
  let at = row.from + phrase;
  const take = (end: number): void => {
    const range = nameRange(text, { start: at, end });
    if (/[\p{L}\p{N}]/u.test(text.slice(range.start, range.end))) sites.push(trimmed(text, range));
  };
  for (const found of text.slice(row.from, row.to).matchAll(separator)) {
    if (row.from + found.index < at) continue;
    take(row.from + found.index);
    at = row.from + found.index + found[0].length;
  }
  take(row.to);
  return { phrase: phrase > 0 ? { start: row.from, end: row.from + phrase } : null, sites };
}

/** The last lines of a part, when they are sites parted by `|`. */
export function trailingSites(text: string, rows: readonly Row[]): Row[] {
  const footer: Row[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (!row || row.kind === 'blank' || row.kind === 'rule') continue;
    if (!partsSites(text, row)) break;
    footer.unshift(row);
  }
  return footer;
}
