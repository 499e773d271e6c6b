/** Without this file nobody could say what came of looking for a quote in its source: the answer that is kept with the excerpt. */

/** What readers are told: every paragraph was found, one was not, or nobody has looked. */
export type Verification = 'verified' | 'mismatch' | 'unverified';

/** A part of the snapshot as it is stored, in UTF-16 code units: `text.slice(start, end)`. */
export interface Place {
  start: number;
  end: number;
}

/** Words that quote and snapshot share, or that only one of them has. */
export interface Run {
  in: 'both' | 'quote' | 'snapshot';
  text: string;
}

/**
 * What is wrong with a paragraph: it has other words than the snapshot (`words`), its pieces come in another order (`order`),
 * or it begins or ends within a word of the snapshot (`part`).
 */
export type Fault = 'words' | 'order' | 'part';

/** One paragraph of the quote. `places` has one for each piece between bracketed ellipses, as far as they were found. */
export type ParagraphCheck =
  | { found: true; places: Place[] }
  | {
      found: false;
      places: Place[];
      fault: Fault;
      /** The passage that is most like the piece that was not found; null when nothing is. */
      nearest: Place | null;
      /** From the quote to that passage, word by word. The runs of `both` and `quote`, joined, are the piece. */
      difference: Run[];
    };

/** What came of comparing a quote with a snapshot. */
export interface Comparison {
  verification: Verification;
  paragraphs: ParagraphCheck[];
}

/** What is kept with the excerpt. */
export interface QuoteCheck {
  /** By which rule; a later one may find differently. */
  rule: number;
  /** SHA-256 in hex of the snapshot's text, in UTF-8. */
  snapshotSha256: string;
  /** RFC 3339, UTC. */
  at: string;
  paragraphs: ParagraphCheck[];
}
