/** Without this file a word-processor or web document would be bare text: what its stretches are, beside the text itself. */
import type { Range } from '../story.ts';

/** What a block lies in, outermost first; two blocks lie in the same list when they hold the same object. */
export type Container = { kind: 'list'; ordered: boolean } | { kind: 'item' } | { kind: 'quote' };

/**
 * Text that stands beside the body, at the end of the extracted text: a foot- or endnote (`refersTo` is where in the body its sign stands),
 * what is printed on top and at the foot of every page, a remark in the margin, text that is not shown.
 */
export type Aside = 'note' | 'pageHeader' | 'pageFooter' | 'margin' | 'hidden';

/** A paragraph, heading, list item or table. Blocks are sorted, and blank lines part them. */
export interface Block extends Range {
  kind: 'paragraph' | 'heading' | 'table';
  /** Of a heading, from 1. */
  level: number;
  containers: readonly Container[];
  aside: Aside | null;
  refersTo: number | null;
}

/** Emphasis of a stretch, sorted and without overlap; `url` as it stands in the document. */
export interface Run extends Range {
  bold: boolean;
  italic: boolean;
  url: string | null;
}

/** An image that the document holds, or that lies beside it; its range is empty and says where it stood. */
export interface DocumentImage extends Range {
  /** As the document names it, or by its first bytes: `image/png`. */
  type: string;
  bytes: Uint8Array;
  alt: string | null;
  /** Null in the body of the document. */
  aside: Aside | null;
}

export interface Layout {
  blocks: readonly Block[];
  runs: readonly Run[];
  images: readonly DocumentImage[];
  /** What was found in the document and could not be taken over, and where. */
  remarks: readonly { at: number; message: string }[];
}

/** The first of `sorted` that ends after `offset`; by halving, as a long document has many. */
export function firstEndingAfter(sorted: readonly Range[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
