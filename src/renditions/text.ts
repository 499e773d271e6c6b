/** A story as plain text, for terminals, mail and machines that read aloud: nothing but its words, in order. */
import type { EditionCommentary, EditionExcerpt } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { dayIn, momentIn } from './dates.ts';
import { directionOf, markedLine } from './direction.ts';
import { linesOf } from './readable.ts';
import { signatureLines } from './signature.ts';
import { shown, type Shown } from './storyTree.ts';

/** `story` as text: quotations carry `> ` before each line, and a line whose first letter is of the other direction begins with a mark. */
export function text(story: PublishedStory, context: RenditionContext): string {
  const { content, corrections, firstPublishedAt } = story;
  const made = shown(story, context);
  const { words, dateLanguages } = made;
  const { comma } = words;
  const published = momentIn(dateLanguages, firstPublishedAt);
  const blocks: string[][] = [
    written(content.title, content.language),
    ...(content.summary === null ? [] : [written(content.summary, content.language)]),
    [
      ...content.authors.flatMap(({ name, role }) => written(role === null ? name : `${name}${comma}${role}`, content.language)),
      ...(content.writtenFor === null ? [] : written(`${words.writtenFor}: ${content.writtenFor.name}`, made.wordsLanguage)),
      ...written(`${words.published}: ${published.shown}${comma}${published.clock}`, made.wordsLanguage),
    ],
    ...part(
      words.news,
      made,
      content.excerpts.flatMap((excerpt) => excerptBlocks(excerpt, made)),
    ),
    ...part(
      words.comment,
      made,
      content.commentaries.flatMap((commentary) => commentaryBlocks(commentary, made)),
    ),
    ...part(
      words.corrections,
      made,
      corrections.toReversed().map(({ at, notice }) => written(`${momentIn(dateLanguages, at).shown}: ${notice}`, content.language)),
    ),
    ...(content.outlets.length === 0 ? [] : [written(content.outlets.map(({ name }) => name).join(' | '), content.language)]),
    [addressOf(content, context)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function part(heading: string, { wordsLanguage }: Shown, blocks: string[][]): string[][] {
  return blocks.length === 0 ? [] : [written(heading, wordsLanguage), ...blocks];
}

function excerptBlocks(excerpt: EditionExcerpt, { content, dateLanguages, words }: Shown): string[][] {
  const { language, leadIn, outlet, title, reporter, url, rights } = excerpt;
  const date = excerpt.publishedOn ?? excerpt.publishedOnPartial;
  const source = [outlet.name, title, reporter, date === null ? null : dayIn(dateLanguages, date).shown].filter((piece) => piece !== null);
  return [
    ...(leadIn === null ? [] : [written(leadIn, content.language)]),
    excerpt.quote.flatMap((paragraph, index) => [...(index > 0 ? ['>'] : []), ...quoted(paragraph, language)]),
    [...written(source.join(words.comma), content.language), ...(url === null ? [] : [url]), ...(rights === null ? [] : written(rights, content.language))],
  ];
}

function commentaryBlocks(commentary: EditionCommentary, { content, words }: Shown): string[][] {
  const { language, text: comment } = commentary;
  return [written(comment, language), signatureLines(commentary, content, words).flatMap((line) => written(line, language))];
}

function quoted(paragraph: string, language: string): string[] {
  return linesOf(paragraph).map((line) => markedLine(`> ${line}`, directionOf(language)));
}

function written(words: string, language: string): string[] {
  return linesOf(words).map((line) => markedLine(line, directionOf(language)));
}
