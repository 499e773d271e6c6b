/** Without this file the parser would be handed bytes: a document's name and content become text, or a reason why not. */
import { extname } from 'node:path';
import { UnreadableDocument, type Format, type FormatName } from './formats/format.ts';
import { formats } from './formats/registry.ts';

/** A document as text; every range that the parser returns refers to `text`. */
export interface ReadDocument {
  text: string;
  format: FormatName;
  /** The document's own date (YYYY-MM-DD) where its format records one. */
  date: string | null;
}

/**
 * Reads a document by the extension of its name. A byte order mark is left out; line ends, no-break spaces and zero-width marks stay.
 * @throws {UnreadableDocument} with reason and line when the format is unknown or the bytes are not such a document.
 */
export function readDocument(bytes: Uint8Array, filename: string): ReadDocument {
  const format = formatOf(filename);
  if (!format) {
    const known = formats.flatMap(({ extensions }) => extensions).join(', ');
    throw new UnreadableDocument(`"${extname(filename) || filename}" is not a kind of document that can be imported (${known})`);
  }
  return { ...format.read(bytes), format: format.name };
}

/** The format that a file's name stands for, if any: how a folder is searched for documents. */
export function formatOf(filename: string): Format | undefined {
  const extension = extname(filename).toLowerCase();
  return formats.find(({ extensions }) => extensions.includes(extension));
}
