/** Without this file the parser would be handed bytes: a document's name and content become text, or a reason why not. */
import { extname } from 'node:path';
import { UnreadableDocument, type Extracted, type Format, type FormatName } from './formats/format.ts';
import type { ImagesBeside } from './formats/images.ts';
import { formats } from './formats/registry.ts';

/** A document as text; every range that the parser returns refers to `text`. */
export interface ReadDocument extends Extracted {
  format: FormatName;
}

export interface ReadOptions {
  /** The name of the encoding of a text or web document; null when it is to be told by its bytes. */
  encoding?: string | null;
  /** Finds images that lie beside the document; null when none may be taken along. */
  beside?: ImagesBeside | null;
}

/**
 * Reads a document by its content where that leaves no doubt, and by the extension of its name. A byte order mark is left out; line ends,
 * no-break spaces and zero-width marks stay.
 * @throws {UnreadableDocument} with reason and line when the format is unknown or the bytes are not such a document.
 */
export function readDocument(bytes: Uint8Array, filename: string, { encoding = null, beside = null }: ReadOptions = {}): ReadDocument {
  const format = formatOfContent(bytes) ?? formatOf(filename);
  if (!format) {
    throw new UnreadableDocument(`"${extname(filename) || filename}" is not a kind of document that can be imported (${extensions.join(', ')})`);
  }
  return { ...format.read(bytes, encoding, beside), format: format.name };
}

/** The extensions of every kind of document that can be imported. */
export const extensions: readonly string[] = formats.flatMap((format) => format.extensions);

/** The format that a file's name stands for, if any: how a folder is searched for documents. */
export function formatOf(filename: string): Format | undefined {
  const extension = extname(filename).toLowerCase();
  return formats.find(({ extensions }) => extensions.includes(extension));
}

/** What the first bytes say that a document is, whatever its name. */
function formatOfContent(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return formats.find(({ begins }) => begins?.(head));
}
