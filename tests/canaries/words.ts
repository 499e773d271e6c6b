/** Without this file no document of the canary newsroom would hold a word: what stands in each field of a story and all it carries. */
import { bodyOf } from '../helpers/staff.ts';

/** Says what stands in a field; `collection.path` names it. */
export type Say = (field: string) => string;

/** Fields of a published document that only staff see. */
export const STAFF_ONLY = new Set([
  'articles.notes',
  'news-excerpts.notes',
  'news-excerpts.reporterContact',
  'news-excerpts.snapshot.text',
  'news-excerpts.snapshot.sourceUrl',
  'commentaries.notes',
  'media.notes',
  'authors.notes',
  'authors.aliases',
  'outlets.notes',
  'outlets.aliases',
  'outlets.usageTerms',
  'topics.notes',
]);

/** In quotation marks and with a sign that JSON, HTML and addresses each write in their own way. */
const printed = (word: string) => `“${word}” & more, as <they> say`;

export const outletWords = (say: Say) => ({
  name: printed(say('outlets.name')),
  slug: say('outlets.slug'),
  kinds: ['source', 'website', 'organisation'],
  homepage: `https://example.org/${say('outlets.homepage')}`,
  storyUrl: `https://example.org/${say('outlets.storyUrl')}/{slug}`,
  aliases: [say('outlets.aliases')],
  usageTerms: printed(say('outlets.usageTerms')),
  notes: printed(say('outlets.notes')),
});

export const authorWords = (say: Say) => ({
  name: printed(say('authors.name')),
  slug: say('authors.slug'),
  role: printed(say('authors.role')),
  bio: printed(say('authors.bio')),
  links: [{ label: say('authors.links.label'), url: `https://example.org/${say('authors.links.url')}` }],
  aliases: [say('authors.aliases')],
  notes: printed(say('authors.notes')),
});

export const topicWords = (say: Say) => ({ name: printed(say('topics.name')), slug: say('topics.slug'), notes: printed(say('topics.notes')) });

export const imageWords = (say: Say) => ({
  alt: printed(say('media.alt')),
  caption: printed(say('media.caption')),
  credit: say('media.credit'),
  licence: say('media.licence'),
  notes: printed(say('media.notes')),
});

export const excerptWords = (say: Say) => ({
  title: printed(say('news-excerpts.title')),
  url: `https://example.org/${say('news-excerpts.url')}`,
  publishedOn: '2024-05-24',
  leadIn: `On 24 May, ${say('news-excerpts.leadIn')} reported:`,
  quote: [`“${say('news-excerpts.quote')}`, 'It stays so.”'],
  language: `en-x-${say('news-excerpts.language')}`,
  reporter: say('news-excerpts.reporter'),
  reporterContact: `${say('news-excerpts.reporterContact')}@example.org`,
  // So much like the second paragraph of the quote that the difference shows what stands in the snapshot.
  snapshot: {
    text: `It ${say('news-excerpts.snapshot.text')} so. ${printed(say('news-excerpts.snapshot.text'))}`,
    sourceUrl: `https://example.org/${say('news-excerpts.snapshot.sourceUrl')}`,
  },
  rights: printed(say('news-excerpts.rights')),
  notes: printed(say('news-excerpts.notes')),
});

export const commentaryWords = (say: Say) => ({
  body: bodyOf(printed(say('commentaries.body'))),
  capacity: printed(say('commentaries.capacity')),
  language: `en-x-${say('commentaries.language')}`,
  notes: printed(say('commentaries.notes')),
});

export const articleWords = (say: Say) => ({
  title: printed(say('articles.title')),
  slug: say('articles.slug'),
  language: `en-x-${say('articles.language')}`,
  summary: printed(say('articles.summary')),
  notes: printed(say('articles.notes')),
});
