/** Without this file every step would cut lines for itself, and no two would agree where a line's own words begin. */
import type { FormatName } from './formats/format.ts';
import type { Range } from './story.ts';

/** A line of the text; `from`..`to` are its words without indentation and, in Markdown, without quote and heading marks. */
export interface Row extends Range {
  /** Counted from 1. */
  number: number;
  from: number;
  to: number;
  kind: 'blank' | 'rule' | 'heading' | 'text';
}

/** Characters that print nothing: zero-width spaces and joiners, direction marks, the soft hyphen. White space is not among them. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g;

/** `text` without characters that print nothing, for recognising words; never for keeping them. */
export function seen(text: string): string {
  return text.replace(unseen, '');
}

/** The rows of `text`; LF, CRLF and CR all end a line. */
export function readRows(text: string, format: FormatName): Row[] {
  const rows: Row[] = [];
  const lineEnd = /\r\n|\r|\n/g;
  let start = 0;
  for (let found = lineEnd.exec(text); found; found = lineEnd.exec(text)) {
    rows.push(readRow(text, start, found.index, rows.length + 1, format));
    start = lineEnd.lastIndex;
  }
  rows.push(readRow(text, start, text.length, rows.length + 1, format));
  return rows;
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
  let { start: from, end: to } = trimmed(text, { start, end });
  if (format === 'markdown') {
    while (from < to && text[from] === '>') from = trimmed(text, { start: from + 1, end: to }).start;
  }
  const row = { number, start, end, from, to };
  if (from === to) return { ...row, kind: 'blank' };
  // Past this length a line is neither blank nor a rule nor a heading, and need not be looked through.
  if (to - from > 400) return { ...row, kind: 'text' };
  const words = seen(text.slice(from, to));
  if (words.trim() === '') return { ...row, kind: 'blank' };
  if (/^([-*_=~])(?:[ \t]*\1){2,}$/.test(words)) return { ...row, kind: 'rule' };
  if (format !== 'markdown') return { ...row, kind: 'text' };
  const marks = /^#{1,6}(?=\s)/.exec(text.slice(from, to));
  if (!marks) return { ...row, kind: 'text' };
  from += marks[0].length;
  ({ start: from, end: to } = trimmed(text, { start: from, end: to }));
  let closing = to;
  while (closing > from && text[closing - 1] === '#') closing -= 1;
  if (closing < to && isSpace(text, closing - 1)) to = trimmed(text, { start: from, end: closing }).end;
  return { ...row, from, to, kind: 'heading' };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most of what a newsroom writes; the pattern knows the rest.
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(text.charAt(at));
}
