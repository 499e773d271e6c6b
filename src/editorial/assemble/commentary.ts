/** A comment as it goes out: HTML for pages, plain text for everything else, from the same nodes. */
import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html';
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext';
import type { EditionCommentary } from '../../domain/edition.ts';
import type { StoredCommentary } from '../gatheredStory.ts';
import type { Languages } from './names.ts';

type Lexical = Parameters<typeof convertLexicalToHTML>[0]['data'];

export function commentaryIn(commentary: StoredCommentary, languages: Languages): EditionCommentary {
  // What is stored was checked node by node when it was saved; Payload's own type adds only editor state.
  const data = commentary.body as unknown as Lexical | null;
  return {
    id: commentary.id,
    authors: commentary.authors ?? [],
    capacity: commentary.capacity || null,
    respondsTo: commentary.respondsTo ?? [],
    language: commentary.language || languages.story,
    html: data === null ? '' : convertLexicalToHTML({ data, disableContainer: true }),
    text: data === null ? '' : convertLexicalToPlaintext({ data }),
  };
}
