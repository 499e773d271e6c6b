/** Without this file what the importer did not understand would be gone once its terminal is closed: it goes into the story's notes. */
import type { ParseWarning, ParsedStory } from '../../import/importer.ts';

/** The story beside which a newer text is kept. */
export interface Besides {
  article: string;
  title: string;
}

/** What is to be said beside what the story itself tells. */
export interface NotesOrder {
  /** Names that fit several. */
  choices: readonly ParseWarning[];
  besides: Besides | null;
  takenSlug: string | null;
  /** A sentence for each picture that needs one. */
  pictures: readonly string[];
}

/** What an editor has to know about the import of `story`; null when there is nothing. */
export function editorNotes(story: ParsedStory, { choices, besides, takenSlug, pictures }: NotesOrder): string | null {
  const paragraphs = [
    ...(besides === null
      ? []
      : [
          `This is a newer text of “${besides.title}” (${besides.article}), which was edited or published since it was imported. Take over what you need, then delete this draft.`,
        ]),
    ...(takenSlug === null ? [] : [`On its old site the address was “${takenSlug}”, which another story has here.`]),
    ...choices.map(({ line, message }) => `Line ${line}: ${message}.`),
    ...pictures,
    ...(story.unplaced.length === 0 ? [] : ['Not placed by the importer:', ...story.unplaced]),
  ];
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n');
}
