/** Without this file imported comments would come in without emphasis, links and lists: the importer's neutral tree as the editor's own. */
import { isWebAddress } from '../../domain/webAddress.ts';
import type { RichBlock, RichInline } from '../../import/importer.ts';

/** A node of Lexical's JSON, with the fields that the editor wants on every load. */
export type LexicalNode = { type: string; version: number } & Record<string, unknown>;

/** Below the depth that a commentary may have (domain/commentaryNodes), with room for what is inside a list item. */
const DEEPEST_LIST = 8;
const BOLD = 1;
const ITALIC = 2;

/** `blocks` as the value of a commentary's body. Pure; every word of `blocks` is in it. */
export function lexicalBody(blocks: readonly RichBlock[]): { root: LexicalNode } {
  return { root: element('root', blocks.flatMap(blockNodes)) };
}

function blockNodes(block: RichBlock): LexicalNode[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.children)];
    case 'heading':
      return [element('heading', inlineNodes(block.children), { tag: block.level <= 2 ? 'h2' : 'h3' })];
    case 'list':
      return [list(block.ordered, block.items, 0)];
    case 'quote':
      // The editor's quotation holds words only: each of its paragraphs is one, and a list in it stands on its own.
      return block.children.flatMap(blockNodes).map((node) => (node.type === 'paragraph' ? { ...node, type: 'quote' } : node));
    case 'rule':
      // A commentary knows no line across the page; the printer's mark of a break is one that every rendition can show.
      return [paragraph([{ type: 'text', text: '* * *' }])];
  }
}

function list(ordered: boolean, items: RichBlock[][], indent: number): LexicalNode {
  const nodes = items.flatMap((blocks) => itemNodes(blocks, indent));
  let value = 0;
  const numbered = nodes.map((node) => ({ ...node, value: isNested(node) ? value + 1 : (value += 1) }));
  return element('list', numbered, { listType: ordered ? 'number' : 'bullet', tag: ordered ? 'ol' : 'ul', start: 1 });
}

/** An item's words are one item; a list inside it is the item after it, as the editor has it. */
function itemNodes(blocks: readonly RichBlock[], indent: number): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let words: LexicalNode[] = [];
  const flush = (): void => {
    if (words.length > 0) nodes.push(element('listitem', words, { indent }));
    words = [];
  };
  for (const block of blocks) {
    if (block.type === 'list') {
      flush();
      if (indent >= DEEPEST_LIST) nodes.push(...block.items.flatMap((inner) => itemNodes(inner, indent)));
      else nodes.push(element('listitem', [list(block.ordered, block.items, indent + 1)], { indent }));
      continue;
    }
    for (const node of blockNodes(block)) {
      if (node.type === 'list') {
        flush();
        nodes.push(element('listitem', [node], { indent }));
      } else words.push(...(words.length > 0 ? [lineBreak()] : []), ...(node.children as LexicalNode[]));
    }
  }
  flush();
  return nodes;
}

function isNested(node: LexicalNode): boolean {
  return (node.children as LexicalNode[])[0]?.type === 'list';
}

function paragraph(children: readonly RichInline[]): LexicalNode {
  return element('paragraph', inlineNodes(children), { textFormat: 0, textStyle: '' });
}

function inlineNodes(children: readonly RichInline[]): LexicalNode[] {
  return children.flatMap((child): LexicalNode[] => {
    switch (child.type) {
      case 'text':
        return [
          { type: 'text', version: 1, text: child.text, format: (child.bold ? BOLD : 0) | (child.italic ? ITALIC : 0), style: '', mode: 'normal', detail: 0 },
        ];
      case 'break':
        return [lineBreak()];
      case 'link':
        return mayBeFollowed(child.url)
          ? [element('link', inlineNodes(child.children), { version: 3, fields: { url: child.url, linkType: 'custom', newTab: false } })]
          : inlineNodes(child.children);
    }
  });
}

/** The addresses that a commentary accepts (domain/commentaryNodes). */
function mayBeFollowed(url: string): boolean {
  return isWebAddress(url) || /^mailto:[^\s@]+@[^\s@]+$/i.test(url);
}

function lineBreak(): LexicalNode {
  return { type: 'linebreak', version: 1 };
}

function element(type: string, children: LexicalNode[], more: Record<string, unknown> = {}): LexicalNode {
  return { type, version: 1, children, direction: null, format: '', indent: 0, ...more };
}
