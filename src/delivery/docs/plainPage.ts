/** The frame of every page that explains this newsroom: without it each would have its own colours, and its own idea of what it may load. */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { plainStyle } from './plainStyle.ts';

export interface PlainPage {
  title: string;
  /** In a sentence, for search engines and link previews. */
  description: string;
  /** What stands above the title: where the page belongs. */
  above?: readonly (ElementContent | string)[];
  body: readonly ElementContent[];
}

/** What such a page may load: its own style, and the picture without content that is its icon; no script is in it. */
export const plainPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(plainStyle).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** `page` as an HTML document. */
export function plainPage({ title, description, above = [], body }: PlainPage): string {
  const head: Element[] = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    h('meta', { name: 'description', content: description }),
    // No browser asks for a picture that is not there.
    h('link', { rel: ['icon'], href: 'data:,' }),
    h('style', plainStyle),
  ];
  const page = h('html', { lang: 'en' }, [
    h('head', head),
    h('body', [...(above.length === 0 ? [] : [h('header', [h('nav', { ariaLabel: 'Where this page belongs' }, [...above])])]), h('main', [...body])]),
  ]);
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

export const link = (href: string, ...text: ElementContent[] | [string]): Element => h('a', { href }, ...text);
export const code = (text: string): Element => h('code', text);

/** `text` to copy: one click marks all of it. What is wider than the window can be scrolled by key. */
export function toCopy(text: string): Element {
  return h('pre', { tabIndex: 0 }, [h('code', text)]);
}

/** Prose of ours in which addresses, codes and names are to stand out: `code` between backticks. */
export function prose(text: string): ElementContent[] {
  return text.split(/`([^`]+)`/).map((piece, place): ElementContent => (place % 2 === 1 ? code(piece) : { type: 'text', value: piece }));
}
