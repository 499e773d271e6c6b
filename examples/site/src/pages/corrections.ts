/** What was got wrong, in one place: without this page a reader would have to come upon each correction. */
import { addresses } from '../addresses.ts';
import { momentTree } from '../dates.ts';
import { h } from '../html.ts';
import { moreTree } from '../parts/more.ts';
import type { Asked, Page } from '../site.ts';
import { broken, inLanguage } from '../tongues.ts';

export async function corrections(asked: Asked): Promise<Page> {
  const { site, language, words, query } = asked;
  const { data, page } = await site.client.corrections.list({ limit: 20, cursor: query.get('cursor') ?? undefined });
  const items = data.map((article) => {
    const newest = article.corrections.toSorted((a, b) => b.revision - a.revision)[0];
    const tongue = inLanguage(article.language, language);
    return h('li', [
      h('h2', h('a', { href: `${addresses.story(article)}#corrections`, ...tongue, hrefLang: tongue.lang }, broken(article.title))),
      ...(newest === undefined ? [] : [h('p', { className: ['kicker'] }, momentTree(newest.at, language)), h('p', tongue, broken(newest.notice))]),
    ]);
  });
  return {
    language,
    section: 'corrections',
    title: words.corrections,
    feed: { title: words.corrections, path: '/feeds/corrections' },
    main: [
      h('h1', words.corrections),
      items.length === 0 ? h('p', { className: ['nothing'] }, words.nothingYet) : h('ul', { className: ['corrected-stories'] }, items),
      ...moreTree(page.next, asked),
    ],
  };
}
