/** People, outlets and topics as links: without this file a name would be a dead end. */
import { addresses } from '../addresses.ts';
import { h, type Element, type ElementContent } from '../html.ts';
import type { Author, Outlet } from '../newsroom.ts';
import { nameTree } from '../tongues.ts';

export function outletLink(outlet: Outlet, language: string): Element {
  return h('a', { href: addresses.name(language, 'outlets', outlet.slug) }, nameTree(outlet, language));
}

export function topicLink({ slug, name }: { slug: string; name: string }, language: string): Element {
  return h('a', { href: addresses.name(language, 'topics', slug) }, h('bdi', name));
}

/** An author with the role that the story prints. */
export function authorLine({ slug, name, role }: Author, language: string, comma: string): ElementContent[] {
  const link = h('a', { href: addresses.name(language, 'authors', slug), rel: ['author'] }, h('bdi', name));
  return role === null ? [link] : [link, { type: 'text', value: comma }, h('bdi', role)];
}
