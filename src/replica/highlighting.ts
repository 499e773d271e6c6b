/** Where a reader's words stand in a text as it was written: without this file a search would say that it found something, and not what. */
import QuickLRU from 'quick-lru';
import { foldedText, isAscii, isUnspaced, type Term } from './searchWords.ts';

/** From where to where, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Letters with their marks, as they are searched: texts of all languages have some hundreds of them, again and again. */
const letters = new QuickLRU<string, string>({ maxSize: 4000 });
/** What is longer is no letter, but a heap of marks. */
const LONGEST_LETTER = 8;
const letter = '[\\p{L}\\p{N}\\p{M}]';

/** The places of `terms` in `text`, in order, none within another; at most `most`. */
export function placesOf(text: string, terms: readonly Term[], most: number): Span[] {
  const plain = isAscii(text);
  const searched = (plain ? text : foldedText(text)).toLowerCase();
  // Most texts have none of them, which is quickly seen; letter by letter only the others are looked at.
  const there = terms.map(lookedFor).filter(({ words }) => words.every((word) => searched.includes(word)));
  if (there.length === 0) return [];
  const { folded, origins } = plain ? { folded: searched, origins: null } : foldedWithOrigins(text);
  const originOf = (unit: number): number => (origins ? (origins[unit] ?? text.length) : unit);
  const places: Span[] = [];
  for (const { expression } of there) {
    let left = most;
    for (const { index, 0: words } of folded.matchAll(expression)) {
      places.push({ start: originOf(index), end: originOf(index + words.length) });
      left -= 1;
      if (left === 0) break;
    }
  }
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const place of places) if (place.end > place.start && place.start >= (apart.at(-1)?.end ?? 0)) apart.push(place);
  return apart.slice(0, most);
}

/** A term as it stands in searched text. */
interface Looked {
  words: readonly string[];
  expression: RegExp;
}

/** One question is looked for in many texts. */
const looked = new WeakMap<Term, Looked>();

function lookedFor(term: Term): Looked {
  const known = looked.get(term) ?? prepared(term);
  looked.set(term, known);
  return known;
}

/** Words stand between what is no letter; words of scripts without spaces stand anywhere. */
function prepared({ words: given, beginning }: Term): Looked {
  const words = given.map((word) => foldedText(word).toLowerCase());
  const [first = '', last = ''] = [given[0], given.at(-1)];
  const between = given.some(isUnspaced) ? '[^\\p{L}\\p{N}\\p{M}]*' : '[^\\p{L}\\p{N}\\p{M}]+';
  const before = isUnspaced(first) ? '' : `(?<!${letter})`;
  const after = beginning || isUnspaced(last) ? '' : `(?!${letter})`;
  return { words, expression: new RegExp(before + words.join(between) + after, 'gu') };
}

/** The text as it is searched, letter by letter, and where in `text` each of its code units comes from. */
function foldedWithOrigins(text: string): { folded: string; origins: number[] } {
  const origins: number[] = [];
  let folded = '';
  for (const { 0: piece, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const plain = piece.length === 1 && piece < '\u0080' ? piece.toLowerCase() : foldedPiece(piece);
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(index);
    folded += plain;
  }
  origins.push(text.length);
  return { folded, origins };
}

function foldedPiece(piece: string): string {
  const known = letters.get(piece) ?? foldedText(piece).toLowerCase();
  if (piece.length <= LONGEST_LETTER) letters.set(piece, known);
  return known;
}
