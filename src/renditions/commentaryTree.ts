/** Without this file a comment's markup would reach pages and feeds as its editor wrote it: headings out of order, boxes that nobody can tick, styles. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { readable } from './readable.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** What the nodes of a commentary (domain/commentaryNodes) can become, and nothing else. */
const schema: Schema = {
  tagNames: [...HEADINGS, 'p', 'br', 'blockquote', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'u', 's', 'code', 'sub', 'sup', 'span', 'input'],
  attributes: { a: ['href'], ol: ['start'], span: ['style'], input: ['checked'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style', 'template'],
};

/** Payload writes these two with a style. */
const STYLED: Readonly<Record<string, string>> = { 'text-decoration: line-through;': 's', 'text-decoration: underline;': 'u' };

/** The commentary `html` as nodes for a page whose headings above it are of `level`. */
export function commentaryTree(html: string, level: number): ElementContent[] {
  const tree = sanitize(fromHtml(readable(html), { fragment: true }), schema) as Root;
  const headings = { ranks: ranksIn(tree, level), last: level };
  return inBlocks(cleaned(tree.children, headings));
}

const BLOCKS = [...HEADINGS, 'p', 'blockquote', 'ul', 'ol'];

/** Words that stand in no paragraph get one. */
function inBlocks(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (hasText(loose)) result.push(element('p', {}, loose));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !BLOCKS.includes(node.tagName)) {
      loose.push(node);
      continue;
    }
    close();
    result.push(node);
  }
  close();
  return result;
}

interface Headings {
  ranks: ReadonlyMap<string, number>;
  last: number;
}

function cleaned(nodes: readonly RootContent[], headings: Headings): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') result.push({ type: 'text', value: readable(node.value) });
    if (node.type !== 'element') continue;
    const children = cleaned(node.children, headings);
    const previous = result.at(-1);
    // A list in a list is an item of its own in the editor; in HTML it belongs to the item before it.
    if (isNestedList(node) && previous?.type === 'element' && previous.tagName === 'li') previous.children.push(...children);
    else result.push(...shaped(node, children, headings));
  }
  return result;
}

function shaped({ tagName, properties }: Element, children: ElementContent[], headings: Headings): ElementContent[] {
  // Nobody can tick a box in a page that was published.
  if (tagName === 'input') return [{ type: 'text', value: properties.checked ? '☑ ' : '☐ ' }];
  if (tagName === 'span') {
    const styled = STYLED[String(properties.style)];
    return styled === undefined ? children : [element(styled, {}, children)];
  }
  if (tagName === 'a') return properties.href === undefined || !hasText(children) ? children : [element('a', { href: properties.href }, children)];
  if (!HEADINGS.includes(tagName)) return [element(tagName, properties, children)];
  if (!hasText(children)) return [];
  // No level is left out, or a listener would look for what is missing.
  headings.last = Math.min(headings.ranks.get(tagName) ?? 6, headings.last + 1);
  return [element(`h${headings.last}`, {}, children)];
}

function ranksIn(tree: Root, level: number): Map<string, number> {
  const used = new Set<string>();
  const look = (node: Root | RootContent): void => {
    if (node.type === 'element') used.add(node.tagName);
    if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  return new Map(HEADINGS.filter((name) => used.has(name)).map((name, rank) => [name, Math.min(level + 1 + rank, 6)]));
}

function isNestedList({ tagName, children }: Element): boolean {
  return (
    tagName === 'li' && children.every((child) => (child.type === 'text' ? child.value.trim() === '' : 'tagName' in child && /^[ou]l$/.test(child.tagName)))
  );
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function hasText(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => (node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && hasText(node.children)));
}
