/** What a changed story makes old in caches elsewhere: without this file they would be told of the story and forget who else names it. */
import { representations } from '../representations.ts';
import { addressesOf } from '../../replica/addresses.ts';
import { storyById } from '../../replica/stories.ts';
import type { View } from '../../replica/view.ts';
import { keyOf, MANY } from '../surrogateKeys.ts';

/** What shows many stories, under the addresses that have no parameters. */
const lists = [
  ...['/v1/articles', '/v1/corrections', '/v1/ledger-head', '/sitemap.xml', '/sitemap-news.xml', '/feeds/articles.ninjs.json'],
  ...['articles', 'corrections'].flatMap((name) => ['rss', 'atom', 'json'].map((format) => `/feeds/${name}.${format}`)),
];

/** Surrogate keys: of the story, of those that name it as a translation from now on (the others have its key already), of all lists. */
export function keysOf(view: View, id: string): string[] {
  return [...family(view, id).map((one) => keyOf('article', one)), MANY];
}

/** Paths of the same, as far as they can be told: lists by filters and pages by number end by themselves after some seconds. */
export function pathsOf(view: View, id: string): string[] {
  const ids = family(view, id);
  const stories = [
    ...ids.map((one) => `/v1/articles/${one}`),
    ...addressesOf(view, ids).map(({ language, slug }) => `/v1/articles/${encodeURIComponent(language)}/${encodeURIComponent(slug)}`),
  ];
  return [...stories.flatMap((path) => [path, ...representations.map(({ extension }) => `${path}.${extension}`)]), `/v1/articles/${id}/editions`, ...lists];
}

function family(view: View, id: string): string[] {
  const found = storyById(view, id);
  return [id, ...(found && 'story' in found ? found.story.translations.map((translation) => translation.id) : [])];
}
