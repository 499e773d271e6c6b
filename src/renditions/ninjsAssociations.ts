/** What a ninjs item is made of: reports, comments, picture and translations, each with its own rights, source and people. */
import type { EditionAuthor, EditionCommentary, EditionContent, EditionExcerpt, EditionImage } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { asciiAddress, fileAddress, storyAddress, thingAddress, urn } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { commentaryHtml, quoteHtml } from './storyHtml.ts';

/** An item within an item; the official schema knows the rest. */
export interface NinjsAssociation {
  name: string;
  uri: string;
  rel?: string;
  [property: string]: unknown;
}

/** A quoted report: the outlet's words, under the outlet's rights. */
export function excerptAssociation(excerpt: EditionExcerpt, context: RenditionContext): NinjsAssociation {
  const { outlet, title, reporter, rights, syndicable } = excerpt;
  const date = excerpt.publishedOn ?? excerpt.publishedOnPartial;
  const source = asciiAddress(excerpt.url);
  const quote = excerpt.quote.join('\n\n');
  return {
    name: [outlet.name, title, date].filter((piece) => piece !== null).join(', '),
    rel: 'excerpt',
    uri: urn(excerpt.id),
    type: 'text',
    representationType: 'partial',
    language: excerpt.language,
    ...(title === null ? {} : { headlines: [{ role: 'main', contentType: 'text/plain', value: title }] }),
    bodies: [
      { role: 'quote', contentType: 'text/plain', charCount: [...quote].length, value: quote },
      { role: 'quote', contentType: 'text/html', value: quoteHtml(excerpt) },
    ],
    // A day without an hour is no date-time, and an hour would be invented.
    descriptions: described({ leadIn: excerpt.leadIn, publishedOn: date, verification: excerpt.verification }),
    ...(reporter === null ? {} : { by: reporter, people: [{ name: reporter, rel: 'author' }] }),
    infoSources: [
      { name: outlet.name, role: 'originator', uri: asciiAddress(outlet.homepage) ?? thingAddress('outlets', outlet.slug, context), literal: outlet.id },
    ],
    copyrightHolder: outlet.name,
    ...termsOf(rights, syndicable),
    ...(source === null ? {} : { renditions: [{ name: 'source', href: source, contentType: 'text/html' }] }),
    altIds: identified({ id: excerpt.id, quoteSha256: excerpt.quoteSha256, snapshotSha256: excerpt.snapshotSha256 }),
  };
}

/** A comment: its authors' words, written for whoever asked for them. */
export function commentaryAssociation(commentary: EditionCommentary, content: EditionContent, context: RenditionContext): NinjsAssociation {
  const authors = content.authors.filter(({ id }) => commentary.authors.includes(id));
  const names = authors.map(({ name }) => name).join(', ');
  const reports = content.excerpts.filter(({ id }) => commentary.respondsTo.includes(id));
  return {
    name: names === '' ? content.title : names,
    rel: 'commentary',
    uri: urn(commentary.id),
    type: 'text',
    representationType: 'full',
    language: commentary.language,
    bodies: [
      { role: 'main', contentType: 'text/html', value: commentaryHtml(commentary) },
      { role: 'main', contentType: 'text/plain', value: commentary.text },
    ],
    descriptions: described({ capacity: commentary.capacity }),
    by: names,
    people: authors.map((author) => personOf(author, context)),
    infoSources: [
      { name: context.newsroom.name, role: 'publisher', uri: context.publicUrl },
      ...(content.writtenFor === null
        ? []
        : [{ name: content.writtenFor.name, role: 'commissioner', uri: thingAddress('outlets', content.writtenFor.slug, context) }]),
    ],
    ...(names === '' ? {} : { copyrightHolder: names }),
    altIds: identified({ id: commentary.id }),
    associations: reports.map(({ id, outlet }) => ({ name: outlet.name, rel: 'respondsTo', uri: urn(id) })),
  };
}

export function imageAssociation(image: EditionImage, context: RenditionContext): NinjsAssociation {
  const { alt, caption, credit, licence, focalPoint, syndicable } = image;
  return {
    name: alt,
    rel: 'picture',
    uri: urn(image.id),
    type: 'picture',
    descriptions: described({ alt, caption }),
    ...(credit === null ? {} : { by: credit, copyrightNotice: credit }),
    ...termsOf(licence, syndicable),
    renditions: image.renditions.map(({ name, file, width, height, type, size }) => ({
      name,
      href: fileAddress(file, context),
      contentType: type,
      width,
      height,
      sizeInBytes: size,
      poi: { x: Math.round(focalPoint.x * width), y: Math.round(focalPoint.y * height) },
    })),
    altIds: identified({ id: image.id }),
  };
}

export function translationAssociation(one: PublishedStory['translations'][number], context: RenditionContext): NinjsAssociation {
  return {
    name: one.slug,
    rel: 'translation',
    uri: urn(one.id),
    type: 'text',
    representationType: 'partial',
    language: one.language,
    renditions: [{ name: 'web', href: storyAddress(one, context), contentType: 'text/html' }],
  };
}

export function personOf({ id, slug, name }: EditionAuthor, context: RenditionContext): Record<string, string> {
  return { name, rel: 'author', uri: thingAddress('authors', slug, context), literal: id };
}

/** What the newsroom wrote down about the rights, and whether partners may use it. */
function termsOf(rights: string | null, syndicable: boolean): { usageTerms?: string } {
  const terms = [rights, syndicable ? null : 'Not for republication.'].filter((term) => term !== null);
  return terms.length === 0 ? {} : { usageTerms: terms.join(' ') };
}

function described(values: Readonly<Record<string, string | null>>): { role: string; contentType: string; value: string }[] {
  return Object.entries(values).flatMap(([role, value]) => (value === null ? [] : [{ role, contentType: 'text/plain', value }]));
}

function identified(values: Readonly<Record<string, string | null>>): { role: string; value: string }[] {
  return Object.entries(values).flatMap(([role, value]) => (value === null ? [] : [{ role, value }]));
}
