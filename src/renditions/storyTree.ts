/** What was quoted and what was answered, as HTML nodes: a page and the feeds show a story alike because both are made of this. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionCommentary, EditionContent, EditionExcerpt, EditionOutlet } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { asciiAddress } from './addresses.ts';
import { commentaryTree } from './commentaryTree.ts';
import type { RenditionContext } from './context.ts';
import { dayIn, momentIn } from './dates.ts';
import { languageAttributes } from './direction.ts';
import { linesOf, readable } from './readable.ts';
import { signersOf } from './signature.ts';
import { wordsFor, type Words } from './words.ts';

/** A story, and the words that go with it. */
export interface Shown {
  content: EditionContent;
  words: Words;
  /** Of the words. */
  wordsLanguage: string;
  /** In which dates are written, the best first. */
  dateLanguages: string[];
}

export function shown({ content }: PublishedStory, { newsroom }: RenditionContext): Shown {
  const { words, language } = wordsFor(content.language, newsroom.language);
  return { content, words, wordsLanguage: language, dateLanguages: [content.language, language] };
}

/** The reports and the comments under a heading each. */
export function partsTree(story: Shown): ElementContent[] {
  const { content, words } = story;
  return [
    ...section(
      'news',
      words.news,
      story,
      content.excerpts.map((excerpt) => excerptTree(excerpt, story)),
    ),
    ...section(
      'comment',
      words.comment,
      story,
      content.commentaries.map((commentary) => commentaryPart(commentary, story)),
    ),
  ];
}

/** What was corrected, newest first. */
export function correctionsTree({ corrections }: PublishedStory, story: Shown): ElementContent[] {
  const notices = corrections.toReversed().map(({ at, notice }) => h('li', [momentTree(at, story), ': ', ...broken(notice)]));
  return section('corrections', story.words.corrections, story, notices.length === 0 ? [] : [h('ul', notices)]);
}

/** A heading or label in the newsroom's words. */
export function inWords(tagName: string, text: string, { content, wordsLanguage }: Shown): Element {
  return h(tagName, languageAttributes(wordsLanguage, content.language), text);
}

export function momentTree(instant: string, { dateLanguages }: Shown): Element {
  const { machine, shown: text, clock } = momentIn(dateLanguages, instant);
  return h('time', { dateTime: machine }, [`${text} `, h('span', { dir: 'ltr' }, clock)]);
}

/** An outlet's name, which may be of another script than the text around it, as a link to its site where it has one. */
export function outletTree({ name, language, homepage }: EditionOutlet, around: string, address: string | null = homepage): Element {
  const text = h('bdi', languageAttributes(language, around), readable(name));
  const href = asciiAddress(address);
  return href === null ? text : h('a', { href }, text);
}

/** Text with its line breaks. */
export function broken(text: string): ElementContent[] {
  return linesOf(text).flatMap((line, index): ElementContent[] => [...(index > 0 ? [h('br')] : []), { type: 'text', value: line }]);
}

/** Things beside each other on a line. */
export function parted(elements: readonly ElementContent[]): ElementContent[] {
  return elements.flatMap((one, index): ElementContent[] => (index > 0 ? [{ type: 'text', value: ' · ' }, one] : [one]));
}

function section(name: string, heading: string, story: Shown, children: ElementContent[]): ElementContent[] {
  return children.length === 0 ? [] : [h('section', { className: [name] }, [inWords('h2', heading, story), ...children])];
}

function excerptTree(excerpt: EditionExcerpt, story: Shown): Element {
  const cite = asciiAddress(excerpt.url) ?? undefined;
  const quoted = excerpt.quote.map((paragraph) => h('p', broken(paragraph)));
  return h('div', { className: ['excerpt'], id: `excerpt-${excerpt.id}` }, [
    ...(excerpt.leadIn === null ? [] : [h('p', { className: ['lead-in'] }, broken(excerpt.leadIn))]),
    h('figure', [h('blockquote', { cite, ...languageAttributes(excerpt.language, story.content.language) }, quoted), sourceTree(excerpt, story)]),
  ]);
}

/** Whose words they are, when they were printed, and on what terms they are quoted. */
function sourceTree(excerpt: EditionExcerpt, { content, dateLanguages }: Shown): Element {
  const { outlet, url, reporter, rights } = excerpt;
  // A link of white space could be neither seen nor heard.
  const title = excerpt.title?.trim() ? excerpt.title : null;
  const date = excerpt.publishedOn ?? excerpt.publishedOnPartial;
  const own = languageAttributes(excerpt.language, content.language);
  const href = asciiAddress(url);
  const named = title === null ? null : h('cite', own, readable(title));
  const day = date === null ? null : dayIn(dateLanguages, date);
  const parts: ElementContent[] = [
    outletTree(outlet, content.language, title === null ? (url ?? outlet.homepage) : outlet.homepage),
    ...(named === null ? [] : [href === null ? named : h('a', { href }, named)]),
    ...(reporter === null ? [] : [h('bdi', readable(reporter))]),
    ...(day === null ? [] : [h('time', { dateTime: day.machine }, day.shown)]),
  ];
  return h('figcaption', [h('p', parted(parts)), ...(rights === null ? [] : [h('p', { className: ['rights'], dir: 'auto' }, broken(rights))])]);
}

function commentaryPart(commentary: EditionCommentary, story: Shown): Element {
  const { content } = story;
  return h('div', { className: ['commentary'], id: `commentary-${commentary.id}`, ...languageAttributes(commentary.language, content.language) }, [
    ...commentaryTree(commentary.html, 2),
    ...signature(commentary, story),
  ]);
}

function signature(commentary: EditionCommentary, { content, words }: Shown): ElementContent[] {
  const names = signersOf(commentary, content);
  const { capacity } = commentary;
  const lines = [...(names.length === 0 ? [] : [listed(names, words.comma)]), ...(capacity === null ? [] : [[h('bdi', broken(capacity))]])];
  return lines.length === 0
    ? []
    : [
        h(
          'p',
          { className: ['signature'] },
          lines.flatMap((line, index) => (index > 0 ? [h('br'), ...line] : line)),
        ),
      ];
}

function listed(names: readonly string[], comma: string): ElementContent[] {
  return names.flatMap((name, index): ElementContent[] => [...(index > 0 ? [{ type: 'text' as const, value: comma }] : []), h('bdi', readable(name))]);
}
