/** The outlets and authors that a document names, found or made: without them a story would be about nobody, by nobody. */
import type { ImportedDocument } from './importedDocument.ts';
import type { NameDirectory } from './nameDirectory.ts';
import { lineAt, lineOf } from './printedNames.ts';

/** Ids, in the order of the document; null where an editor has to choose or nothing is printed. */
export interface StoryNames {
  /** The outlet of each excerpt. */
  sources: (string | null)[];
  /** The authors of each commentary. */
  authors: string[][];
  writtenFor: string | null;
  sites: string[];
}

/** Looks up every name in `document`, one after another, so that a name that comes twice is made once. */
export async function findNames(directory: NameDirectory, { text, story }: ImportedDocument): Promise<StoryNames> {
  const sources: (string | null)[] = [];
  for (const { outlet, outletRange } of story.excerpts) {
    sources.push(outlet === null ? null : await directory.outlet({ words: outlet, line: lineAt(text, outletRange?.start ?? 0) }, 'source'));
  }
  const authors: string[][] = [];
  for (const [part, commentary] of story.commentaries.entries()) {
    const ids: string[] = [];
    for (const [index, { name, role }] of commentary.authors.entries()) {
      const id = await directory.author({ words: name, line: lineOf(text, story, 'authorName', { part, index }) }, role);
      if (id !== null && !ids.includes(id)) ids.push(id);
    }
    authors.push(ids);
  }
  const writtenFor =
    story.writtenFor === null ? null : await directory.outlet({ words: story.writtenFor, line: lineOf(text, story, 'writtenFor') }, 'organisation');
  const sites: string[] = [];
  for (const [index, words] of story.outlets.entries()) {
    const id = await directory.outlet({ words, line: lineOf(text, story, 'outlet', { index }) }, 'website');
    if (id !== null && !sites.includes(id)) sites.push(id);
  }
  return { sources, authors, writtenFor, sites };
}
