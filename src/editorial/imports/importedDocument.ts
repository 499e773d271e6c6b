/** A document on its way into the newsroom: what was parsed, who it is, and when it was read. */
import type { DocumentIdentity, ParsedStory } from '../../import/importer.ts';

export interface ImportedDocument {
  identity: DocumentIdentity;
  /** The extracted text that all of the story's ranges refer to. */
  text: string;
  /** Of the text (see `textDigest`). */
  digest: string;
  story: ParsedStory;
  /** The document's own date, or what `--date` gave: YYYY-MM-DD. */
  date: string | null;
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

/** The name of a document without its folders and its extension: the title of one that has none. */
export function nameOf({ path }: DocumentIdentity): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
