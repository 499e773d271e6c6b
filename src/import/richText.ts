/** Without this file emphasis and links of a comment would be lost: its paragraphs as a tree, read from Markdown, from plain text or from a layout. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { FormatName } from './formats/format.ts';
import type { Layout } from './formats/layout.ts';
import { paragraphText, type Paragraph } from './paragraphs.ts';
import { richLayout } from './richLayout.ts';
import { link, type RichBlock, type RichInline } from './richTree.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];
type Parent = Extract<Node, { children: unknown }>;

/** Above these, a comment is text without emphasis: nobody wrote it, and Markdown's worst cases are more than linear. */
const most = { characters: 200_000, marks: 4_000 };

/** Newsrooms indent paragraphs and write `<`; neither code nor HTML is meant, and images are links (CommonMark 0.31.2, sections 4.3 to 4.6, 6.1, 6.4, 6.6). */
const prose = { disable: { null: ['codeIndented', 'codeFenced', 'codeText', 'htmlFlow', 'htmlText', 'labelStartImage', 'setextUnderline'] } };

/** The beginning of a list, quotation, heading, rule or definition. */
const hasBlockMark = /^[^\S\r\n]*(?:[>#=+*_~-]|\d{1,9}[.)]|\[[^\]\r\n]*\]:)/m;

/** Any character that could mean something to Markdown. */
const mayBeMarked = /[*_[\]\\<>&`#~\0]|^[^\S\r\n]*(?:[-+=]|\d{1,9}[.)])|[^\S\r\n]{2}$/m;

/** The paragraphs of a comment as a tree; in plain text every character is meant as it stands and a line break is a break. */
export function richText(text: string, paragraphs: readonly Paragraph[], format: FormatName, layout: Layout | null = null): RichBlock[] {
  if (layout) return richLayout(text, paragraphs, layout);
  if (format !== 'markdown') return paragraphs.map((paragraph) => plain(paragraphText(text, paragraph.ranges)));
  const first = paragraphs[0]?.ranges[0];
  const last = paragraphs.at(-1)?.ranges.at(-1);
  if (!first || !last) return [];
  // From the beginning of the line, so that its quote and heading marks are read too.
  const lineStart = startOfLine(text, first.start);
  const opensWithMarks = /^[\s>#]*$/.test(text.slice(lineStart, first.start));
  const source = text.slice(opensWithMarks ? lineStart : first.start, last.end).normalize('NFC');
  if (source.length > most.characters || (source.match(/[*_[\]>`&-]/g)?.length ?? 0) > most.marks) {
    return paragraphs.map((paragraph) => plain(paragraphText(text, paragraph.ranges)));
  }
  if (!hasBlockMark.test(source)) {
    const alone = separately(paragraphs.map(({ ranges }) => paragraphText(text, ranges)));
    if (alone) return alone;
  }
  const { children } = fromMarkdown(source, { extensions: [prose] });
  const addresses = new Map(children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  return blocksOf(children, addresses);
}

/** By looking back as far as the line end before: the whole text before each comment would be looked through for a kind of line end that is not in it. */
function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/**
 * Paragraphs of which none reaches into another: only those with a mark are read as Markdown, which takes most of the time of an import.
 * Null when they turn out to be something else than a paragraph each.
 */
function separately(paragraphs: readonly string[]): RichBlock[] | null {
  const isMarked = paragraphs.map((words) => mayBeMarked.test(words));
  const marked = paragraphs.filter((_, index) => isMarked[index]);
  const { children } = marked.length > 0 ? fromMarkdown(marked.join('\n\n'), { extensions: [prose] }) : { children: [] };
  if (children.length !== marked.length || !children.every(({ type }) => type === 'paragraph')) return null;
  const read = blocksOf(children, new Map());
  let next = 0;
  return paragraphs.map((words, index) => (isMarked[index] ? (read[next++] ?? prosaic(words)) : prosaic(words)));
}

/** A paragraph without marks: its lines are one text, as Markdown has it. */
function prosaic(paragraph: string): RichBlock {
  const lines = paragraph.split('\n').map((line) => line.trim());
  return { type: 'paragraph', children: [{ type: 'text', text: lines.join(' ') }] };
}

function plain(paragraph: string): RichBlock {
  const children = paragraph
    .split('\n')
    .flatMap((line, index): RichInline[] => [...(index > 0 ? [{ type: 'break' } as const] : []), ...(line ? [{ type: 'text', text: line } as const] : [])]);
  return { type: 'paragraph', children };
}

/** Addresses by the identifier that reference links use. */
type Addresses = ReadonlyMap<string, string>;

function blocksOf(nodes: readonly Node[], addresses: Addresses): RichBlock[] {
  return nodes.flatMap((node): RichBlock[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: inlinesOf(node, {}, addresses) }];
      case 'heading':
        return [{ type: 'heading', level: node.depth, children: inlinesOf(node, {}, addresses) }];
      case 'list':
        return [{ type: 'list', ordered: node.ordered ?? false, items: node.children.map((item) => blocksOf(item.children, addresses)) }];
      case 'blockquote':
        return [{ type: 'quote', children: blocksOf(node.children, addresses) }];
      case 'thematicBreak':
        return [{ type: 'rule' }];
      default:
        return [];
    }
  });
}

function inlinesOf(parent: Parent, marks: { bold?: true; italic?: true }, addresses: Addresses): RichInline[] {
  return parent.children.flatMap((node): RichInline[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value.replace(/\n/g, ' '), ...marks }];
      case 'strong':
        return inlinesOf(node, { ...marks, bold: true }, addresses);
      case 'emphasis':
        return inlinesOf(node, { ...marks, italic: true }, addresses);
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return link(node.url, inlinesOf(node, marks, addresses));
      case 'linkReference':
        return link(addresses.get(node.identifier) ?? '', inlinesOf(node, marks, addresses));
      default:
        return [];
    }
  });
}
