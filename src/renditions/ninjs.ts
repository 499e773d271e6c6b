/** A story as IPTC ninjs 3.1: what agencies' and partners' systems take in without being taught our own shape. */
import type { EditionContent } from '../domain/edition.ts';
import type { PublishedStory, TakenBackStory } from '../domain/publishedStory.ts';
import { addressOf, editionAddress, representationAddress, thingAddress, urn } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { commentaryAssociation, excerptAssociation, imageAssociation, personOf, translationAssociation, type NinjsAssociation } from './ninjsAssociations.ts';
import { storyHtml } from './storyHtml.ts';
import { text } from './text.ts';

/** What an item says about itself; the official schema, with which tests check every item, knows the rest. */
export interface NinjsItem {
  uri: string;
  type: 'text';
  pubStatus: 'usable' | 'withheld' | 'canceled';
  version: string;
  associations?: NinjsAssociation[];
  [property: string]: unknown;
}

const standard = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' };

/** `story` as one JSON text. */
export function ninjs(story: PublishedStory, context: RenditionContext): string {
  return JSON.stringify(ninjsItem(story, context));
}

/** `stories`, in the order given, as a list of items. */
export function ninjsList(stories: readonly (PublishedStory | TakenBackStory)[], context: RenditionContext): string {
  return JSON.stringify(stories.map((story) => ('content' in story ? ninjsItem(story, context) : ninjsTakenBack(story, context))));
}

/** `story` as an item of text, with each report, comment and picture as an association of its own. */
export function ninjsItem(story: PublishedStory, context: RenditionContext): NinjsItem {
  const { content, embargoUntil } = story;
  return {
    uri: urn(content.id),
    type: 'text',
    representationType: 'full',
    standard,
    version: String(story.revision),
    firstCreated: story.firstPublishedAt,
    versionCreated: story.publishedAt,
    ...(embargoUntil === null ? {} : { embargoedUntil: embargoUntil }),
    pubStatus: 'usable',
    language: content.language,
    title: content.title,
    slugline: content.slug,
    headlines: [{ role: 'main', contentType: 'text/plain', value: content.title }],
    descriptions: descriptionsOf(story),
    bodies: [
      { role: 'main', contentType: 'text/html', value: storyHtml(story, context) },
      { role: 'main', contentType: 'text/plain', value: text(story, context) },
    ],
    ...edNoteOf(story),
    by: content.authors.map(({ name }) => name).join(', '),
    people: content.authors.map((author) => personOf(author, context)),
    organisations: organisationsOf(content, context),
    subjects: content.topics.map(({ name, slug, mediaTopic }) => ({
      name,
      rel: 'about',
      uri: mediaTopicUri(mediaTopic) ?? thingAddress('topics', slug, context),
    })),
    infoSources: [{ name: context.newsroom.name, role: 'publisher', uri: context.publicUrl }],
    renditions: [
      { name: 'web', href: addressOf(content, context), contentType: 'text/html' },
      { name: 'json', href: representationAddress(content, 'json', context), contentType: 'application/json' },
      { name: 'edition', href: editionAddress(content.id, story.revision, context), contentType: 'application/json' },
    ],
    altIds: [
      { role: 'id', value: content.id },
      { role: 'contentDigest', value: story.contentDigest },
    ],
    associations: [
      ...content.excerpts.map((excerpt) => excerptAssociation(excerpt, context)),
      ...content.commentaries.map((commentary) => commentaryAssociation(commentary, content, context)),
      ...(content.image === null ? [] : [imageAssociation(content.image, context)]),
      ...story.translations.map((one) => translationAssociation(one, context)),
    ],
  };
}

/** What is left to say of a story that was taken back: `withheld` where it may come again, `canceled` where it must be deleted. */
export function ninjsTakenBack({ articleId, kind, language, slugs, revision, at, notice }: TakenBackStory, context: RenditionContext): NinjsItem {
  const [slug] = slugs;
  return {
    uri: urn(articleId),
    type: 'text',
    representationType: 'partial',
    standard,
    version: String(revision),
    versionCreated: at,
    pubStatus: kind === 'killed' ? 'canceled' : 'withheld',
    language,
    ...(slug === undefined ? {} : { slugline: slug }),
    ...(notice === null ? {} : { edNote: notice, descriptions: [{ role: kind, contentType: 'text/plain', value: notice }] }),
    infoSources: [{ name: context.newsroom.name, role: 'publisher', uri: context.publicUrl }],
    altIds: [{ role: 'id', value: articleId }],
  };
}

function descriptionsOf({ content, corrections }: PublishedStory): { role: string; contentType: string; value: string }[] {
  const summary = content.summary === null ? [] : [{ role: 'summary', contentType: 'text/plain', value: content.summary }];
  return [...summary, ...corrections.map(({ notice }) => ({ role: 'correction', contentType: 'text/plain', value: notice }))];
}

/** For the desks of partners: what was corrected since the first version, newest first. */
function edNoteOf({ corrections }: PublishedStory): { edNote?: string } {
  if (corrections.length === 0) return {};
  return {
    edNote: corrections
      .toReversed()
      .map(({ revision, at, notice }) => `CORRECTION (version ${revision}, ${at}): ${notice}`)
      .join('\n'),
  };
}

function organisationsOf({ writtenFor, outlets }: EditionContent, context: RenditionContext): Record<string, unknown>[] {
  const organisations = [
    ...(writtenFor === null ? [] : [{ outlet: writtenFor, rel: 'writtenFor' }]),
    ...outlets.map((outlet) => ({ outlet, rel: 'publishedOn' })),
  ];
  return organisations.map(({ outlet, rel }) => ({ name: outlet.name, rel, uri: thingAddress('outlets', outlet.slug, context), literal: outlet.id }));
}

/** `medtop:20000065` is the concept of that code. */
function mediaTopicUri(code: string | null): string | null {
  const digits = /^medtop:(\d{8})$/.exec(code ?? '')?.[1];
  return digits === undefined ? null : `http://cv.iptc.org/newscodes/mediatopic/${digits}`;
}
