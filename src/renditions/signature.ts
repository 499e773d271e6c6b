/** Who signs a comment, and as what; without this file each format would look the names up for itself. */
import type { EditionCommentary, EditionContent } from '../domain/edition.ts';
import type { Words } from './words.ts';

/** The names of a comment's authors, in its order. */
export function signersOf({ authors }: Pick<EditionCommentary, 'authors'>, content: EditionContent): string[] {
  return authors.flatMap((id) => content.authors.find((author) => author.id === id)?.name ?? []);
}

/** The lines below a comment, as text: its authors, and the capacity in which they wrote. */
export function signatureLines(commentary: EditionCommentary, content: EditionContent, { comma }: Words): string[] {
  const names = signersOf(commentary, content);
  const { capacity } = commentary;
  return [...(names.length === 0 ? [] : [names.join(comma)]), ...(capacity === null ? [] : [capacity])];
}
