/** A story's text as one piece of HTML, for feeds and partners: it needs no style and no script, and every address in it is absolute. */
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { ElementContent } from 'hast';
import type { EditionCommentary, EditionExcerpt } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { commentaryTree } from './commentaryTree.ts';
import type { RenditionContext } from './context.ts';
import { directionOf } from './direction.ts';
import { imageTree } from './imageTree.ts';
import { broken, correctionsTree, inWords, outletTree, partsTree, shown } from './storyTree.ts';

/** The whole text of `story`, with picture, reports, comments and corrections, but without its title and summary. */
export function storyHtml(story: PublishedStory, context: RenditionContext): string {
  const { content } = story;
  const made = shown(story, context);
  const writtenFor =
    content.writtenFor === null ? [] : [h('p', [inWords('span', made.words.writtenFor, made), ': ', outletTree(content.writtenFor, content.language)])];
  return written(content.language, [
    ...(content.image === null ? [] : imageTree(content.image, context)),
    ...partsTree(made),
    ...writtenFor,
    ...correctionsTree(story, made),
  ]);
}

/** A quotation alone: its paragraphs, with their line breaks. */
export function quoteHtml({ language, quote }: EditionExcerpt): string {
  return written(
    language,
    quote.map((paragraph) => h('p', broken(paragraph))),
  );
}

/** A comment alone. */
export function commentaryHtml({ html, language }: EditionCommentary): string {
  return written(language, commentaryTree(html, 1));
}

/** Whoever shows it may know nothing of its language. */
function written(language: string, children: ElementContent[]): string {
  return toHtml(h('div', { lang: language, dir: directionOf(language) }, children));
}
