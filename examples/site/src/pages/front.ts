/** The newest stories of a language: without this page a reader would have to know what to look for. */
import { addresses } from '../addresses.ts';
import { h } from '../html.ts';
import { cardTree } from '../parts/card.ts';
import { moreTree } from '../parts/more.ts';
import type { Asked, Page } from '../site.ts';
import { languages } from '../words/index.ts';

/** The first stands alone; the others fill rows of two and of three. */
const STORIES = 13;

export async function front(asked: Asked): Promise<Page> {
  const { site, language, words, query } = asked;
  const cursor = query.get('cursor') ?? undefined;
  const { data, page } = await site.client.articles.list({ language, view: 'full', limit: STORIES, cursor });
  return {
    language,
    section: 'latest',
    title: site.settings.name,
    alternates: [...languages.map((one) => ({ language: one, href: addresses.front(one) })), { language: 'x-default', href: '/' }],
    feed: { title: site.settings.name, path: `/feeds/articles?language=${language}` },
    main: [
      h('h1', { className: ['unseen'] }, words.latest),
      data.length === 0
        ? h('p', { className: ['nothing'] }, words.nothingYet)
        : h(
            'div',
            { className: ['cards'] },
            data.map((article, index) => cardTree(article, { language, words, lead: index === 0 && cursor === undefined })),
          ),
      ...moreTree(page.next, asked),
    ],
  };
}
