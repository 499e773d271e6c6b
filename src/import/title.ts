/** Without this file a story would have no headline: which of the lines before the first label is the title. */
import { nameRange } from './names.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Row } from './rows.ts';
import type { Range } from './story.ts';

/** A longer first paragraph is text, not a title. */
const longest = 300;

/** The title's range: the first paragraph before the labels; without any label only a heading, or a short line with no full stop. */
export function findTitle(text: string, preamble: readonly Row[], labelled: boolean): Range | null {
  const rows = withoutFrontMatter(text, preamble);
  const [first, second] = paragraphsOf(text, rows);
  const [start] = first?.ranges ?? [];
  const last = first?.ranges.at(-1);
  if (!first || !start || !last) return null;
  const whole = { start: start.start, end: last.end };
  const words = text.slice(whole.start, whole.end);
  if (first.heading || (labelled && words.length <= longest)) return titleRange(text, whole);
  if (!labelled) return second && !/[\r\n]|[.:;,]$/.test(words) && words.length <= 200 ? titleRange(text, whole) : null;
  const line = rows.find(({ kind }) => kind === 'text');
  return line && line.to - line.from <= longest ? titleRange(text, { start: line.from, end: line.to }) : null;
}

function titleRange(text: string, range: Range): Range {
  // In plain text the marks of a heading are still on the line.
  const marks = /^#{1,6}\s+/.exec(text.slice(range.start, range.start + 16))?.[0].length ?? 0;
  return nameRange(text, { start: range.start + marks, end: range.end });
}

/** YAML between two rules at the very top is no title; it stays unplaced. */
function withoutFrontMatter(text: string, rows: readonly Row[]): readonly Row[] {
  const isFence = (row: Row | undefined): boolean => row?.kind === 'rule' && text.slice(row.from, row.to) === '---';
  if (!isFence(rows[0])) return rows;
  const close = rows.findIndex((row, index) => index > 0 && isFence(row));
  const fields = rows.slice(1, Math.max(close, 1));
  const yaml = fields.length > 0 && fields.every((row) => row.kind !== 'text' || /^(?:[\w-]+\s*:|-\s)/.test(text.slice(row.from, row.from + 60)));
  return yaml ? rows.slice(close + 1) : rows;
}
