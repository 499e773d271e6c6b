/** The entries that missing publications make, in the order in which the ledger has to get them. Pure. */
import type { EditionContent } from '../../domain/edition.ts';
import type { NewEntry } from '../../ledger/ledger.ts';
import { withCurrentNames, type CurrentNames } from '../assemble/currentNames.ts';
import type { PublicationRow } from '../records.ts';
import { checkOf, editionOf, releaseOf, renamedEdition, type NewEdition, type Newest } from './entries.ts';

export interface Missing {
  /** Publications that the ledger does not name yet. */
  publications: readonly PublicationRow[];
  /** Of each of their stories, the newest publication, missing or not. */
  newestPublications: ReadonlyMap<string, string>;
  /** Of each of their stories that has one, the newest edition in the ledger. */
  newestEditions: ReadonlyMap<string, Newest>;
  /** By the approval's id. */
  approved: ReadonlyMap<string, EditionContent>;
  names: CurrentNames;
  newsroomLanguage: string;
}

/** Each publication once, per story by number, between stories the oldest first; and where names changed since an approval, they follow. */
export function entriesFor({ publications, newestPublications, newestEditions, approved, names, newsroomLanguage }: Missing): NewEntry[] {
  const newest = new Map(newestEditions);
  const after = (article: string, edition: NewEdition): NewEntry[] => {
    const before = newest.get(article);
    newest.set(article, edition);
    return [...releaseOf(before, edition.header.at), edition];
  };
  return inOrder(publications).flatMap((publication) => {
    const { id, article, approval } = publication;
    const edition = editionOf(publication, approved.get(approval ?? '') ?? null, newest.get(article));
    const entries = after(article, edition);
    if (edition.content === null || newestPublications.get(article) !== id) return entries;
    const renamed = withCurrentNames(edition.content, names, newsroomLanguage);
    return renamed === null ? entries : [...entries, ...after(article, renamedEdition(checkOf(id), edition, renamed, edition.header.at))];
  });
}

/** Ids grow with time, but two nodes' clocks differ: within a story its numbers decide. */
function inOrder(publications: readonly PublicationRow[]): PublicationRow[] {
  const byNumber = new Map<string, PublicationRow[]>();
  for (const row of [...publications].sort((one, other) => one.number - other.number)) byNumber.set(row.article, [...(byNumber.get(row.article) ?? []), row]);
  return [...publications].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ article }) => byNumber.get(article)?.shift() as PublicationRow);
}
