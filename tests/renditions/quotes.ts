/** Finds quotations again in what was rendered, each with a parser that had no part in the rendering. */
import { Parser } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Node, Parent } from 'unist';

/** The paragraphs of the quotations in a piece of HTML: those in a `blockquote` of a `figure`. */
export function quotesInHtml(html: string): string[] {
  const open: string[] = [];
  const paragraphs: string[] = [];
  const quoted = (): boolean => open.includes('figure') && open.includes('blockquote');
  const parser = new Parser({
    onopentag(name) {
      open.push(name);
      if (quoted() && name === 'p') paragraphs.push('');
      if (quoted() && name === 'br') paragraphs.push(`${paragraphs.pop() ?? ''}\n`);
    },
    ontext(text) {
      if (quoted() && open.includes('p')) paragraphs.push((paragraphs.pop() ?? '') + text);
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return paragraphs;
}

/** The names of all elements and attributes in a piece of HTML. */
export function namesInHtml(html: string): { elements: Set<string>; attributes: Set<string>; addresses: Set<string> } {
  const found = { elements: new Set<string>(), attributes: new Set<string>(), addresses: new Set<string>() };
  const parser = new Parser({
    onopentag(name, attributes) {
      found.elements.add(name);
      for (const [key, value] of Object.entries(attributes)) {
        found.attributes.add(key);
        if (['href', 'src', 'cite'].includes(key)) found.addresses.add(value);
      }
    },
  });
  parser.end(html);
  return found;
}

/** The paragraphs of the first `count` quotations of a Markdown text. */
export function quotesInMarkdown(markdown: string, count: number): string[] {
  const quotes = fromMarkdown(markdown).children.filter(({ type }) => type === 'blockquote');
  return quotes.slice(0, count).flatMap((quote) => ('children' in quote ? quote.children.map(wordsOf) : []));
}

/** A quotation as plain text shows it, without marks of direction. */
export function asQuotedText(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `> ${paragraph.replaceAll('\n', '\n> ')}`).join('\n>\n');
}

/** A plain text without the marks of direction before its quotations. */
export function withoutMarks(text: string): string {
  return text.replace(/(?<=^|\n)[\u200E\u200F](?=>)/g, '');
}

function wordsOf(node: Node): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return (node as Node & { value: string }).value === '<br>' ? '\n' : '';
  if (node.type === 'text') return (node as Node & { value: string }).value;
  return 'children' in node ? (node as Parent).children.map(wordsOf).join('') : '';
}
