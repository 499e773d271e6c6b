/** Where a story, its editions and its pictures' files are found: one spelling for all renditions, in ASCII (RFC 3986), as feeds and schemas require. */
import type { EditionContent } from '../domain/edition.ts';
import type { RenditionContext } from './context.ts';

interface Addressed {
  id: string;
  language: string;
  slug: string;
  /** Template with {language}, {slug} and {id}. */
  storyUrl: string | null;
}

/** Where readers find a story: on its own site when that has a place for it, otherwise here. */
export function storyAddress({ storyUrl, ...story }: Addressed, { publicUrl }: Pick<RenditionContext, 'publicUrl'>): string {
  const own = storyUrl === null ? null : asciiAddress(filledIn(storyUrl, story));
  return own ?? representationAddress(story, 'html', { publicUrl });
}

/** The address of the story that `content` is an edition of. */
export function addressOf({ id, language, slug, outlets }: EditionContent, context: Pick<RenditionContext, 'publicUrl'>): string {
  const storyUrl = outlets.find((outlet) => outlet.storyUrl !== null)?.storyUrl ?? null;
  return storyAddress({ id, language, slug, storyUrl }, context);
}

/** The story here, in another representation: `html`, `json`, `md`, `txt`, `ninjs.json`, `jsonld`. */
export function representationAddress(
  { language, slug }: Pick<Addressed, 'language' | 'slug'>,
  extension: string,
  { publicUrl }: Pick<RenditionContext, 'publicUrl'>,
): string {
  return `${publicUrl}/v1/articles/${segment(language)}/${segment(slug)}.${extension}`;
}

/** The story under an address that stays the same whatever its slug is. */
export function permanentAddress(articleId: string, { publicUrl }: Pick<RenditionContext, 'publicUrl'>): string {
  return `${publicUrl}/v1/articles/${segment(articleId)}`;
}

/** The one edition that anybody can verify. */
export function editionAddress(articleId: string, revision: number, context: Pick<RenditionContext, 'publicUrl'>): string {
  return `${permanentAddress(articleId, context)}/editions/${revision}`;
}

/** A file of a picture. */
export function fileAddress(file: string, { mediaUrl }: Pick<RenditionContext, 'mediaUrl'>): string {
  return `${mediaUrl}/${segment(file)}`;
}

/** `address` in ASCII, as RFC 3986 has it; null where it is none that a reader may safely follow. */
export function asciiAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, origin, pathname, search, hash } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin + strict(pathname) + strict(search) + hash.slice(0, 1) + strict(hash.slice(1)) : null;
}

/** Browsers let more stand in an address than RFC 3986 does. */
function strict(part: string): string {
  return part.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w.~!$&'()*+,;=:@/?%-]/g, encodeURIComponent);
}

/** One of a story's parts, an author, an outlet or a topic: `kind` as in the routes of /v1. */
export function thingAddress(
  kind: 'excerpts' | 'commentaries' | 'authors' | 'outlets' | 'topics',
  key: string,
  { publicUrl }: Pick<RenditionContext, 'publicUrl'>,
): string {
  return `${publicUrl}/v1/${kind}/${segment(key)}`;
}

/** An id that no change of address touches (RFC 9562, section 4). */
export function urn(id: string): string {
  return `urn:uuid:${segment(id)}`;
}

function filledIn(template: string, { id, language, slug }: Omit<Addressed, 'storyUrl'>): string {
  const values: Readonly<Record<string, string>> = { '{id}': id, '{language}': language, '{slug}': slug };
  return template.replace(/\{(?:id|language|slug)\}/g, (placeholder) => segment(values[placeholder] ?? placeholder));
}

/** A lone surrogate has no UTF-8, and encodeURIComponent would throw. */
function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
