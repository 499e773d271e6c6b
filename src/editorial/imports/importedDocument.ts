/** A document on its way into the newsroom: what was parsed, who it is, and when it was read. */
import type { DocumentIdentity, ParsedStory, StoryImage } from '../../import/importer.ts';

export interface ImportedDocument {
  identity: DocumentIdentity;
  /** The extracted text that all of the story's ranges refer to. */
  text: string;
  /** Of the text (see `textDigest`). */
  digest: string;
  story: ParsedStory;
  /** Those of the story, each with the digest by which it is known again. */
  images: readonly ImportedImage[];
  /** The document's own date, or what `--date` gave: YYYY-MM-DD. */
  date: string | null;
  /** How it stood on the site that it comes from. */
  posted?: Posted;
}

export interface ImportedImage extends StoryImage {
  digest: string;
}

/** What a site's export says about a post. */
export interface Posted {
  kind: 'post' | 'page';
  status: 'published' | 'draft';
  slug: string | null;
  url: string | null;
  /** When it was first out, if the export tells. */
  at: Date | null;
}

/** What editors are told about where a document came from; never published. */
export interface Origin {
  source: string | null;
  path: string;
  digest: string;
  importedAt: string;
  /** The revision that the import left. */
  rev: number;
  /** The story beside which this newer text was kept. */
  besides?: string;
}

/** What became of a document. */
export type ImportAction = 'created' | 'updated' | 'unchanged' | 'duplicate' | 'conflict';

/** What became of an image: `refused` ones stay out, with a warning; `parsed` in a dry run. */
export type ImageAction = 'created' | 'known' | 'refused' | 'unchanged' | 'parsed';

/** The name of a document without its folders and its extension: the title of one that has none. */
export function nameOf({ path }: DocumentIdentity): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
