/** A story in schema.org's words: what search engines and link previews read, in the page and by itself. */
import type { EditionAuthor, EditionCommentary, EditionContent, EditionExcerpt, EditionImage, EditionOutlet, EditionTopic } from '../domain/edition.ts';
import type { PublishedStory } from '../domain/publishedStory.ts';
import { addressOf, asciiAddress, editionAddress, fileAddress, storyAddress, thingAddress, urn } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { mainFile } from './imageTree.ts';

/** A node of linked data. What does not apply is left out: schema.org knows no null. */
export type LinkedData = { [property: string]: string | number | boolean | LinkedData | (string | LinkedData)[] };

/** `story` as a JSON-LD document. */
export function jsonLd(story: PublishedStory, context: RenditionContext): string {
  return JSON.stringify(newsArticle(story, context));
}

/** `story` as a NewsArticle that cites the reports it answers. */
export function newsArticle(story: PublishedStory, context: RenditionContext): LinkedData {
  const { content, translations, corrections } = story;
  const address = addressOf(content, context);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': urn(content.id),
    url: address,
    mainEntityOfPage: address,
    headline: content.title,
    ...only('description', content.summary),
    inLanguage: content.language,
    datePublished: story.firstPublishedAt,
    dateModified: story.updatedAt,
    version: story.revision,
    identifier: { '@type': 'PropertyValue', propertyID: 'sha-256', value: story.contentDigest, url: editionAddress(content.id, story.revision, context) },
    publisher: { '@type': 'Organization', name: context.newsroom.name, url: context.publicUrl },
    ...(content.writtenFor === null ? {} : { sourceOrganization: organization(content.writtenFor, context) }),
    ...some(
      'author',
      content.authors.map((author) => person(author, context)),
    ),
    ...(content.image === null ? {} : some('image', images(content.image, context))),
    ...some(
      'about',
      content.topics.map((topic) => subject(topic, context)),
    ),
    ...some(
      'citation',
      content.excerpts.map((excerpt) => citedReport(excerpt, context)),
    ),
    ...some('hasPart', [...content.excerpts.map(quotation), ...content.commentaries.map((commentary) => opinion(commentary, content, context))]),
    ...some(
      'correction',
      corrections.map(({ at, notice }) => ({ '@type': 'CorrectionComment', text: notice, datePublished: at })),
    ),
    ...some(
      'workTranslation',
      translations.map((one) => ({ '@type': 'NewsArticle', '@id': urn(one.id), url: storyAddress(one, context), inLanguage: one.language })),
    ),
  };
}

/** The report that was quoted, as it stands elsewhere. */
function citedReport(excerpt: EditionExcerpt, context: RenditionContext): LinkedData {
  const url = asciiAddress(excerpt.url);
  return {
    '@type': 'NewsArticle',
    '@id': url ?? `${urn(excerpt.id)}#report`,
    ...only('url', url),
    ...only('headline', excerpt.title),
    ...only('datePublished', excerpt.publishedOn),
    ...only('copyrightNotice', excerpt.rights),
    inLanguage: excerpt.language,
    publisher: organization(excerpt.outlet, context),
    ...(excerpt.reporter === null ? {} : { author: { '@type': 'Person', name: excerpt.reporter } }),
  };
}

function quotation(excerpt: EditionExcerpt): LinkedData {
  return {
    '@type': 'Quotation',
    '@id': urn(excerpt.id),
    text: excerpt.quote.join('\n\n'),
    inLanguage: excerpt.language,
    isBasedOn: { '@id': asciiAddress(excerpt.url) ?? `${urn(excerpt.id)}#report` },
  };
}

function opinion({ id, authors, language, text, respondsTo }: EditionCommentary, content: EditionContent, context: RenditionContext): LinkedData {
  const writers = content.authors.filter((author) => authors.includes(author.id)).map((author) => person(author, context));
  return {
    '@type': 'OpinionNewsArticle',
    '@id': urn(id),
    articleBody: text,
    inLanguage: language,
    ...some('author', writers),
    ...some(
      'about',
      respondsTo.map((excerpt) => ({ '@id': urn(excerpt) })),
    ),
  };
}

function person({ slug, name, role }: EditionAuthor, context: RenditionContext): LinkedData {
  return { '@type': 'Person', name, url: thingAddress('authors', slug, context), ...only('jobTitle', role) };
}

function organization({ slug, name, homepage }: EditionOutlet, context: RenditionContext): LinkedData {
  return { '@type': 'Organization', name, url: asciiAddress(homepage) ?? thingAddress('outlets', slug, context) };
}

function subject({ slug, name, mediaTopic }: EditionTopic, context: RenditionContext): LinkedData {
  return { '@type': 'DefinedTerm', name, ...only('termCode', mediaTopic), url: thingAddress('topics', slug, context) };
}

function images(image: EditionImage, context: RenditionContext): LinkedData[] {
  const type = mainFile(image)?.type;
  return image.renditions
    .filter((file) => file.type === type)
    .map(({ file, width, height }) => ({
      '@type': 'ImageObject',
      contentUrl: fileAddress(file, context),
      ...only('encodingFormat', type ?? null),
      width: { '@type': 'QuantitativeValue', value: width, unitCode: 'E37' },
      height: { '@type': 'QuantitativeValue', value: height, unitCode: 'E37' },
      ...only('caption', image.caption),
      ...only('creditText', image.credit),
      ...(image.licence === null ? {} : { license: { '@type': 'CreativeWork', name: image.licence } }),
    }));
}

function only(property: string, value: string | null): LinkedData {
  return value === null ? {} : { [property]: value };
}

function some(property: string, values: (string | LinkedData)[]): LinkedData {
  return values.length === 0 ? {} : { [property]: values };
}
