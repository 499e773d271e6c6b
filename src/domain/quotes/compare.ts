/** Without this file "verbatim" would be a promise: whether the words of a quote stand in its source, paragraph by paragraph, and where. */
import type { Comparison, Fault, ParagraphCheck, Place, Run } from './check.ts';
import { find, UNKNOWN } from './find.ts';
import { nearestTo, partsOf, type Numbered } from './nearest.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { tokensOf, type Tokens } from './tokens.ts';

/** The number of this rule: raise it when quotes are found otherwise than before. */
export const RULE = 1;

/** So many comparisons are made to show a difference; a quote that differs in more places is of another report. */
const DIFFERENCES = 50;

/**
 * Looks for each of `paragraphs` in `snapshot`. White space, kinds of quotation marks, dashes and ellipses, and what nobody sees make no
 * difference; every letter, word and other mark does. The time grows with the length of both texts.
 */
export function compareQuote(paragraphs: readonly string[], snapshot: string): Comparison {
  const text = numbered(tokensOf(snapshot));
  const quoted = paragraphs.map((paragraph) => {
    const { tokens, pieces } = piecesOf(paragraph);
    return { pieces, tokens, numbers: tokens.keys.map((key) => text.known.get(key) ?? UNKNOWN) };
  });
  if (quoted.every(({ pieces }) => pieces.length === 0)) return { verification: 'unverified', paragraphs: [] };

  const wanted = quoted.map(({ pieces, numbers }) => pieces.map(({ from, to }) => numbers.slice(from, to)));
  const found = find(wanted, text.tokens, text.numbers);
  const counts = new Int32Array(text.known.size);
  let comparisons = 0;
  const checks = quoted.map((quote, index): ParagraphCheck => {
    const pieces = found[index] ?? [];
    const places = pieces.map((piece) => placeOf(piece, text.tokens));
    const missing = quote.pieces[pieces.length];
    if (missing === undefined) return { found: true, places };
    comparisons += partsOf(missing).length;
    if (comparisons > DIFFERENCES) return { found: false, places, fault: 'words', nearest: null, difference: [] };
    const { place: nearest, difference } = nearestTo(missing, quote, text, counts);
    return { found: false, places, fault: faultOf(difference, places), nearest, difference };
  });
  return { verification: checks.every((check) => check.found) ? 'verified' : 'mismatch', paragraphs: checks };
}

function faultOf(difference: readonly Run[], places: readonly Place[]): Fault {
  if (difference.some((run) => run.in !== 'both')) return 'words';
  return places.length > 0 ? 'order' : 'part';
}

function placeOf({ from, to }: Piece, { starts, ends }: Tokens): Place {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** Numbers for what the tokens compare as. */
function numbered(tokens: Tokens): Numbered & { known: Map<string, number> } {
  const known = new Map<string, number>();
  const numbers = tokens.keys.map((key) => {
    const number = known.get(key) ?? known.size;
    if (number === known.size) known.set(key, number);
    return number;
  });
  return { tokens, numbers, known };
}
