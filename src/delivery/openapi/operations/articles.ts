/** Stories, as the document tells of them: without this file nobody could look up how to list, read and check one. */
import { representations } from '../../representations.ts';
import { articleListParameters, noParameters } from '../../schemas/parameters.ts';
import { jsonOf, reading } from '../operation.ts';
import { listSamples } from '../samples/articles.ts';
import { editionSamples, storySamples } from '../samples/story.ts';
import { schemaNamed } from '../schemas.ts';
import type { Content, PathItem } from '../types.ts';

const tag = 'Articles';

const shapes: Readonly<Record<string, { what: string; content: Content }>> = {
  json: { what: 'as JSON', content: { schema: schemaNamed('Article') } },
  html: { what: 'as a page', content: { schema: { type: 'string' } } },
  md: { what: 'as Markdown', content: { schema: { type: 'string' } } },
  txt: { what: 'as plain text', content: { schema: { type: 'string' } } },
  'ninjs.json': {
    what: 'as ninjs 3.1 (IPTC)',
    content: { schema: { type: 'object', required: ['uri'], additionalProperties: true, properties: { uri: { type: 'string' } } } },
  },
  jsonld: {
    what: 'as linked data (schema.org)',
    content: { schema: { type: 'object', required: ['@context', '@type'], additionalProperties: true, properties: { '@context': {}, '@type': {} } } },
  },
};

const mediaType = (type: string): string => type.split(';')[0] ?? type;
const allShapes = Object.fromEntries(representations.map(({ extension, type }) => [mediaType(type), shapes[extension]?.content ?? { schema: {} }]));

const byId = { path: ['articleId'], also: ['BadQuestion', 'NotFound', 'Gone'] } as const;
const byAddress = { path: ['storyLanguage', 'storySlug'], also: ['Moved', 'BadQuestion', 'NotFound', 'Gone'] } as const;

/** One operation for each shape, as its answer is of one type only. */
function shaped(address: string, name: string, { path, also }: typeof byId | typeof byAddress): Record<string, PathItem> {
  return Object.fromEntries(
    representations.map(({ extension, type }) => {
      const { what = '', content = { schema: {} } } = shapes[extension] ?? {};
      const operation = reading({
        id: `${name}As${extension.split('.').map(capital).join('')}`,
        tag: 'Representations',
        summary: `A story ${what}`,
        ...(extension === 'html' ? { description: 'Parameters that are not known are not heard here, as others add theirs to the addresses of pages.' } : {}),
        path,
        ...(extension === 'html' ? {} : { query: noParameters }),
        answers: 'The story.',
        content: { [mediaType(type)]: content },
        headers: extension === 'html' ? 'both' : 'Link',
        also: extension === 'html' ? also.map((name) => (name === 'BadQuestion' ? 'BadAddress' : name)) : also,
      });
      return [`${address}.${extension}`, operation];
    }),
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const articleOperations: Record<string, PathItem> = {
  '/v1/articles': reading({
    id: 'listArticles',
    tag,
    summary: 'Stories, the newest first',
    description:
      'Filters can be put together: a story is shown that fits all of them. Walking the pages by -firstPublishedAt or firstPublishedAt shows every story that was there throughout exactly once, while others come, change and go; by updatedAt nothing is skipped.',
    query: articleListParameters,
    answers: 'A page of stories: summaries, or what view and fields ask for.',
    content: jsonOf('ArticleList'),
    headers: 'Link',
    also: ['BadSearch', 'NotAcceptable'],
    samples: listSamples,
  }),
  '/v1/articles/{id}': reading({
    id: 'getArticle',
    tag,
    summary: 'One story, by its id',
    description: 'In full, and in the shape that Accept likes best. The address stays the same for good.',
    query: noParameters,
    answers: 'The story.',
    content: allShapes,
    headers: 'Link',
    path: byId.path,
    also: [...byId.also, 'NotAcceptable'],
  }),
  '/v1/articles/{language}/{slug}': reading({
    id: 'getArticleByAddress',
    tag,
    summary: 'One story, by its language and slug',
    description: 'The same as under its id. A slug that it had before leads to the one it has (308).',
    query: noParameters,
    answers: 'The story.',
    content: allShapes,
    headers: 'Link',
    path: byAddress.path,
    also: [...byAddress.also, 'NotAcceptable'],
    samples: storySamples,
  }),
  ...shaped('/v1/articles/{id}', 'getArticle', byId),
  ...shaped('/v1/articles/{language}/{slug}', 'getArticleByAddress', byAddress),
  '/v1/articles/{id}/editions': reading({
    id: 'listEditions',
    tag: 'Editions',
    summary: 'The public history of a story',
    description: 'Newest first, all on one page. What was withdrawn or killed keeps its history; embargoed editions are not in it before their time.',
    path: ['articleId'],
    query: noParameters,
    answers: 'The editions.',
    content: jsonOf('EditionList'),
    also: ['BadQuestion', 'NotFound', 'NotAcceptable'],
    samples: editionSamples,
  }),
  '/v1/articles/{id}/editions/{revision}': reading({
    id: 'getEdition',
    tag: 'Editions',
    summary: 'One edition, as it was signed',
    description: 'What a stranger needs to see that the newsroom published this text, and when; docs/verify.mjs in the source does it.',
    path: ['articleId', 'revision'],
    query: noParameters,
    answers: 'Header, content and signature.',
    content: jsonOf('Edition'),
    also: ['BadQuestion', 'NotFound', 'NotAcceptable'],
  }),
};
