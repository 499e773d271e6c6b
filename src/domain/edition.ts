/** What is published, as it is fixed at approval: every field of API section 2 but addresses of ours, times and links between stories. */

/** A name and the language it was looked up in (RFC 4647). */
export interface EditionOutlet {
  id: string;
  slug: string;
  name: string;
  language: string;
  homepage: string | null;
}

export interface EditionSite extends EditionOutlet {
  /** Template of canonical links with {language}, {slug} and {id}. */
  storyUrl: string | null;
}

export interface EditionAuthor {
  id: string;
  slug: string;
  name: string;
  role: string | null;
}

export interface EditionExcerpt {
  id: string;
  outlet: EditionOutlet;
  title: string | null;
  url: string | null;
  reporter: string | null;
  /** YYYY-MM-DD. */
  publishedOn: string | null;
  /** --MM-DD, where the year is not known. */
  publishedOnPartial: string | null;
  publishedOnInferred: boolean;
  leadIn: string | null;
  quote: string[];
  language: string;
  rights: string | null;
  syndicable: boolean;
  /** RFC 3339, UTC. */
  capturedAt: string | null;
  /** SHA-256 in hex over the paragraphs, joined by two line feeds, in UTF-8. */
  quoteSha256: string;
  snapshotSha256: string | null;
  verification: 'verified' | 'mismatch' | 'unverified';
}

export interface EditionCommentary {
  id: string;
  authors: string[];
  capacity: string | null;
  respondsTo: string[];
  language: string;
  html: string;
  text: string;
}

export interface EditionTopic {
  id: string;
  slug: string;
  name: string;
  mediaTopic: string | null;
}

export interface EditionRendition {
  name: string;
  file: string;
  width: number;
  height: number;
  type: string;
  /** Bytes. */
  size: number;
  /** `sha-256:` and hex, or null for files stored before digests were taken. */
  digest: string | null;
}

export interface EditionImage {
  id: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  licence: string | null;
  syndicable: boolean;
  focalPoint: { x: number; y: number };
  renditions: EditionRendition[];
}

export interface EditionContent {
  id: string;
  slug: string;
  language: string;
  title: string;
  summary: string | null;
  writtenFor: EditionOutlet | null;
  authors: EditionAuthor[];
  excerpts: EditionExcerpt[];
  commentaries: EditionCommentary[];
  outlets: EditionSite[];
  topics: EditionTopic[];
  image: EditionImage | null;
  /** What stories that say the same in other languages share; absent in editions approved before it was kept. */
  translationSet?: string | null;
}
