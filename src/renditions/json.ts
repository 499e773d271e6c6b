/** A story as the public contract writes it (API section 2): everything that /v1 answers with is made of this. */
import type {
  EditionAuthor,
  EditionContent,
  EditionCommentary,
  EditionExcerpt,
  EditionImage,
  EditionOutlet,
  EditionRendition,
  EditionTopic,
} from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, editionAddress, fileAddress, storyAddress } from './addresses.ts';
import type { RenditionContext } from './context.ts';

export type ArticleExcerpt = Omit<EditionExcerpt, 'syndicable'>;

export interface ArticleImage extends Pick<EditionImage, 'alt' | 'caption' | 'credit' | 'focalPoint'> {
  renditions: (Pick<EditionRendition, 'name' | 'width' | 'height' | 'type'> & { url: string })[];
}

interface Head {
  id: string;
  url: string;
  slug: string;
  language: string;
  revision: number;
  status: 'published' | 'corrected';
  title: string;
  summary: string | null;
  firstPublishedAt: string;
  publishedAt: string;
  updatedAt: string;
  embargoUntil: string | null;
  writtenFor: EditionOutlet | null;
  authors: EditionAuthor[];
}

interface Tail {
  outlets: EditionOutlet[];
  topics: EditionTopic[];
  image: ArticleImage | null;
  translations: { id: string; language: string; slug: string; url: string }[];
  corrections: PublishedStory['corrections'];
  digest: string;
  edition: string;
}

/** The full view: a field that does not apply is null or empty, never absent. */
export interface Article extends Head, Tail {
  excerpts: ArticleExcerpt[];
  commentaries: EditionCommentary[];
}

/** The summary view: the same without what was quoted and what was answered. */
export interface ArticleSummary extends Head, Tail {
  excerpts: Omit<ArticleExcerpt, 'quote'>[];
  commentaries: Omit<EditionCommentary, 'html' | 'text'>[];
}

/** `story` in full, as one JSON text. */
export function json(story: PublishedStory, context: RenditionContext): string {
  return JSON.stringify(articleOf(story, context));
}

/** `story` in full. */
export function articleOf(story: PublishedStory, context: RenditionContext): Article {
  const { content } = story;
  return {
    ...headOf(story, context),
    excerpts: content.excerpts.map(excerptOf),
    commentaries: content.commentaries.map(commentaryOf),
    ...tailOf(story, context),
  };
}

/** `story` as lists show it. */
export function summaryOf(story: PublishedStory, context: RenditionContext): ArticleSummary {
  const { content } = story;
  return {
    ...headOf(story, context),
    excerpts: content.excerpts.map((excerpt) => {
      const { quote: _quote, ...rest } = excerptOf(excerpt);
      return rest;
    }),
    commentaries: content.commentaries.map((commentary) => {
      const { html: _html, text: _text, ...rest } = commentaryOf(commentary);
      return rest;
    }),
    ...tailOf(story, context),
  };
}

function headOf(story: PublishedStory, context: RenditionContext): Head {
  const { content } = story;
  return {
    id: content.id,
    url: addressOf(content, context),
    slug: content.slug,
    language: content.language,
    revision: story.revision,
    status: story.status,
    title: content.title,
    summary: content.summary,
    firstPublishedAt: story.firstPublishedAt,
    publishedAt: story.publishedAt,
    updatedAt: story.updatedAt,
    embargoUntil: story.embargoUntil,
    writtenFor: content.writtenFor === null ? null : outletOf(content.writtenFor),
    authors: content.authors.map(({ id, slug, name, role }) => ({ id, slug, name, role })),
  };
}

function tailOf({ content, contentDigest, revision, corrections, translations }: PublishedStory, context: RenditionContext): Tail {
  return {
    outlets: content.outlets.map(outletOf),
    topics: content.topics.map(({ id, slug, name, mediaTopic }) => ({ id, slug, name, mediaTopic })),
    image: imageOf(content, context),
    translations: translations.map((one) => ({ id: one.id, language: one.language, slug: one.slug, url: storyAddress(one, context) })),
    corrections: corrections.map(({ revision: number, at, notice }) => ({ revision: number, at, notice })),
    digest: contentDigest,
    edition: editionAddress(content.id, revision, context),
  };
}

// Field by field, so that what an edition may hold one day is not published by itself.

function outletOf({ id, slug, name, language, homepage }: EditionOutlet): EditionOutlet {
  return { id, slug, name, language, homepage };
}

function excerptOf(excerpt: EditionExcerpt): ArticleExcerpt {
  return {
    id: excerpt.id,
    outlet: outletOf(excerpt.outlet),
    title: excerpt.title,
    url: excerpt.url,
    reporter: excerpt.reporter,
    publishedOn: excerpt.publishedOn,
    publishedOnPartial: excerpt.publishedOnPartial,
    publishedOnInferred: excerpt.publishedOnInferred,
    leadIn: excerpt.leadIn,
    quote: excerpt.quote,
    language: excerpt.language,
    rights: excerpt.rights,
    capturedAt: excerpt.capturedAt,
    quoteSha256: excerpt.quoteSha256,
    snapshotSha256: excerpt.snapshotSha256,
    verification: excerpt.verification,
  };
}

function commentaryOf({ id, authors, capacity, respondsTo, language, html, text }: EditionCommentary): EditionCommentary {
  return { id, authors, capacity, respondsTo, language, html, text };
}

function imageOf({ image }: EditionContent, context: RenditionContext): ArticleImage | null {
  if (image === null) return null;
  const { alt, caption, credit, focalPoint } = image;
  return {
    alt,
    caption,
    credit,
    focalPoint: { x: focalPoint.x, y: focalPoint.y },
    renditions: image.renditions.map(({ name, file, width, height, type }) => ({ name, url: fileAddress(file, context), width, height, type })),
  };
}
