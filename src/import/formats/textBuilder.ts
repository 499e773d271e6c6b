/** Without this file every format with a layout would put its text together in its own way: blocks in, one text and its layout out. */
import { joinTable, type Draft } from './draftTable.ts';
import type { Aside, Block, Container, DocumentImage, Layout, Run } from './layout.ts';

export interface Marks {
  bold: boolean;
  italic: boolean;
  url: string | null;
}

/** Collects a document block by block. Blank lines part blocks in the text; a break inside one is a line end. */
export class TextBuilder {
  readonly #drafts: Draft[] = [];
  readonly #containers: Container[] = [];
  readonly #tables: { first: number; cells: number[]; rows: number[] }[] = [];
  readonly #boxes: { open: Draft | null; kind: Draft['kind']; level: number }[] = [];
  /** Text boxes that stand inside the block that is open; they come after it. */
  #boxed: Draft[] = [];
  #open: Draft | null = null;
  #kind: Draft['kind'] = 'paragraph';
  #level = 1;
  /** For everything that is added from now on. */
  aside: Aside | null = null;
  refersTo: { draft: Draft; offset: number } | null = null;

  /** Ends the open block; what comes next is a block of this kind. */
  startBlock(kind: 'paragraph' | 'heading' = 'paragraph', level = 1): void {
    this.#close();
    this.#kind = kind;
    this.#level = level;
  }

  enter(container: Container): void {
    this.startBlock();
    this.#containers.push(container);
  }

  leave(): void {
    this.startBlock();
    this.#containers.pop();
  }

  /** Adds text as it stands. */
  add(text: string, { bold, italic, url }: Marks): void {
    if (text === '') return;
    const draft = this.#draft();
    const start = draft.length;
    draft.texts.push(text);
    draft.length += text.length;
    draft.endsInSpace = text.endsWith(' ') || text.endsWith('\n');
    if (!bold && !italic && url === null) return;
    const before = draft.runs.at(-1);
    if (before?.end === start && before.bold === bold && before.italic === italic && before.url === url) before.end = draft.length;
    else draft.runs.push({ start, end: draft.length, bold, italic, url });
  }

  /** Adds text whose white space means no more than a word's end, as in HTML; a no-break space stays. */
  addCollapsed(text: string, marks: Marks): void {
    const even = text.replace(/[ \t\n\r\f]+/g, ' ');
    const atEdge = this.#open === null || this.#open.endsInSpace || this.#open.length === 0;
    this.add(atEdge && even.startsWith(' ') ? even.slice(1) : even, marks);
  }

  lineBreak(): void {
    if (this.#open) this.add('\n', { bold: false, italic: false, url: null });
  }

  image(image: Omit<DocumentImage, 'start' | 'end' | 'aside'>): void {
    const draft = this.#draft();
    draft.images.push({ ...image, aside: draft.aside, start: draft.length, end: draft.length });
  }

  remark(message: string): void {
    const draft = this.#draft();
    draft.remarks.push({ at: draft.length, message });
  }

  /** Where the next character will stand, for a note that is added later. */
  here(): { draft: Draft; offset: number } {
    const draft = this.#draft();
    return { draft, offset: draft.length };
  }

  openTable(): void {
    this.startBlock();
    this.#tables.push({ first: this.#drafts.length, cells: [], rows: [] });
  }

  openRow(): void {
    this.startBlock();
    this.#tables.at(-1)?.rows.push(this.#tables.at(-1)?.cells.length ?? 0);
  }

  openCell(): void {
    this.startBlock();
    this.#tables.at(-1)?.cells.push(this.#drafts.length);
  }

  /** A table of short cells becomes one block, a row a line, with tabs between its cells; any other is the blocks that it holds. */
  closeTable(): void {
    this.startBlock();
    const table = this.#tables.pop();
    if (table) joinTable(this.#drafts, table);
  }

  /** What follows stands in a box of its own inside the open block. */
  openBox(): void {
    this.#boxes.push({ open: this.#open, kind: this.#kind, level: this.#level });
    this.#open = null;
    this.startBlock();
  }

  closeBox(): void {
    this.#close();
    const box = this.#boxes.pop();
    if (!box) return;
    ({ open: this.#open, kind: this.#kind, level: this.#level } = box);
  }

  finish(): { text: string; layout: Layout } {
    while (this.#boxes.length > 0) this.closeBox();
    this.#close();
    return assemble(this.#drafts);
  }

  #draft(): Draft {
    this.#open ??= {
      kind: this.#kind,
      level: this.#level,
      containers: [...this.#containers],
      aside: this.aside,
      refersTo: this.refersTo,
      texts: [],
      length: 0,
      endsInSpace: false,
      runs: [],
      images: [],
      remarks: [],
      joined: null,
    };
    return this.#open;
  }

  #close(): void {
    const draft = this.#open;
    this.#open = null;
    this.#kind = 'paragraph';
    if (this.#boxes.length > 0) {
      if (draft) this.#boxed.push(draft);
      return;
    }
    if (draft) this.#drafts.push(draft);
    if (draft ?? this.#boxed.length > 0) {
      for (const boxed of this.#boxed) this.#drafts.push(boxed);
      this.#boxed = [];
    }
  }
}

function offsetOf({ draft, offset }: { draft: Draft; offset: number }, starts: ReadonlyMap<Draft, number>): number {
  const { joined } = draft;
  return (starts.get(joined?.draft ?? draft) ?? 0) + offset + (joined?.offset ?? 0);
}

/** One text of all drafts that hold anything, with every offset moved to where its block came to stand. */
function assemble(drafts: readonly Draft[]): { text: string; layout: Layout } {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const runs: Run[] = [];
  const images: DocumentImage[] = [];
  const remarks: { at: number; message: string }[] = [];
  const starts = new Map<Draft, number>();
  let at = 0;
  for (const draft of drafts) {
    const words = draft.texts.join('').replace(/[ \t\n\f\r]+$/, '');
    const empty = words.trim() === '';
    const start = empty || at === 0 ? at : at + 2;
    starts.set(draft, start);
    const inside = (offset: number): number => start + Math.min(offset, words.length);
    for (const image of draft.images) images.push({ ...image, start: inside(image.start), end: inside(image.end) });
    for (const remark of draft.remarks) remarks.push({ ...remark, at: inside(remark.at) });
    if (empty) continue;
    if (at > 0) texts.push('\n\n');
    texts.push(words);
    at = start + words.length;
    for (const run of draft.runs) {
      const end = Math.min(run.end, words.length);
      if (run.start < end) runs.push({ ...run, start: start + run.start, end: start + end });
    }
    const { kind, level, containers, aside, refersTo } = draft;
    blocks.push({ start, end: at, kind, level, containers, aside, refersTo: refersTo && offsetOf(refersTo, starts) });
  }
  return { text: texts.join(''), layout: { blocks, runs, images, remarks } };
}
