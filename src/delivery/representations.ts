/** The shapes in which a story can be had, by extension and by media type: without this table each address would know others. */
import { createHash } from 'node:crypto';
import type { PublishedStory } from '../domain/publishedStory.ts';
import type { RenditionContext } from '../renditions/context.ts';
import { html } from '../renditions/html.ts';
import { json } from '../renditions/json.ts';
import { jsonLd } from '../renditions/jsonLd.ts';
import { markdown } from '../renditions/markdown.ts';
import { ninjs } from '../renditions/ninjs.ts';
import { pageStyle } from '../renditions/pageStyle.ts';
import { text } from '../renditions/text.ts';
import { JSON_TYPE } from './ready.ts';

export interface Representation {
  extension: string;
  type: string;
  render: (story: PublishedStory, context: RenditionContext) => string;
}

/** The first is what a client gets that does not mind. */
export const representations: readonly Representation[] = [
  { extension: 'json', type: JSON_TYPE, render: json },
  { extension: 'html', type: 'text/html; charset=utf-8', render: html },
  { extension: 'md', type: 'text/markdown; charset=utf-8', render: markdown },
  { extension: 'txt', type: 'text/plain; charset=utf-8', render: text },
  { extension: 'ninjs.json', type: 'application/ninjs+json; charset=utf-8', render: ninjs },
  { extension: 'jsonld', type: 'application/ld+json; charset=utf-8', render: jsonLd },
];

/** A segment of a path as what it names and the representation that its extension asks for; null where it has no extension, undefined where that is none of ours. */
export function namedIn(segment: string): { name: string; representation: Representation | null | undefined } {
  const dot = segment.indexOf('.');
  if (dot === -1) return { name: segment, representation: null };
  return { name: segment.slice(0, dot), representation: representations.find(({ extension }) => extension === segment.slice(dot + 1)) };
}

const styleDigest = createHash('sha256').update(pageStyle).digest('base64');

/** What the page may load: its own style, and the files of pictures. */
export function pagePolicy({ mediaUrl }: Pick<RenditionContext, 'mediaUrl'>): string {
  const files = URL.canParse(mediaUrl) ? ` ${new URL(mediaUrl).origin}` : '';
  return `default-src 'none'; style-src 'sha256-${styleDigest}'; img-src 'self'${files}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox allow-popups`;
}
