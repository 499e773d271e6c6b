/** From bytes to a document ready to be saved: the one path that every importer takes, whether it then saves or only shows. */
import {
  parseStory,
  readDocument,
  readWordPressPost,
  textDigest,
  type DocumentIdentity,
  type ImagesBeside,
  type ParsedStory,
  type WordPressPost,
} from '../../import/importer.ts';
import { digestOf } from '../pictures/digest.ts';
import type { ImportedDocument } from './importedDocument.ts';

export interface Reading {
  /** BCP 47; null when the document's labels are to tell. */
  language: string | null;
  /** YYYY-MM-DD; goes before the date that the document itself records. */
  date: string | null;
  /** Of a text or web document; null when its bytes are to tell. */
  encoding?: string | null;
}

/** A document's reading, and where images beside it are found; null when none may be taken along. */
export type FileReading = Reading & { beside?: ImagesBeside | null };

/**
 * Reads and parses a document. Pure.
 * @throws {UnreadableDocument} with reason and line when the bytes are not a document of the kind that `filename` says.
 */
export function readForImport(bytes: Uint8Array, filename: string, identity: DocumentIdentity, reading: FileReading): ImportedDocument {
  const { encoding = null, beside = null } = reading;
  const { text, format, layout, date: own } = readDocument(bytes, filename, { encoding, beside });
  const date = reading.date ?? own;
  return known({ identity, text, story: parseStory(text, { language: reading.language, format, date, layout }), date });
}

/** Reads and parses a post of a site's export. Pure. Whom the site names as its author signs every comment that nobody signs. */
export function readPostForImport(post: WordPressPost, identity: DocumentIdentity, reading: Reading): ImportedDocument {
  const { text, layout, date: own } = readWordPressPost(post);
  const date = reading.date ?? own;
  const story = signedBy(post.author, parseStory(text, { language: reading.language, format: 'html', date, layout }));
  const { kind, status, slug, url, publishedAt } = post;
  const at = publishedAt === null ? null : new Date(publishedAt);
  return known({ identity, text, story, date, posted: { kind, status, slug, url, at } });
}

/** With the digests by which its text and its images are known again. */
function known(document: Omit<ImportedDocument, 'digest' | 'images'>): ImportedDocument {
  const images = document.story.images.map((image) => ({ ...image, digest: digestOf(image.bytes) }));
  return { ...document, digest: textDigest(document.text), images };
}

function signedBy(author: string | null, story: ParsedStory): ParsedStory {
  if (author === null) return story;
  const commentaries = story.commentaries.map((one) => (one.authors.length > 0 ? one : { ...one, authors: [{ name: author, role: null }] }));
  return { ...story, commentaries, warnings: story.warnings.filter(({ message }) => message !== 'a comment has no author') };
}
