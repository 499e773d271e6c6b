/** Without this file a character could go to two fields, or to none: the record of which stretch of the text went where. */
import { trimmed } from './rows.ts';
import type { Field, Piece, Range } from './story.ts';

/** Collects pieces while a document is read; what nobody claimed becomes `markup` (marks only) or `unplaced` (anything with a letter or digit). */
export class Placement {
  readonly #pieces: Piece[] = [];

  constructor(readonly text: string) {}

  /** Gives `range` to `field`. White space at its ends is left out; an empty range is nobody's. */
  claim(field: Field, range: Range, where: { part?: number; index?: number } = {}): void {
    const { start, end } = trimmed(this.text, range);
    if (start < end) this.#pieces.push({ field, ...where, start, end });
  }

  /** The text of `range` as a field's value: line ends as `\n`, Unicode normalisation form C. */
  value(range: Range): string {
    const { start, end } = trimmed(this.text, range);
    return this.text.slice(start, end).replace(/\r\n?/g, '\n').normalize('NFC');
  }

  /** All pieces in the order of the text, with whatever was left over. */
  finish(): Piece[] {
    const claimed = this.#pieces.sort((a, b) => a.start - b.start);
    const all: Piece[] = [];
    let cursor = 0;
    for (const piece of claimed) {
      this.#leftOver(cursor, piece.start, all);
      all.push(piece);
      cursor = piece.end;
    }
    this.#leftOver(cursor, this.text.length, all);
    return all;
  }

  #leftOver(start: number, end: number, pieces: Piece[]): void {
    const gap = this.text.slice(start, end);
    const own = pieces.length;
    let lastLineEnd = -1;
    for (const found of gap.matchAll(/[^\r\n]+/g)) {
      const range = trimmed(gap, { start: found.index, end: found.index + found[0].length });
      if (range.start === range.end) continue;
      // The address of a link goes where its words went: `](https://…)` is left over from a linked name.
      const words = gap.slice(range.start, range.end).replace(/\]\([^()\s]*\)/g, '');
      const field = /[^\s\p{P}\p{S}\p{Cf}]/u.test(words) ? 'unplaced' : 'markup';
      const before = pieces.length > own ? pieces.at(-1) : undefined;
      // Lines with no blank line between them are shown to the editor together.
      const together = /^(?:\r\n|\r|\n)$/.test(gap.slice(lastLineEnd, found.index));
      if (before && before.field === field && together) before.end = start + range.end;
      else pieces.push({ field, start: start + range.start, end: start + range.end });
      lastLineEnd = found.index + found[0].length;
    }
  }
}
