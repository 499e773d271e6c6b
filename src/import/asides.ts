/** Without this file a footnote would end up under the author's name: what stands beside the body, and the part that each note belongs to. */
import { partsSites } from './sites.ts';
import type { Part } from './parts.ts';
import type { Row } from './rows.ts';

/** The rows of the body, and those beside it. */
export function withoutAsides(rows: readonly Row[]): { body: Row[]; asides: Row[] } {
  const first = rows.findIndex(({ block }) => block !== null && block.aside !== null);
  return first < 0 ? { body: [...rows], asides: [] } : { body: rows.slice(0, first), asides: rows.slice(first) };
}

/** The rows of the notes whose signs stand in `part`. A comment takes them; a quotation takes none, as they were not in the report. */
export function notesOf(asides: readonly Row[], part: Part): Row[] {
  const [first] = part.rows;
  const last = part.rows.at(-1);
  if (!first || !last) return [];
  const belongs = (row: Row): boolean => row.block?.aside === 'note' && (row.block.refersTo ?? -1) >= first.start && (row.block.refersTo ?? -1) <= last.end;
  const notes = asides.filter(belongs);
  // A blank line parts each note from what stands before it.
  return notes.flatMap((row, index): Row[] => (notes[index - 1]?.block === row.block ? [row] : [{ ...row, kind: 'blank' }, row]));
}

/** The rows of page footers that name sites. */
export function footersOf(text: string, asides: readonly Row[]): Row[] {
  return asides.filter((row) => row.block?.aside === 'pageFooter' && partsSites(text, row));
}
