/** A story as a whole page that says what it is to people, listeners and machines: without it a newsroom would need a site of its own to show anything. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, fileAddress, representationAddress, storyAddress } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { directionOf } from './direction.ts';
import { imageTree, mainFile } from './imageTree.ts';
import { newsArticle, type LinkedData } from './jsonLd.ts';
import { pageStyle } from './pageStyle.ts';
import { inLine, readable } from './readable.ts';
import { broken, correctionsTree, inWords, momentTree, outletTree, parted, partsTree, shown, type Shown } from './storyTree.ts';

/** `story` as an HTML document. */
export function html(story: PublishedStory, context: RenditionContext): string {
  const { language } = story.content;
  const made = shown(story, context);
  const page = h('html', { lang: language, dir: directionOf(language) }, [
    h('head', headOf(story, context)),
    h('body', [h('main', [h('article', [headerOf(story, made), ...bodyOf(story, made, context), footerOf(story, made, context)])])]),
  ]);
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

function headOf(story: PublishedStory, context: RenditionContext): Element[] {
  const { content, translations } = story;
  const address = addressOf(content, context);
  const file = content.image === null ? null : mainFile(content.image);
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', inLine(content.title)),
    ...(content.summary === null ? [] : [h('meta', { name: 'description', content: inLine(content.summary) })]),
    ...content.authors.map(({ name }) => h('meta', { name: 'author', content: inLine(name) })),
    h('link', { rel: ['canonical'], href: address }),
    ...translations.map((one) => h('link', { rel: ['alternate'], hrefLang: one.language, href: storyAddress(one, context) })),
    ...OTHERS.map(([extension, type]) => h('link', { rel: ['alternate'], type, href: representationAddress(content, extension, context) })),
    graph('og:type', 'article'),
    graph('og:title', inLine(content.title)),
    graph('og:url', address),
    ...(content.summary === null ? [] : [graph('og:description', inLine(content.summary))]),
    ...(file === null ? [] : [graph('og:image', fileAddress(file.file, context))]),
    h('style', pageStyle),
    h('script', { type: 'application/ld+json' }, inScript(newsArticle(story, context))),
  ];
}

const OTHERS = [
  ['json', 'application/json'],
  ['jsonld', 'application/ld+json'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
] as const;

function headerOf({ content, firstPublishedAt, updatedAt }: PublishedStory, story: Shown): Element {
  const { words } = story;
  return h('header', [
    h('h1', broken(content.title)),
    ...(content.summary === null ? [] : [h('p', { className: ['summary'] }, broken(content.summary))]),
    ...content.authors.map(({ name, role }) =>
      h('p', { className: ['byline'] }, [h('bdi', readable(name)), ...(role === null ? [] : [words.comma, h('bdi', readable(role))])]),
    ),
    ...(content.writtenFor === null ? [] : [fact(words.writtenFor, story, [outletTree(content.writtenFor, content.language)])]),
    fact(words.published, story, [momentTree(firstPublishedAt, story)]),
    ...(updatedAt === firstPublishedAt ? [] : [fact(words.updated, story, [momentTree(updatedAt, story)])]),
  ]);
}

function bodyOf(story: PublishedStory, made: Shown, context: RenditionContext): ElementContent[] {
  const { image } = story.content;
  return [...(image === null ? [] : imageTree(image, context)), ...partsTree(made), ...correctionsTree(story, made)];
}

function footerOf({ content, translations }: PublishedStory, story: Shown, context: RenditionContext): Element {
  const { words } = story;
  const topics = content.topics.map(({ name }) => h('bdi', readable(name)));
  const sites = content.outlets.map((outlet) => outletTree(outlet, content.language));
  const others = translations.map((one) => {
    const { language } = one;
    return h('a', { href: storyAddress(one, context), hrefLang: language, lang: language, dir: directionOf(language) }, nameOf(language));
  });
  return h('footer', [
    ...(topics.length === 0 ? [] : [fact(words.topics, story, parted(topics))]),
    ...(sites.length === 0 ? [] : [fact(words.sites, story, parted(sites))]),
    ...(others.length === 0 ? [] : [fact(words.otherLanguages, story, parted(others))]),
  ]);
}

function fact(label: string, story: Shown, value: ElementContent[]): Element {
  return h('p', { className: ['facts'] }, [inWords('span', `${label}:`, story), ' ', ...value]);
}

/** A language's name in itself. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(language) ?? language;
}

function graph(property: string, content: string): Element {
  return h('meta', { property, content });
}

/** JSON in a script ends at the first `</`, whatever stands around it; and no character may stand in it that HTML forbids. */
function inScript(data: LinkedData): string {
  const unsafe = /[<\p{Cc}\p{Noncharacter_Code_Point}]/gu;
  return JSON.stringify(data).replace(unsafe, (character) => character.split('').map(escaped).join(''));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
