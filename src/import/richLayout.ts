/** Without this file a comment from a word processor would lose what its author made bold, linked and listed. */
import { firstEndingAfter, type Container, type Layout, type Run } from './formats/layout.ts';
import type { Paragraph } from './paragraphs.ts';
import { link, type RichBlock, type RichInline } from './richTree.ts';
import type { Range } from './story.ts';

interface Placed {
  containers: readonly Container[];
  block: RichBlock;
}

/** The paragraphs of a comment as the document's own layout has them. */
export function richLayout(text: string, paragraphs: readonly Paragraph[], layout: Layout): RichBlock[] {
  const placed = paragraphs.map(({ heading, ranges }): Placed => {
    const block = layout.blocks[firstEndingAfter(layout.blocks, ranges[0]?.start ?? 0)];
    const children = ranges.flatMap((range, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), ...inlinesOf(text, range, layout.runs)]);
    return {
      containers: block?.containers ?? [],
      block: heading ? { type: 'heading', level: block?.level ?? 2, children } : { type: 'paragraph', children },
    };
  });
  return nest(placed, 0);
}

function nest(placed: readonly Placed[], depth: number): RichBlock[] {
  return groups(placed, depth).flatMap((group): RichBlock[] => {
    const container = group[0]?.containers[depth];
    if (container === undefined) return group.map(({ block }) => block);
    if (container.kind === 'quote') return [{ type: 'quote', children: nest(group, depth + 1) }];
    if (container.kind === 'item') return nest(group, depth + 1);
    return [{ type: 'list', ordered: container.ordered, items: groups(group, depth + 1).map((item) => nest(item, depth + 1)) }];
  });
}

/** Neighbours that lie in the same container. */
function groups(placed: readonly Placed[], depth: number): Placed[][] {
  const found: Placed[][] = [];
  for (const one of placed) {
    const group = found.at(-1);
    if (group && group[0]?.containers[depth] === one.containers[depth]) group.push(one);
    else found.push([one]);
  }
  return found;
}

function inlinesOf(text: string, range: Range, runs: readonly Run[]): RichInline[] {
  const inlines: RichInline[] = [];
  let at = range.start;
  let url: string | null = null;
  let linked: RichInline[] = [];
  const closeLink = (): void => {
    if (url !== null) for (const one of link(url, linked)) inlines.push(one);
    url = null;
    linked = [];
  };
  for (let index = firstEndingAfter(runs, range.start); at < range.end; index += 1) {
    const run = runs[index];
    const start = Math.min(Math.max(run?.start ?? range.end, at), range.end);
    if (start > at) {
      closeLink();
      addWords(inlines, text, { start: at, end: start }, null);
    }
    if (!run || run.start >= range.end) break;
    at = Math.min(run.end, range.end);
    if (run.url !== url) closeLink();
    url = run.url;
    addWords(url === null ? inlines : linked, text, { start, end: at }, run);
  }
  closeLink();
  return inlines;
}

function addWords(to: RichInline[], text: string, { start, end }: Range, run: Run | null): void {
  const marks = { ...(run?.bold ? { bold: true as const } : {}), ...(run?.italic ? { italic: true as const } : {}) };
  for (const [index, line] of text.slice(start, end).split('\n').entries()) {
    if (index > 0) to.push({ type: 'break' });
    if (line !== '') to.push({ type: 'text', text: line.normalize('NFC'), ...marks });
  }
}
