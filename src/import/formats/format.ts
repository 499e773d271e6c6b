/** Without this file a new kind of document would be an `if` in the parser: what every format must bring. */

export type FormatName = 'markdown' | 'plainText';

/** How one kind of document becomes text. */
export interface Format {
  name: FormatName;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /**
   * The text of the document, and the document's own date (YYYY-MM-DD) where the format records one.
   * @throws {UnreadableDocument} when the bytes are not such a document.
   */
  read(bytes: Uint8Array): { text: string; date: string | null };
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
