/** Without this file the figures of a table would come in one under the other, and nobody could tell the rows. */
import type { Aside, Container, DocumentImage, Run } from './layout.ts';

/** A block before its place in the text is known; all offsets are its own. */
export interface Draft {
  kind: 'paragraph' | 'heading' | 'table';
  level: number;
  containers: readonly Container[];
  aside: Aside | null;
  refersTo: { draft: Draft; offset: number } | null;
  texts: string[];
  length: number;
  endsInSpace: boolean;
  runs: Run[];
  images: DocumentImage[];
  remarks: { at: number; message: string }[];
  /** The table that it became a cell of, and where in it. */
  joined: { draft: Draft; offset: number } | null;
}

/** A cell with more than this is text that was only laid out as a table. */
const longestCell = 120;

/** Joins the drafts of a table that shows data; leaves those of a layout table (long cells, labels, headings, one row or column) alone. */
export function joinTable(drafts: Draft[], { first, cells, rows }: { first: number; cells: readonly number[]; rows: readonly number[] }): void {
  const grid = gridOf(drafts, cells, rows);
  if (first >= drafts.length || !grid || !grid.every((row) => row.every(isData))) return;
  const joined: Draft = { ...(drafts[first] as Draft), kind: 'table', texts: [], length: 0, runs: [], images: [], remarks: [] };
  for (const [line, row] of grid.entries()) {
    if (line > 0) append(joined, '\n');
    for (const [column, cell] of row.entries()) {
      if (column > 0) append(joined, '\t');
      if (cell) take(joined, cell);
    }
  }
  drafts.splice(first, drafts.length - first, joined);
}

/** The one draft of every cell, null where it is empty; undefined when a cell holds several, or there are no two rows and columns. */
function gridOf(drafts: readonly Draft[], cells: readonly number[], rows: readonly number[]): (Draft | null)[][] | undefined {
  const held = cells.map((start, index) => drafts.slice(start, cells[index + 1] ?? drafts.length));
  if (rows.length < 2 || held.some((blocks) => blocks.length > 1)) return undefined;
  const grid = rows.map((start, index) => held.slice(start, rows[index + 1]).map(([draft]) => draft ?? null));
  const width = grid[0]?.length ?? 0;
  return width >= 2 && grid.every((row) => row.length === width) ? grid : undefined;
}

function isData(cell: Draft | null): boolean {
  return cell === null || (cell.kind === 'paragraph' && cell.length <= longestCell && !/[\n:：]\s*$|\n/.test(cell.texts.join('')));
}

function append(joined: Draft, text: string): void {
  joined.texts.push(text);
  joined.length += text.length;
}

function take(joined: Draft, cell: Draft): void {
  const by = joined.length;
  cell.joined = { draft: joined, offset: by };
  for (const run of cell.runs) joined.runs.push({ ...run, start: run.start + by, end: run.end + by });
  for (const image of cell.images) joined.images.push({ ...image, start: image.start + by, end: image.end + by });
  for (const { at, message } of cell.remarks) joined.remarks.push({ at: at + by, message });
  append(joined, cell.texts.join('').trimEnd());
}
