/** Without this file nobody could say what the importer found in a document, nor which of its characters went where. */
import type { DocumentImage } from './formats/layout.ts';
import type { RichBlock } from './richTree.ts';

/** A stretch of the extracted text, in UTF-16 offsets: `start` belongs to it, `end` does not. */
export interface Range {
  start: number;
  end: number;
}

/**
 * What a stretch of the text was read as. `label` is News or Comment, `signOff` the printed words around names ("Written for the", "by"),
 * `markup` what only shapes the page (heading marks, rules, `|` between sites, addresses of links), `unplaced` what was not understood.
 */
export type Field =
  'title' | 'label' | 'leadIn' | 'quote' | 'comment' | 'signOff' | 'writtenFor' | 'authorName' | 'authorRole' | 'outlet' | 'markup' | 'unplaced';

/**
 * One stretch of the text and the one field that it went to. The pieces of a story are sorted, never overlap, and hold every character
 * of the text that is not white space (DESIGN section 4). A paragraph whose lines carry `>` marks is several pieces of the same `index`.
 */
export interface Piece extends Range {
  field: Field;
  /** Index of the excerpt (leadIn, quote) or commentary (comment, and the first one that an author signs). */
  part?: number;
  /** Index of the paragraph, author or outlet within its list. */
  index?: number;
}

/** A report that the document quotes. */
export interface ParsedExcerpt {
  /** With its colon; null when the part opens without one. */
  leadIn: string | null;
  /** The outlet's name as printed in the lead-in. */
  outlet: string | null;
  /** Where in the text that name stands, inside the lead-in. */
  outletRange: Range | null;
  /** YYYY-MM-DD. */
  publishedOn: string | null;
  /** `--MM-DD` (ISO 8601:2000) where no year is printed and none could be inferred. */
  publishedOnPartial: string | null;
  /** True when the year is not printed but comes from the document's own date. */
  publishedOnInferred: boolean;
  /** Everything after the lead-in, quotation marks included; a line break inside a paragraph is `\n`. */
  paragraphs: string[];
}

export interface ParsedAuthor {
  name: string;
  role: string | null;
}

/** An answer to the reports. */
export interface ParsedCommentary {
  /** Paragraphs as in the source, Markdown marks included. */
  paragraphs: string[];
  /** The same text with its emphasis and links, free of any editor's format. */
  body: RichBlock[];
  authors: ParsedAuthor[];
  /** The role line as printed. */
  capacity: string | null;
}

export interface ParseWarning {
  /** Counted from 1. */
  line: number;
  message: string;
}

/** An image of the document, with the line (counted from 1) on which it stood. */
export type StoryImage = DocumentImage & { line: number };

/** A document taken apart. All values are in Unicode normalisation form C; all ranges refer to the extracted text, which is not. */
export interface ParsedStory {
  title: string | null;
  /** BCP 47, as it was asked for. */
  language: string;
  excerpts: ParsedExcerpt[];
  commentaries: ParsedCommentary[];
  /** The organisation that the comment was written for, as printed. */
  writtenFor: string | null;
  /** The sites named in the footer, as printed. */
  outlets: string[];
  /** What was not understood, for the editor to see. */
  unplaced: string[];
  warnings: ParseWarning[];
  pieces: Piece[];
  /** Images that the document holds or names beside itself, and where in the text they stood. */
  images: readonly StoryImage[];
}
