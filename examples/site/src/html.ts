/** Pages are trees, so that no text in them is ever read as markup: without this file each page would have to remember to escape. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';

export { h } from 'hastscript';
export type { Element, ElementContent } from 'hast';

/** A whole page as text. */
export function documentOf(page: Element): string {
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const commentary: Schema = {
  tagNames: [...headings, 'p', 'br', 'blockquote', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'u', 's', 'code', 'sub', 'sup'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};
const highlight: Schema = { tagNames: ['mark'], attributes: {} };

/** A comment's HTML. The newsroom lets nothing through that could do harm; this also brings its headings below the page's own, with no level left out. */
export function commentTree(html: string, level: number): ElementContent[] {
  const tree = sanitize(fromHtml(html, { fragment: true }), commentary) as Root;
  const used = headings.filter((name) => [...elementsIn(tree)].some(({ tagName }) => tagName === name));
  return below(tree.children, { ranks: new Map(used.map((name, index) => [name, level + 1 + index])), last: level });
}

/** What a search has found: text, with what was looked for in `mark`. */
export function highlightTree(html: string): ElementContent[] {
  return below((sanitize(fromHtml(html, { fragment: true }), highlight) as Root).children, { ranks: new Map(), last: 0 });
}

/** The children of `template`, with `parts` where it names them in braces: sentences differ in where a name stands. */
export function filled(template: string, parts: Readonly<Record<string, ElementContent | string>>): (ElementContent | string)[] {
  return template.split(/(\{\w+\})/).flatMap((piece) => {
    const part = /^\{\w+\}$/.test(piece) ? parts[piece.slice(1, -1)] : piece;
    return part === undefined || part === '' ? [] : [part];
  });
}

/** Every element in `tree`, itself among them. */
export function* elementsIn(tree: Element | Root): Generator<Element, void, undefined> {
  if (tree.type === 'element') yield tree;
  for (const child of tree.children) if (child.type === 'element') yield* elementsIn(child);
}

interface Outline {
  /** The level of each heading that is used, before any is left out. */
  ranks: ReadonlyMap<string, number>;
  /** Of the heading before. */
  last: number;
}

function below(nodes: readonly RootContent[], outline: Outline): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    const rank = outline.ranks.get(node.tagName);
    if (rank === undefined) return [{ ...node, children: below(node.children, outline) }];
    // Whoever leafs through headings would stop at one that says nothing.
    if (!hasText(node)) return [];
    outline.last = Math.min(rank, outline.last + 1, 6);
    return [{ ...node, tagName: `h${outline.last}`, children: below(node.children, outline) }];
  });
}

function hasText(node: RootContent): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : 'children' in node && node.children.some(hasText);
}
