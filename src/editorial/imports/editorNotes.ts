/** Without this file what the importer did not understand would be gone once its terminal is closed: it goes into the story's notes. */
import type { ParseWarning, ParsedStory } from '../../import/importer.ts';

/** The story beside which a newer text is kept. */
export interface Besides {
  article: string;
  title: string;
}

/** What an editor has to know about the import of `story`; null when there is nothing. `choices` are the names that fit several. */
export function editorNotes(story: ParsedStory, choices: readonly ParseWarning[], besides: Besides | null): string | null {
  const paragraphs = [
    ...(besides === null
      ? []
      : [
          `This is a newer text of “${besides.title}” (${besides.article}), which was edited or published since it was imported. Take over what you need, then delete this draft.`,
        ]),
    ...choices.map(({ line, message }) => `Line ${line}: ${message}.`),
    ...(story.unplaced.length === 0 ? [] : ['Not placed by the importer:', ...story.unplaced]),
  ];
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n');
}
