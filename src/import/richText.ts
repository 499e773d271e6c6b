/** Without this file emphasis and links of a comment would be lost or tied to one editor: a small tree that any of them can take. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { FormatName } from './formats/format.ts';
import { paragraphText, type Paragraph } from './paragraphs.ts';

export type RichInline = { type: 'text'; text: string; bold?: true; italic?: true } | { type: 'link'; url: string; children: RichInline[] } | { type: 'break' };

export type RichBlock =
  | { type: 'paragraph'; children: RichInline[] }
  | { type: 'heading'; level: number; children: RichInline[] }
  | { type: 'list'; ordered: boolean; items: RichBlock[][] }
  | { type: 'quote'; children: RichBlock[] }
  | { type: 'rule' };

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];
type Parent = Extract<Node, { children: unknown }>;

/** Above these, a comment is text without emphasis: nobody wrote it, and Markdown's worst cases are more than linear. */
const most = { characters: 200_000, marks: 4_000 };

/** Newsrooms indent paragraphs and write `<`; neither code nor HTML is meant, and images are links (CommonMark 0.31.2, sections 4.3 to 4.6, 6.1, 6.4, 6.6). */
const prose = { disable: { null: ['codeIndented', 'codeFenced', 'codeText', 'htmlFlow', 'htmlText', 'labelStartImage', 'setextUnderline'] } };

/** Any character that could mean something to Markdown; most comments hold none, and reading them as Markdown takes most of the time of an import. */
const mayBeMarked = /[*_[\]\\<>&`#~\0]|^[^\S\r\n]*(?:[-+=]|\d{1,9}[.)])|[^\S\r\n]{2}$/m;

/** The paragraphs of a comment as a tree; in plain text every character is meant as it stands and a line break is a break. */
export function richText(text: string, paragraphs: readonly Paragraph[], format: FormatName): RichBlock[] {
  if (format !== 'markdown') return paragraphs.map((paragraph) => plain(paragraphText(text, paragraph.ranges)));
  const first = paragraphs[0]?.ranges[0];
  const last = paragraphs.at(-1)?.ranges.at(-1);
  if (!first || !last) return [];
  // From the beginning of the line, so that its quote and heading marks are read too.
  const lineStart = Math.max(text.lastIndexOf('\n', first.start - 1), text.lastIndexOf('\r', first.start - 1)) + 1;
  const opensWithMarks = /^[\s>#]*$/.test(text.slice(lineStart, first.start));
  const source = text.slice(opensWithMarks ? lineStart : first.start, last.end).normalize('NFC');
  if (source.length > most.characters || (source.match(/[*_[\]>`&-]/g)?.length ?? 0) > most.marks) {
    return paragraphs.map((paragraph) => plain(paragraphText(text, paragraph.ranges)));
  }
  if (!mayBeMarked.test(source)) return paragraphs.map((paragraph) => prosaic(paragraphText(text, paragraph.ranges)));
  const { children } = fromMarkdown(source, { extensions: [prose] });
  const addresses = new Map(children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  return blocksOf(children, addresses);
}

/** The words of a tree without any form, for search and for comparing. */
export function richTextWords(blocks: readonly RichBlock[]): string {
  const inline = (child: RichInline): string => (child.type === 'text' ? child.text : child.type === 'break' ? '\n' : child.children.map(inline).join(''));
  const block = (one: RichBlock): string => {
    if (one.type === 'rule') return '';
    if (one.type === 'list') return one.items.map(richTextWords).join('\n');
    return one.type === 'quote' ? richTextWords(one.children) : one.children.map(inline).join('');
  };
  return blocks.map(block).join('\n\n');
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

/** A link where the address is one that a reader may be sent to; otherwise its words alone. */
function link(url: string, children: RichInline[]): RichInline[] {
  return /^(?:https?:|mailto:)/i.test(url) ? [{ type: 'link', url, children }] : children;
}
