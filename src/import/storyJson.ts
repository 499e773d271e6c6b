/** Without this file `import --json` would print whatever the parser happens to hold: a parsed document in the shape of API section 6. */
import type { ParsedStory } from './story.ts';

/** One entry of `documents`, without what saving adds (`action`, `articleId`). */
export interface StoryJson {
  file: string;
  title: string | null;
  language: string;
  excerpts: {
    leadIn: string | null;
    outlet: string | null;
    publishedOn: string | null;
    publishedOnPartial: string | null;
    publishedOnInferred: boolean;
    paragraphs: string[];
  }[];
  commentaries: { paragraphs: string[]; authors: { name: string; role: string | null }[]; capacity: string | null }[];
  writtenFor: string | null;
  outlets: string[];
  unplaced: string[];
  warnings: { line: number; message: string }[];
  /** `bytes` is how many there are. */
  images: { line: number; type: string; bytes: number; alt: string | null }[];
}

/** `story` as the command prints it; `file` is the name it was asked for by. */
export function storyJson(file: string, story: ParsedStory): StoryJson {
  return {
    file,
    title: story.title,
    language: story.language,
    excerpts: story.excerpts.map(({ leadIn, outlet, publishedOn, publishedOnPartial, publishedOnInferred, paragraphs }) => ({
      leadIn,
      outlet,
      publishedOn,
      publishedOnPartial,
      publishedOnInferred,
      paragraphs,
    })),
    commentaries: story.commentaries.map(({ paragraphs, authors, capacity }) => ({ paragraphs, authors, capacity })),
    writtenFor: story.writtenFor,
    outlets: story.outlets,
    unplaced: story.unplaced,
    warnings: story.warnings,
    images: story.images.map(({ line, type, bytes, alt }) => ({ line, type, bytes: bytes.length, alt })),
  };
}
