/** What a story is found by, as rows: without this file the tables would be filled in as many ways as there are writers. Pure. */
import type { EditionContent, EditionOutlet } from '../domain/edition.ts';
import { sha256 } from '../domain/digest.ts';
import { storyUrlOf } from './fold.ts';
import { indexedText } from './searchWords.ts';
import { FOREVER, type StorySpan } from './timeline.ts';

export const facetKinds = ['outlet', 'source', 'author', 'topic', 'language', 'writtenFor', 'year'] as const;
export type FacetKind = (typeof facetKinds)[number];

/** One value that a story can be filtered by, and how this edition prints it. */
export interface Facet {
  kind: FacetKind;
  value: string;
  slug: string | null;
  /** JSON: an outlet, author or topic as the edition has it; `null` for languages and years. */
  told: string;
}

export type StoryRow = [
  seq: number,
  article: number,
  from: number,
  until: number,
  revision: number,
  language: string,
  slug: string,
  first: number,
  published: number,
  updated: number,
  embargo: number | null,
  steady: number,
  backfill: number,
  corrected: number | null,
  corrections: string,
  translationSet: string | null,
  storyUrl: string | null,
  digest: string,
];

/** A text on its way into the file: a string, or the UTF-8 of one (asBytes.ts). */
export type Text = string | Uint8Array;

/** What is searched: title, summary, body, names. */
export type Texts = [title: Text, summary: Text, body: Text, names: Text];

/** All that the tables need to know of a content; it crosses from the thread that reads the ledger to the one that writes. */
export interface Findable {
  slug: string;
  translationSet: string | null;
  storyUrl: string | null;
  /** What it is found by, but for what the timeline decides. */
  facets: Facet[];
  /** Ids of the excerpts and commentaries that the story carries. */
  parts: string[];
  texts: Texts;
}

export function findableOf(content: EditionContent): Findable {
  return {
    slug: content.slug,
    translationSet: content.translationSet ?? null,
    storyUrl: storyUrlOf(content),
    facets: namesIn(content),
    parts: [...new Set([...content.excerpts, ...content.commentaries].map(({ id }) => id))],
    texts: textsOf(content),
  };
}

/** The row of a story in `stories`, in the order of its columns, without the sum that ends it. */
export function storyRow(span: StorySpan, { translationSet, storyUrl }: Findable, article: number): StoryRow {
  return [
    span.seq,
    article,
    span.from,
    span.until,
    span.revision,
    span.language,
    span.slug,
    span.firstPublishedAt,
    span.publishedAt,
    span.updatedAt,
    span.embargoUntil,
    span.from === 0 && span.until === FOREVER ? 1 : 0,
    span.backfill ? 1 : 0,
    span.corrections.at(-1)?.at ?? null,
    JSON.stringify(span.corrections),
    translationSet,
    storyUrl,
    span.contentDigest,
  ];
}

/** What betrays that a row is not as it was written. */
export function sumOf(values: readonly unknown[]): string {
  return sha256(JSON.stringify(values)).slice(0, 32);
}

/** Everything that an edition is found by while it is shown. */
export function facetsOf({ language, firstPublishedAt }: StorySpan, { facets }: Findable): Facet[] {
  const year = new Date(firstPublishedAt).toISOString().slice(0, 4);
  return [...facets, { kind: 'language', value: language, slug: null, told: 'null' }, { kind: 'year', value: year, slug: null, told: 'null' }];
}

function namesIn(content: EditionContent): Facet[] {
  const outlets = (kind: FacetKind, all: readonly EditionOutlet[]) =>
    all.map(({ id, slug, name, language, homepage }): Facet => ({ kind, value: id, slug, told: JSON.stringify({ id, slug, name, language, homepage }) }));
  const all: Facet[] = [
    ...outlets('outlet', content.outlets),
    ...outlets(
      'source',
      content.excerpts.map(({ outlet }) => outlet),
    ),
    ...outlets('writtenFor', content.writtenFor === null ? [] : [content.writtenFor]),
    ...content.authors.map(({ id, slug, name, role }): Facet => ({ kind: 'author', value: id, slug, told: JSON.stringify({ id, slug, name, role }) })),
    ...content.topics.map(({ id, slug, name, mediaTopic }): Facet => ({
      kind: 'topic',
      value: id,
      slug,
      told: JSON.stringify({ id, slug, name, mediaTopic }),
    })),
  ];
  return [...new Map(all.map((facet) => [`${facet.kind} ${facet.value}`, facet])).values()];
}

function textsOf(content: EditionContent): Texts {
  const { title, summary, excerpts, commentaries, outlets, authors, topics, writtenFor } = content;
  const quoted = excerpts.flatMap((excerpt) => [excerpt.title, excerpt.leadIn, ...excerpt.quote]);
  const named = [...outlets, ...excerpts.map(({ outlet }) => outlet), ...authors, ...topics, ...(writtenFor === null ? [] : [writtenFor])];
  return [
    indexedText(title),
    indexedText(summary ?? ''),
    indexedText([...quoted, ...commentaries.map(({ text }) => text)].filter((text) => text !== null).join('\n')),
    indexedText([...new Set(named.map(({ name }) => name))].join('\n')),
  ];
}
