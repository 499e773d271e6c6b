/** Without this file a comment part would have no form and no author: its paragraphs, its rich text, and who signs it. */
import { paragraphText, paragraphsOf } from './paragraphs.ts';
import { richText } from './richText.ts';
import type { FormatName } from './formats/format.ts';
import type { Layout } from './formats/layout.ts';
import type { Person } from './people.ts';
import type { Placement } from './placement.ts';
import type { Row } from './rows.ts';
import type { ParsedAuthor, ParsedCommentary, Range } from './story.ts';

/** Reads the rows of a comment part as commentary number `part` and places every one of them; null when the part holds no text. */
export function readCommentary(
  placement: Placement,
  rows: readonly Row[],
  part: number,
  { format, layout }: { format: FormatName; layout: Layout | null },
): ParsedCommentary | null {
  const { text } = placement;
  const paragraphs = paragraphsOf(text, rows);
  if (paragraphs.length === 0) return null;
  for (const [index, { ranges }] of paragraphs.entries()) {
    for (const range of ranges) placement.claim('comment', range, { part, index });
  }
  return {
    paragraphs: paragraphs.map(({ ranges }) => paragraphText(text, ranges)),
    body: richText(text, paragraphs, format, layout),
    authors: [],
    capacity: null,
  };
}

/** Puts the names of a sign-off under the commentaries that have none yet; `part` is the index of the first of them. */
export function sign(placement: Placement, commentaries: readonly ParsedCommentary[], part: number, people: readonly Person[]): void {
  const placed = new Set<number>();
  let before: Range | null = null;
  const authors = people.map(({ name, role }, index): ParsedAuthor => {
    // "and" between two names of one line.
    if (before && !/[\r\n]/.test(placement.text.slice(before.end, name.start))) placement.claim('signOff', { start: before.end, end: name.start });
    before = role[0] && role[0].start < (people[index + 1]?.name.start ?? 0) ? role[0] : name;
    placement.claim('authorName', name, { part, index });
    for (const line of role) {
      // One role line below two names is the role of both, and stands in the text once.
      if (!placed.has(line.start)) placement.claim('authorRole', line, { part, index });
      placed.add(line.start);
    }
    const printed = role.map((line) => placement.value(line)).join(' ');
    return { name: placement.value(name).replace(/\s+/g, ' '), role: printed === '' ? null : printed };
  });
  const roles = [...new Set(authors.flatMap(({ role }) => role ?? []))];
  for (const commentary of commentaries) {
    commentary.authors = authors.map((author) => ({ ...author }));
    commentary.capacity = roles.length > 0 ? roles.join('; ') : null;
  }
}
