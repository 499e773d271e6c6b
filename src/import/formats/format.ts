/** Without this file a new kind of document would be an `if` in the parser: what every format must bring. */

import type { ImagesBeside } from './images.ts';
import type { Layout } from './layout.ts';

export type FormatName = 'markdown' | 'plainText' | 'html' | 'docx';

/** What a format makes of the bytes of a document. */
export interface Extracted {
  text: string;
  /** The document's own date (YYYY-MM-DD) where the format records one. */
  date: string | null;
  /** Null where the text itself shows its form. */
  layout: Layout | null;
}

/** How one kind of document becomes text. */
export interface Format {
  name: FormatName;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /** Whether the first bytes, read as Latin-1, can only be those of such a document. */
  begins?: (head: string) => boolean;
  /**
   * The text of the document; `encoding` is the name of the one it is in, where somebody said so; `beside` finds images by relative addresses.
   * @throws {UnreadableDocument} when the bytes are not such a document.
   */
  read(bytes: Uint8Array, encoding: string | null, beside: ImagesBeside | null): Extracted;
}

/** A document that cannot be read: reported with its line, while the rest of the batch goes on. */
export class UnreadableDocument extends Error {
  constructor(
    readonly reason: string,
    /** Counted from 1; null when the whole file is meant. */
    readonly line: number | null = null,
  ) {
    super(line === null ? reason : `line ${line}: ${reason}`);
    this.name = 'UnreadableDocument';
  }
}
