/** A story as Markdown (CommonMark), for site generators and people who write in it; a library does the escaping, so that a quoted asterisk stays one. */
import type { Element } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import { toMdast, type State } from 'hast-util-to-mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { EditionCommentary, EditionExcerpt } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, asciiAddress, fileAddress } from './addresses.ts';
import { commentaryTree } from './commentaryTree.ts';
import type { RenditionContext } from './context.ts';
import { dayIn, momentIn } from './dates.ts';
import { directionOf } from './direction.ts';
import { mainFile } from './imageTree.ts';
import { inLine, linesOf } from './readable.ts';
import { signatureLines } from './signature.ts';
import { shown, type Shown } from './storyTree.ts';

/** `story` as Markdown. Text from the right is in elements that say so, for Markdown itself has no word for it. */
export function markdown(story: PublishedStory, context: RenditionContext): string {
  const { content, corrections } = story;
  const made = shown(story, context);
  const { words } = made;
  const children: RootContent[] = [
    heading(1, content.title),
    ...(content.summary === null ? [] : [paragraph(broken(content.summary))]),
    ...byline(story, made),
    ...picture(story, context),
    ...part(
      words.news,
      content.excerpts.flatMap((excerpt) => excerptNodes(excerpt, made)),
    ),
    ...part(
      words.comment,
      content.commentaries.flatMap((commentary) => commentaryNodes(commentary, made)),
    ),
    ...part(
      words.corrections,
      corrections.toReversed().map(({ at, notice }) => paragraph([plain(`${momentIn(made.dateLanguages, at).shown}: `), ...broken(notice)])),
    ),
    ...(content.outlets.length === 0
      ? []
      : [paragraph(content.outlets.flatMap(({ name, homepage }, index) => [...(index > 0 ? [plain(' · ')] : []), linked(name, homepage)]))]),
    paragraph([linked(addressOf(content, context), addressOf(content, context))]),
  ];
  return toMarkdown({ type: 'root', children: inDirection(children, content.language, 'en') }, { bullet: '-', emphasis: '_', rule: '-' });
}

function byline({ content, firstPublishedAt }: PublishedStory, { words, dateLanguages }: Shown): RootContent[] {
  const published = momentIn(dateLanguages, firstPublishedAt);
  return [
    ...content.authors.map(({ name, role }) => paragraph([plain(inLine(role === null ? name : `${name}${words.comma}${role}`))])),
    ...(content.writtenFor === null ? [] : [paragraph([plain(`${words.writtenFor}: `), linked(content.writtenFor.name, content.writtenFor.homepage)])]),
    paragraph([plain(`${words.published}: ${published.shown}${words.comma}${published.clock}`)]),
  ];
}

function picture({ content: { image } }: PublishedStory, context: RenditionContext): RootContent[] {
  const file = image === null ? null : mainFile(image);
  if (image === null || file === null) return [];
  const lines = [image.caption, image.credit].filter((line) => line !== null);
  return [paragraph([{ type: 'image', url: fileAddress(file.file, context), alt: inLine(image.alt) }]), ...lines.map((line) => paragraph(broken(line)))];
}

function part(words: string, children: RootContent[]): RootContent[] {
  return children.length === 0 ? [] : [heading(2, words), ...children];
}

function excerptNodes(excerpt: EditionExcerpt, { content, dateLanguages }: Shown): RootContent[] {
  const { leadIn, outlet, title, reporter, url, rights } = excerpt;
  const date = excerpt.publishedOn ?? excerpt.publishedOnPartial;
  const source = [
    linked(outlet.name, title === null ? (url ?? outlet.homepage) : outlet.homepage),
    ...(title === null ? [] : [linked(title, url)]),
    ...(reporter === null ? [] : [plain(inLine(reporter))]),
    ...(date === null ? [] : [plain(dayIn(dateLanguages, date).shown)]),
  ];
  const quote: RootContent = { type: 'blockquote', children: excerpt.quote.map((words) => paragraph(broken(words))) };
  return [
    ...(leadIn === null ? [] : [paragraph(broken(leadIn))]),
    ...inDirection([quote], excerpt.language, content.language),
    paragraph(source.flatMap((piece, index) => [...(index > 0 ? [plain(' · ')] : []), piece])),
    ...(rights === null ? [] : [paragraph(broken(rights))]),
  ];
}

function commentaryNodes(commentary: EditionCommentary, { content, words }: Shown): RootContent[] {
  const { language, html } = commentary;
  const signature = signatureLines(commentary, content, words);
  const tree = toMdast({ type: 'root', children: commentaryTree(html, 2) }, { handlers: { s: asHtml, u: asHtml, sub: asHtml, sup: asHtml } });
  const body = tree.type === 'root' ? tree.children : [];
  return [...inDirection(body, language, content.language), ...(signature.length === 0 ? [] : [paragraph(broken(signature.join('\n')))])];
}

/** What CommonMark has no mark for, it takes as HTML. */
function asHtml(state: State, node: Element): PhrasingContent[] {
  const children = state.all(node) as PhrasingContent[];
  return [{ type: 'html', value: `<${node.tagName}>` }, ...children, { type: 'html', value: `</${node.tagName}>` }];
}

function inDirection(children: RootContent[], language: string, around: string): RootContent[] {
  const direction = directionOf(language);
  if (direction === directionOf(around)) return children;
  return [{ type: 'html', value: `<div lang="${language.replace(/[^\w-]/g, '')}" dir="${direction}">` }, ...children, { type: 'html', value: '</div>' }];
}

function heading(depth: 1 | 2, words: string): RootContent {
  return { type: 'heading', depth, children: [plain(inLine(words))] };
}

function paragraph(children: PhrasingContent[]): RootContent & { type: 'paragraph' } {
  return { type: 'paragraph', children };
}

/** Text with its line breaks; where a line is empty, Markdown's own break would be a backslash or the paragraph's end. */
function broken(words: string): PhrasingContent[] {
  const lines = linesOf(words);
  return lines.flatMap((line, index): PhrasingContent[] => {
    if (index === 0) return [plain(line)];
    const beside = [lines[index - 1] ?? '', line];
    return [beside.some((one) => one.trim() === '') ? { type: 'html', value: '<br>' } : { type: 'break' }, plain(line)];
  });
}

function linked(words: string, address: string | null): PhrasingContent {
  const url = asciiAddress(address);
  return url === null ? plain(inLine(words)) : { type: 'link', url, children: [plain(inLine(words))] };
}

function plain(value: string): PhrasingContent {
  return { type: 'text', value };
}
