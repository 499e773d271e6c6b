/** Without this file a warning about a name could not say on which line of the document it stands. */
import type { Field, ParsedStory } from '../../import/importer.ts';

/** The line (counted from 1) on which the name that went to `field` begins; of several, the one of `index` within `part`. */
export function lineOf(text: string, story: ParsedStory, field: Field, at: { part?: number; index?: number } = {}): number {
  const piece = story.pieces.find(
    (one) => one.field === field && (at.part === undefined || one.part === at.part) && (at.index === undefined || one.index === at.index),
  );
  return piece === undefined ? 1 : lineAt(text, piece.start);
}

/** The line on which `offset` (UTF-16) lies; LF, CRLF and CR all end a line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
