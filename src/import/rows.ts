/** Without this file every step would cut lines for itself, and no two would agree where a line's own words begin. */
import type { FormatName } from './formats/format.ts';
import { firstEndingAfter, type Block, type Layout } from './formats/layout.ts';
import type { Range } from './story.ts';

/** A line of the text; `from`..`to` are its words without indentation and, in Markdown, without quote and heading marks. */
export interface Row extends Range {
  /** Counted from 1. */
  number: number;
  from: number;
  to: number;
  kind: 'blank' | 'rule' | 'heading' | 'text';
  /** Where the document has a layout: the block that the line belongs to. */
  block: Block | null;
  /** Where the document has a layout: whether all of the line is bold. */
  bold: boolean;
}

/** Characters that print nothing: zero-width spaces and joiners, direction marks, the soft hyphen. White space is not among them. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g;

/** `text` without characters that print nothing, for recognising words; never for keeping them. */
export function seen(text: string): string {
  return text.replace(unseen, '');
}

/** The rows of `text`; LF, CRLF and CR all end a line. */
export function readRows(text: string, format: FormatName, layout: Layout | null = null): Row[] {
  const rows: Row[] = [];
  const lineEnd = /\r\n|\r|\n/g;
  let start = 0;
  let block = 0;
  const read = (end: number): void => {
    const row = readRow(text, start, end, rows.length + 1, format);
    if (layout) {
      while ((layout.blocks[block]?.end ?? Infinity) < row.from) block += 1;
      setInto(row, layout.blocks[block], layout, text);
    }
    rows.push(row);
  };
  for (let found = lineEnd.exec(text); found; found = lineEnd.exec(text)) {
    read(found.index);
    start = lineEnd.lastIndex;
  }
  read(text.length);
  return rows;
}

/** A line of a document with a layout is what its block is, not what its characters look like. */
function setInto(row: Row, block: Block | undefined, { runs }: Layout, text: string): void {
  if (row.kind === 'blank' || !block || block.start > row.from) return;
  row.block = block;
  if (block.kind === 'heading' && row.kind === 'text') row.kind = 'heading';
  if (row.to - row.from > 80) return;
  let covered = row.from;
  for (let index = firstEndingAfter(runs, row.from); ; index += 1) {
    const run = runs[index];
    if (!run || run.start >= row.to) break;
    if (!run.bold || text.slice(covered, Math.max(covered, run.start)).trim() !== '') return;
    covered = Math.min(run.end, row.to);
  }
  row.bold = covered > row.from && /^[\s:：]*$/.test(text.slice(covered, row.to));
}

/** `range` without white space at its ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return { start: from, end: to };
}

/** The words of a row as they stand in the text. */
export function wordsOf(text: string, row: Row): string {
  return text.slice(row.from, row.to);
}

function readRow(text: string, start: number, end: number, number: number, format: FormatName): Row {
  const { start: first, end: to } = trimmed(text, { start, end });
  let from = first;
  if (format === 'markdown') {
    while (from < to && text[from] === '>') from = trimmed(text, { start: from + 1, end: to }).start;
  }
  const row: Row = { number, start, end, from, to, kind: 'text', block: null, bold: false };
  if (from === to) row.kind = 'blank';
  // Past this length a line is neither blank nor a rule nor a heading, and need not be looked through.
  if (from === to || to - from > 400) return row;
  const words = seen(text.slice(from, to));
  if (words.trim() === '') row.kind = 'blank';
  else if (/^([-*_=~])(?:[ \t]*\1){2,}$/.test(words)) row.kind = 'rule';
  else if (format === 'markdown' && text[from] === '#') readHeading(text, row);
  return row;
}

function readHeading(text: string, row: Row): void {
  const marks = /^#{1,6}(?=\s)/.exec(text.slice(row.from, row.to));
  if (!marks) return;
  const { start: from, end: to } = trimmed(text, { start: row.from + marks[0].length, end: row.to });
  let closing = to;
  while (closing > from && text[closing - 1] === '#') closing -= 1;
  row.kind = 'heading';
  row.from = from;
  row.to = closing < to && isSpace(text, closing - 1) ? trimmed(text, { start: from, end: closing }).end : to;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most of what a newsroom writes; the pattern knows the rest.
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(text.charAt(at));
}
