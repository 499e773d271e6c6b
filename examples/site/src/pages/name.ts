/** One topic, author or outlet with its stories: without this page nobody could follow a voice or a matter. */
import { addresses, followable, withQuery, type Kind } from '../addresses.ts';
import { filled, h, type Element } from '../html.ts';
import type { ArticleFilter } from '../newsroom.ts';
import { cardTree } from '../parts/card.ts';
import { moreTree } from '../parts/more.ts';
import type { Asked, Moved, Page } from '../site.ts';
import { nameTree } from '../tongues.ts';
import { counted, type Words } from '../words/index.ts';

/** As what a story can have a name: by the filter that finds it. */
type Part = 'topic' | 'author' | 'source' | 'outlet' | 'writtenFor';

const titles = {
  topic: 'storiesAbout',
  author: 'storiesBy',
  source: 'storiesQuoting',
  outlet: 'storiesOn',
  writtenFor: 'storiesFor',
} as const satisfies Record<Part, keyof Words>;
const feeds: Readonly<Record<Part, string | null>> = { topic: 'topics', author: 'authors', source: 'sources', outlet: 'outlets', writtenFor: null };

/** What the newsroom says of a name, whatever it is the name of. */
interface Named {
  slug: string;
  name: string;
  language?: string;
  role?: string | null;
  homepage?: string | null;
  articles: Partial<Record<Part, number>>;
}

export async function name(asked: Asked, kind: Kind, slug: string): Promise<Page | Moved> {
  const { site, language, words, query } = asked;
  const named: Named = await site.client[kind].get(slug, { language });
  if (named.slug !== slug) return { location: addresses.name(language, kind, named.slug), status: 308 };
  const parts = (Object.entries(named.articles) as [Part, number][]).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
  const part = parts.find(([one]) => one === query.get('as'))?.[0] ?? parts[0]?.[0] ?? 'outlet';
  const filter: ArticleFilter = { [part]: slug };
  const { data, page } = await site.client.articles.list({ ...filter, view: 'full', limit: 12, cursor: query.get('cursor') ?? undefined });
  const feed = feeds[part];
  return {
    language,
    section: kind,
    title: named.name,
    ...(feed === null ? {} : { feed: { title: named.name, path: `/feeds/${feed}/${encodeURIComponent(slug)}` } }),
    main: [
      h('header', { className: ['name-head'] }, [
        h('h1', nameTree(named, language)),
        ...(named.role ? [h('p', { className: ['standfirst'], dir: 'auto' }, named.role)] : []),
        ...websiteOf(named, words),
        ...(parts.length < 2 ? [] : [tabs(parts, part, asked)]),
      ]),
      h('h2', { className: ['list-title'] }, filled(words[titles[part]], { name: nameTree(named, language) })),
      h(
        'div',
        { className: ['cards'] },
        data.map((article) => cardTree(article, { language, words })),
      ),
      ...moreTree(page.next, asked),
    ],
  };
}

function websiteOf({ homepage = null }: Named, words: Words): Element[] {
  const href = followable(homepage);
  return href === null ? [] : [h('p', [`${words.website}: `, h('a', { href, rel: ['external'], dir: 'ltr' }, new URL(href).host)])];
}

function tabs(parts: readonly [Part, number][], chosen: Part, { path, words, language }: Asked): Element {
  const labels: Readonly<Record<Part, string>> = { ...words, source: words.source, outlet: words.runsOn, writtenFor: words.writtenFor };
  const items = parts.map(([part, count]) =>
    h('li', [
      h('a', { href: withQuery(path, new URLSearchParams({ as: part })), ariaCurrent: part === chosen ? 'true' : undefined }, [
        `${labels[part]} `,
        h('span', { className: ['count'] }, counted(words.stories, count, language)),
      ]),
    ]),
  );
  return h('ul', { className: ['tabs'] }, items);
}
