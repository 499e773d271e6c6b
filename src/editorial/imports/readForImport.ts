/** From bytes to a document ready to be saved: the one path that every importer takes, whether it then saves or only shows. */
import { parseStory, readDocument, textDigest, type DocumentIdentity } from '../../import/importer.ts';
import type { ImportedDocument } from './importedDocument.ts';

export interface Reading {
  /** BCP 47. */
  language: string;
  /** YYYY-MM-DD; goes before the date that the document itself records. */
  date: string | null;
}

/**
 * Reads and parses a document. Pure.
 * @throws {UnreadableDocument} with reason and line when the bytes are not a document of the kind that `filename` says.
 */
export function readForImport(bytes: Uint8Array, filename: string, identity: DocumentIdentity, reading: Reading): ImportedDocument {
  const { text, format, date: own } = readDocument(bytes, filename);
  const date = reading.date ?? own;
  return { identity, text, digest: textDigest(text), story: parseStory(text, { language: reading.language, format, date }), date };
}
