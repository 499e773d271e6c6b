/** Without this file a dry run could not say which outlets and authors an import would make, and whom it would take them for. */
import type { ImportedDocument } from './importedDocument.ts';
import type { Listed, Shelf } from './knownNames.ts';
import { ambiguousName, type AmbiguousName, type NameDirectory, type PrintedName } from './nameDirectory.ts';
import { findNames } from './storyNames.ts';

/** What an import would make of a printed name. */
export type NameFinding = { line: number; in: Listed; words: string } & (
  | { result: 'new' }
  | { result: 'matched'; by: 'name' | 'alias' | 'comparison'; id: string; name: string }
  | { result: 'ambiguous'; candidates: AmbiguousName['candidates'] }
);

/** Everything that `document` names, in its order, against the names on the shelves. Changes nothing. */
export async function lookUpNames(shelves: Record<Listed, Shelf>, document: ImportedDocument): Promise<NameFinding[]> {
  const found: NameFinding[] = [];
  const look = (shelf: Shelf, { words, line }: PrintedName): Promise<null> => {
    const match = shelf.match(words);
    const printed = { line, in: shelf.collection, words };
    if (match.result === 'matched') found.push({ ...printed, ...match, name: shelf.nameOf(match.id) });
    else if (match.result === 'new') found.push({ ...printed, result: 'new' });
    else found.push({ ...printed, result: 'ambiguous', candidates: ambiguousName(shelf, words, match.ids).candidates });
    return Promise.resolve(null);
  };
  const directory: NameDirectory = {
    outlet: (printed) => look(shelves.outlets, printed),
    author: (printed) => look(shelves.authors, printed),
  };
  await findNames(directory, document);
  return found;
}
