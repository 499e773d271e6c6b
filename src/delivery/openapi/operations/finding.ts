/** Searches, names, parts and corrections, as the document tells of them: without this file nobody could look up how to find a story. */
import { correctionsParameters, nameParameters, namesParameters, noParameters, searchParameters } from '../../schemas/parameters.ts';
import { jsonOf, reading } from '../operation.ts';
import { correctionSamples, nameSamples, searchSamples } from '../samples/finding.ts';
import type { SharedParameter } from '../parameters.ts';
import type { SchemaName } from '../schemas.ts';
import type { CodeSample, PathItem } from '../types.ts';

interface Named {
  one: string;
  many: string;
  slug: SharedParameter;
  schema: SchemaName;
  list: SchemaName;
  samples?: readonly CodeSample[];
}

function namesOf({ one, many, slug, schema, list, samples }: Named): Record<string, PathItem> {
  const [first = '', ...rest] = one;
  const called = first.toUpperCase() + rest.join('');
  return {
    [`/v1/${many}`]: reading({
      id: `list${called}s`,
      tag: 'Names',
      summary: `The ${many} of what is published`,
      description: 'By id, page by page. articles counts the stories that the filter of that name finds.',
      query: namesParameters,
      answers: `A page of ${many}.`,
      content: jsonOf(list),
      headers: 'Link',
      also: ['BadPage', 'NotAcceptable'],
      ...(samples ? { samples } : {}),
    }),
    [`/v1/${many}/{slug}`]: reading({
      id: `get${called}`,
      tag: 'Names',
      summary: `One of the ${many}`,
      path: [slug],
      query: nameParameters,
      answers: `The ${one}, with its counts.`,
      content: jsonOf(schema),
      also: ['BadQuestion', 'NotFound', 'NotAcceptable'],
    }),
  };
}

function partsOf(name: string, one: string, id: SharedParameter, schema: SchemaName): Record<string, PathItem> {
  return {
    [`/v1/${name}/{id}`]: reading({
      id: name === 'excerpts' ? 'getExcerpt' : 'getCommentary',
      tag: 'Parts',
      summary: `A ${one}, with the stories that carry it`,
      description: 'As the newest of its stories has it; articles are the newest 100.',
      path: [id],
      query: noParameters,
      answers: 'The part and its stories.',
      content: jsonOf(schema),
      also: ['BadQuestion', 'NotFound', 'NotAcceptable'],
    }),
  };
}

export const findingOperations: Record<string, PathItem> = {
  '/v1/search': reading({
    id: 'searchArticles',
    tag: 'Search',
    summary: 'Stories by what they say',
    description:
      'Every word, and every phrase in quotation marks, has to be in a story; accents and case make no difference. highlights say why each story was found, facets how the search could be narrowed.',
    query: searchParameters,
    answers: 'A page of stories, the best first.',
    content: jsonOf('SearchResults'),
    headers: 'Link',
    also: ['BadSearch', 'NotAcceptable'],
    samples: searchSamples,
  }),
  '/v1/corrections': reading({
    id: 'listCorrections',
    tag: 'Articles',
    summary: 'Stories that were corrected, the latest correction first',
    query: correctionsParameters,
    answers: 'A page of stories; corrections says what was wrong.',
    content: jsonOf('Corrections'),
    headers: 'Link',
    also: ['BadPage', 'NotAcceptable'],
    samples: correctionSamples,
  }),
  ...partsOf('excerpts', 'quoted report', 'excerptId', 'ExcerptWithArticles'),
  ...partsOf('commentaries', 'comment', 'commentaryId', 'CommentaryWithArticles'),
  ...namesOf({ one: 'author', many: 'authors', slug: 'authorSlug', schema: 'CountedAuthor', list: 'AuthorList', samples: nameSamples }),
  ...namesOf({ one: 'outlet', many: 'outlets', slug: 'outletSlug', schema: 'CountedOutlet', list: 'OutletList' }),
  ...namesOf({ one: 'topic', many: 'topics', slug: 'topicSlug', schema: 'CountedTopic', list: 'TopicList' }),
};
