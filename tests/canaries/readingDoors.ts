/** Without this file nobody would look for secrets where readers read: lists, searches, names, parts, feeds, site maps and every shape of a story. */
import { publishedSchema } from '../../src/delivery/graphql/schema.ts';
import { graphqlAddress } from '../helpers/askGraphql.ts';
import { wholeSelection } from '../helpers/wholeSelection.ts';
import type { Question } from './ask.ts';
import type { Ids } from './stories.ts';

const shapes = ['json', 'html', 'md', 'txt', 'ninjs.json', 'jsonld'];
const feeds = ['rss', 'atom', 'json'];
/** Every field of a story, as GraphQL's schema has them. */
const whole = wholeSelection(publishedSchema(), 'Article');
const everyFacet = `{ ${['outlet', 'source', 'author', 'topic', 'language', 'year'].map((kind) => `${kind} { value name count }`).join(' ')} }`;
const itsStories = 'articles(first: 15) { edges { cursor node { id title } } }';

/** What shows many stories: whoever is in none of these is not to be found. `word` stands in every story. */
export function listDoors(word: string): string[] {
  return [
    ...['', '&sort=firstPublishedAt', '&sort=updatedAt', '&sort=-updatedAt', '&view=full', `&q=${word}`, `&q=${word}&sort=relevance&view=full`].map(
      (rest) => `/v1/articles?limit=100&count=true${rest}`,
    ),
    ...['', '&view=full', '&sort=-firstPublishedAt'].map((rest) => `/v1/search?q=${word}&limit=100&count=true${rest}`),
    '/v1/corrections?limit=100',
    ...['authors', 'outlets', 'topics'].map((kind) => `/v1/${kind}?limit=100`),
    ...['articles', 'corrections'].flatMap((name) => feeds.map((format) => `/feeds/${name}.${format}?limit=100`)),
    '/feeds/articles.ninjs.json?limit=100',
    '/sitemap.xml',
    `/sitemaps/${new Date().getUTCFullYear()}-1.xml`,
    '/sitemap-news.xml',
    ...graphqlLists(word).map((query) => graphqlAddress(query)),
  ];
}

function graphqlLists(word: string): string[] {
  return [
    ...['', ', sort: firstPublishedAt_asc', ', sort: updatedAt_asc', ', sort: updatedAt_desc', `, q: "${word}"`, `, q: "${word}", sort: relevance`].map(
      (rest) => `{ articles(first: 100${rest}) { totalCount pageInfo { endCursor } edges { cursor node ${whole} } } }`,
    ),
    `{ search(q: "${word}", first: 50) { totalCount facets ${everyFacet} edges { node ${whole} highlights { field text } } } }`,
    `{ corrections(first: 100) { edges { cursor node ${whole} } } }`,
    ...['authors', 'outlets', 'topics'].map((kind) => `{ ${kind}(first: 15) { edges { node { id slug name articleCount ${itsStories} } } } }`),
  ];
}

/** What shows one story, or what it carries. */
export function storyDoors(ids: Ids): string[] {
  const filters = [`author=${ids.authors}`, `outlet=${ids.outlets}`, `source=${ids.outlets}`, `writtenFor=${ids.outlets}`, `topic=${ids.topics}`];
  return [
    ...shapes.map((shape) => `/v1/articles/${ids.articles}.${shape}`),
    ...partDoors(ids),
    ...filters.flatMap((filter) => [`/v1/articles?view=full&count=true&${filter}`, `/v1/search?q=as&${filter}`]),
    ...['authors', 'outlets', 'topics'].map((kind) => `/v1/${kind}/${ids[kind as 'authors']}`),
    ...[`authors/${ids.authors}`, `outlets/${ids.outlets}`, `sources/${ids.outlets}`, `topics/${ids.topics}`].flatMap((name) =>
      feeds.map((format) => `/feeds/${name}.${format}`),
    ),
    ...graphqlStories(ids).map((query) => graphqlAddress(query)),
  ];
}

function graphqlStories(ids: Ids): string[] {
  const filters = [
    `author: "${ids.authors}"`,
    `outlet: "${ids.outlets}"`,
    `source: "${ids.outlets}"`,
    `writtenFor: "${ids.outlets}"`,
    `topic: "${ids.topics}"`,
  ];
  return [
    `{ article(id: "${ids.articles}") ${whole} }`,
    ...filters.map((filter) => `{ articles(${filter}) { totalCount edges { node ${whole} } } search(q: "as", ${filter}) { edges { node { title } } } }`),
    `{ author(slug: "${ids.authors}") { slug name role articleCount ${itsStories} } }`,
    ...['outlet', 'source', 'writtenFor'].map(
      (as) => `{ outlet(slug: "${ids.outlets}") { slug name homepage articleCount(as: ${as}) ${itsStories.replace('(', `(as: ${as}, `)} } }`,
    ),
    `{ topic(slug: "${ids.topics}") { slug name mediaTopic articleCount ${itsStories} } }`,
  ];
}

/** What is told instead of a story. */
export function takenBackDoor(ids: Ids): string {
  return graphqlAddress(`{ takenBack(id: "${ids.articles}") { id kind notice at } }`);
}

/** Its excerpt and its commentary. */
export function partDoors(ids: Ids): string[] {
  return [`/v1/excerpts/${ids['news-excerpts']}`, `/v1/commentaries/${ids.commentaries}`];
}

export const asQuestions = (paths: readonly string[]): Question[] => paths.map((path) => ({ path }));
