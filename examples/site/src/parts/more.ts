/** The way to the next page of a list: without this file a reader would see the newest stories only. */
import { withQuery } from '../addresses.ts';
import { h, type Element } from '../html.ts';
import type { Asked } from '../site.ts';

/** Links onwards, and back to the beginning. */
export function moreTree(next: string | null, { path, query, words }: Pick<Asked, 'path' | 'query' | 'words'>): Element[] {
  const onwards = new URLSearchParams(query);
  if (next !== null) onwards.set('cursor', next);
  const back = new URLSearchParams(query);
  back.delete('cursor');
  const links = [
    ...(query.has('cursor') ? [h('a', { href: withQuery(path, back) }, words.backToNewest)] : []),
    ...(next === null ? [] : [h('a', { href: withQuery(path, onwards), rel: ['next'] }, words.older)]),
  ];
  return links.length === 0 ? [] : [h('p', { className: ['more'] }, links)];
}
