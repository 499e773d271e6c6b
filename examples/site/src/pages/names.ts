/** All topics, authors or outlets: without this page a reader could find one only by coming upon it. */
import { addresses, type Kind } from '../addresses.ts';
import { h } from '../html.ts';
import { moreTree } from '../parts/more.ts';
import type { Asked, Page } from '../site.ts';
import { nameTree } from '../tongues.ts';
import { counted } from '../words/index.ts';

export async function names(asked: Asked, kind: Kind): Promise<Page> {
  const { site, language, words, query } = asked;
  const { data, page } = await site.client[kind].list({ language, limit: 100, cursor: query.get('cursor') ?? undefined });
  const sorted = data.toSorted((a, b) => a.name.localeCompare(b.name, language));
  return {
    language,
    section: kind,
    title: words[kind],
    main: [
      h('h1', words[kind]),
      ...(data.length === 0 ? [h('p', { className: ['nothing'] }, words.nothingYet)] : []),
      h(
        'ul',
        { className: ['names'] },
        sorted.map((one) =>
          h('li', [
            h('a', { href: addresses.name(language, kind, one.slug) }, nameTree(one, language)),
            h('span', { className: ['count'] }, counted(words.stories, Math.max(...Object.values(one.articles)), language)),
          ]),
        ),
      ),
      ...moreTree(page.next, asked),
    ],
  };
}
