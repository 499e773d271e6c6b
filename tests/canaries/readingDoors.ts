/** Without this file nobody would look for secrets where readers read: lists, searches, names, parts, feeds, site maps and every shape of a story. */
import type { Question } from './ask.ts';
import type { Ids } from './stories.ts';

const shapes = ['json', 'html', 'md', 'txt', 'ninjs.json', 'jsonld'];
const feeds = ['rss', 'atom', 'json'];

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
  ];
}

/** Its excerpt and its commentary. */
export function partDoors(ids: Ids): string[] {
  return [`/v1/excerpts/${ids['news-excerpts']}`, `/v1/commentaries/${ids.commentaries}`];
}

export const asQuestions = (paths: readonly string[]): Question[] => paths.map((path) => ({ path }));
