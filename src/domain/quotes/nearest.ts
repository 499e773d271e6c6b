/** Without this file an editor would only be told that a paragraph is wrong, and would have to read the whole report to learn where. */
import type { Place, Run } from './check.ts';
import type { Piece } from './pieces.ts';
import type { Tokens } from './tokens.ts';

/** A text with its tokens as numbers; equal numbers compare alike. */
export interface Numbered {
  tokens: Tokens;
  numbers: readonly number[];
}

export interface Nearest {
  place: Place | null;
  difference: Run[];
}

/** Longer pieces are compared in parts of so many tokens: the time grows with their length, and not with its square. */
const LONGEST = 600;
/** A passage is like a piece when it has at least one in so many of its words. */
const ALIKE = 3;

/** How many comparisons `nearestTo` takes for `piece`. */
export function partsOf({ from, to }: Piece): Piece[] {
  const parts = Array.from({ length: Math.ceil((to - from) / LONGEST) }, (_part, index) => from + index * LONGEST);
  return parts.map((begin) => ({ from: begin, to: Math.min(begin + LONGEST, to) }));
}

/** The passage of `text` that `piece` of `quote` differs from by the fewest words, and how. `counts` has a zero for each number there is. */
export function nearestTo(piece: Piece, quote: Numbered, text: Numbered, counts: Int32Array): Nearest {
  const found = partsOf(piece).map((part) => nearestToPart(part, quote, text, counts));
  const places = found.flatMap(({ place }) => (place === null ? [] : [place]));
  const starts = places.map(({ start }) => start);
  const ends = places.map(({ end }) => end);
  const ordered = places.every(({ start }, index) => index === 0 || start >= (places[index - 1]?.end ?? 0));
  const whole = ordered && places.length > 0 ? { start: Math.min(...starts), end: Math.max(...ends) } : null;
  return { place: whole ?? places[0] ?? null, difference: found.flatMap(({ difference }) => difference) };
}

function nearestToPart(part: Piece, quote: Numbered, text: Numbered, counts: Int32Array): Nearest {
  const begin = likeliest(part, quote, text, counts);
  if (begin === null) return { place: null, difference: [{ in: 'quote', text: sliceOf(quote.tokens, part, part.to) }] };
  const length = part.to - part.from;
  const room = Math.ceil(length / 2) + 4;
  const window = { from: Math.max(0, begin - room), to: Math.min(text.numbers.length, begin + length + room) };
  return aligned(part, quote, window, text);
}

/** Where as many tokens as the part has hold the most of its words; null when nowhere is like it. */
function likeliest({ from, to }: Piece, quote: Numbered, { tokens, numbers }: Numbered, counts: Int32Array): number | null {
  const length = to - from;
  let words = 0;
  for (let at = from; at < to; at += 1) {
    if (quote.tokens.isWord[at] !== true) continue;
    words += 1;
    count(quote.numbers[at], 1);
  }
  let [shared, most, begin] = [0, 0, 0];
  for (let at = 0; at < numbers.length; at += 1) {
    if (tokens.isWord[at] === true && count(numbers[at], -1) >= 0) shared += 1;
    const leaving = at - length;
    if (leaving >= 0 && tokens.isWord[leaving] === true && count(numbers[leaving], 1) > 0) shared -= 1;
    if (shared > most) [most, begin] = [shared, Math.max(0, at - length + 1)];
  }
  counts.fill(0);
  return most > 0 && most * ALIKE >= words ? begin : null;

  /** The count of a number after the change; what the text does not have is not counted. */
  function count(number: number | undefined, change: number): number {
    if (number === undefined || number < 0) return 0;
    const changed = (counts[number] ?? 0) + change;
    counts[number] = changed;
    return changed;
  }
}

const [SAME, OTHER, ONLY_QUOTE, ONLY_TEXT] = [0, 1, 2, 3];

/** The part against that passage within `window` to which the fewest changes lead (Sellers, 1980). */
function aligned(part: Piece, quote: Numbered, window: Piece, text: Numbered): Nearest {
  const [rows, columns] = [part.to - part.from, window.to - window.from];
  const steps = new Uint8Array((rows + 1) * (columns + 1));
  let above = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const current = new Int32Array(columns + 1);
    current[0] = row;
    steps[row * (columns + 1)] = ONLY_QUOTE;
    const mine = part.from + row - 1;
    for (let column = 1; column <= columns; column += 1) {
      const theirs = window.from + column - 1;
      const same = quote.numbers[mine] === text.numbers[theirs];
      const alike = quote.tokens.isWord[mine] === text.tokens.isWord[theirs];
      const across = (above[column - 1] ?? 0) + (same ? 0 : alike ? 1 : 2);
      const [down, along] = [(above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1];
      const least = Math.min(across, down, along);
      current[column] = least;
      steps[row * (columns + 1) + column] = least === across ? (same ? SAME : OTHER) : least === down ? ONLY_QUOTE : ONLY_TEXT;
    }
    above = current;
  }
  let end = above.indexOf(Math.min(...above));
  while (end < columns && above[end + 1] === above[end]) end += 1;

  const path: { step: number; mine: number; theirs: number }[] = [];
  let [row, column] = [rows, end];
  while (row > 0) {
    const step = steps[row * (columns + 1) + column] ?? ONLY_QUOTE;
    path.push({ step, mine: part.from + row - 1, theirs: window.from + column - 1 });
    if (step !== ONLY_TEXT) row -= 1;
    if (step !== ONLY_QUOTE) column -= 1;
  }
  const passage = { from: window.from + column, to: window.from + end };
  const { starts, ends } = text.tokens;
  const place = passage.from < passage.to ? { start: starts[passage.from] ?? 0, end: ends[passage.to - 1] ?? 0 } : null;
  return { place, difference: runsOf(path.reverse(), part, quote.tokens, text.tokens) };
}

function runsOf(path: readonly { step: number; mine: number; theirs: number }[], part: Piece, quote: Tokens, text: Tokens): Run[] {
  const runs: Run[] = [];
  let [mine, theirs] = ['', ''];
  const flush = (): void => {
    if (mine !== '') runs.push({ in: 'quote', text: mine });
    if (theirs !== '') runs.push({ in: 'snapshot', text: theirs.trim() });
    [mine, theirs] = ['', ''];
  };
  for (const step of path) {
    if (step.step === SAME) {
      flush();
      const last = runs.at(-1);
      const words = sliceOf(quote, { from: step.mine, to: step.mine + 1 }, part.to);
      if (last?.in === 'both') last.text += words;
      else runs.push({ in: 'both', text: words });
      continue;
    }
    if (step.step !== ONLY_TEXT) mine += sliceOf(quote, { from: step.mine, to: step.mine + 1 }, part.to);
    if (step.step !== ONLY_QUOTE) theirs += sliceOf(text, { from: step.theirs, to: step.theirs + 1 }, text.keys.length);
  }
  flush();
  return runs;
}

/** The text of the tokens, with what stands between them and the next one before `limit`. */
function sliceOf({ text, starts, ends }: Tokens, { from, to }: Piece, limit: number): string {
  return text.slice(starts[from], to < limit ? starts[to] : ends[to - 1]);
}
