/** Without this file a blank line would mean nothing: rows become the paragraphs that a reader sees. */
import type { Row } from './rows.ts';
import type { Range } from './story.ts';

/** A paragraph of a part; more than one range where quote marks stand between its lines. */
export interface Paragraph {
  line: number;
  heading: boolean;
  ranges: Range[];
}

/** Groups rows at blank lines, rules and headings. Nothing else parts a paragraph: not its quotation marks, not its line breaks. */
export function paragraphsOf(text: string, rows: readonly Row[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Row[] = [];
  const close = (): void => {
    const [first] = open;
    if (first) paragraphs.push({ line: first.number, heading: first.kind === 'heading', ranges: rangesOf(text, open) });
    open = [];
  };
  for (const row of rows) {
    if (row.kind === 'text' && open.at(-1)?.kind === 'heading') close();
    if (row.kind === 'text' || (row.kind === 'heading' && isSameHeading(open.at(-1), row))) {
      open.push(row);
      continue;
    }
    close();
    if (row.kind === 'heading') {
      open = [row];
      if (!row.block) close();
    }
  }
  close();
  return paragraphs;
}

/** The value of a paragraph: its ranges line under line, in Unicode normalisation form C. */
export function paragraphText(text: string, ranges: readonly Range[]): string {
  return ranges
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** A heading of several lines is one where the document itself says so. */
function isSameHeading(before: Row | undefined, row: Row): boolean {
  return before?.kind === 'heading' && row.block !== null && before.block === row.block;
}

function rangesOf(text: string, rows: readonly Row[]): Range[] {
  const ranges: Range[] = [];
  for (const row of rows) {
    const before = ranges.at(-1);
    const marked = text.slice(row.start, row.from).trim() !== '';
    if (before && !marked) before.end = row.to;
    else ranges.push({ start: row.from, end: row.to });
  }
  return ranges;
}
