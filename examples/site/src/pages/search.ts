/** Stories by what they say, why each was found, and what could narrow the search: without this page an archive would be as good as lost. */
import { addresses } from '../addresses.ts';
import { dayTree } from '../dates.ts';
import { h, highlightTree, type Element } from '../html.ts';
import { ProblemError, type ArticleFilter, type FacetKind, type Found, type SearchPage } from '../newsroom.ts';
import { moreTree } from '../parts/more.ts';
import type { Asked, Page } from '../site.ts';
import { broken, inLanguage, listed } from '../tongues.ts';
import { counted, nameOfLanguage, numbered } from '../words/index.ts';

/** What is asked for of each story decides what is in it. */
type Question = { q: string };

const kinds: readonly FacetKind[] = ['topic', 'source', 'author', 'outlet', 'language', 'year'];
/** Of each kind, the most frequent. */
const MOST = 8;

export async function search(asked: Asked): Promise<Page> {
  const { language, words, query, site } = asked;
  const q = query.get('q')?.trim() ?? '';
  const page: Page = { language, section: 'search', title: q === '' ? words.search : `${words.search}: ${q}`, indexed: false, main: [] };
  if (q === '') return { ...page, main: [h('h1', words.search), formTree(asked)] };
  try {
    const found = await site.client.search.list({ ...narrowed(query), q, limit: 20, count: true });
    return { ...page, main: resultsTree(found, asked) };
  } catch (error) {
    // Words that nobody can look for are the reader's, and the newsroom says what is wrong with them.
    if (!(error instanceof ProblemError) || (error.status !== 400 && error.status !== 422)) throw error;
    const told = error.errors.map(({ detail }) => detail).join(' ') || error.detail;
    return { ...page, status: 400, main: [h('h1', words.search), formTree(asked), h('p', { className: ['nothing'], lang: 'en', dir: 'ltr' }, told)] };
  }
}

/** What of the reader's address narrows the search; a year is two days. */
function narrowed(query: URLSearchParams): ArticleFilter & { cursor?: string } {
  const narrower: ArticleFilter & { cursor?: string } = {};
  for (const kind of kinds) {
    const value = query.get(kind);
    if (value !== null && kind !== 'year') narrower[kind] = value;
  }
  const year = /^\d{4}$/.exec(query.get('year') ?? '')?.[0];
  const cursor = query.get('cursor');
  return { ...narrower, ...(year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }), ...(cursor === null ? {} : { cursor }) };
}

function formTree({ language, words, query }: Asked): Element {
  return h('form', { role: 'search', ariaLabel: words.searchFor, action: addresses.search(language), className: ['search', 'large'] }, [
    h('input', { name: 'q', type: 'search', value: query.get('q') ?? '', ariaLabel: words.searchFor, required: true, maxLength: 1000, dir: 'auto' }),
    h('button', { type: 'submit' }, words.search),
  ]);
}

function resultsTree({ data, facets, page }: SearchPage<Question>, asked: Asked): Element[] {
  const { language, words } = asked;
  const total = typeof page.total === 'number' ? counted(words.results, page.total, language) : `10${words.comma === ', ' ? ',' : ''}000+`;
  return [
    h('h1', [`${words.search}: `, h('q', { dir: 'auto' }, asked.query.get('q') ?? '')]),
    h('p', { className: ['total'], role: 'status' }, data.length === 0 && page.total === 0 ? words.nothingFound : total),
    chosenTree(asked),
    h('div', { className: ['found'] }, [
      h('div', { className: ['results'] }, [...data.map((one) => resultTree(one, asked)), ...moreTree(page.next, asked)]),
      ...(data.length === 0 ? [] : [facetsTree(facets, asked)]),
    ]),
  ];
}

function resultTree(article: Found<Question>, { language, words }: Asked): Element {
  const tongue = inLanguage(article.language, language);
  const title = article.highlights.find(({ field }) => field === 'title');
  const sources = [...new Set(article.excerpts.map(({ outlet }) => outlet.name))].map((name) => h('bdi', name));
  return h('article', { className: ['result'] }, [
    h(
      'h2',
      h('a', { href: addresses.story(article), ...tongue, hrefLang: tongue.lang }, title === undefined ? broken(article.title) : highlightTree(title.text)),
    ),
    h(
      'p',
      { className: ['kicker'] },
      listed([dayTree(article.firstPublishedAt.slice(0, 10), language), ...(sources.length === 0 ? [] : [h('span', listed(sources, words.comma))])], ' · '),
    ),
    ...article.highlights.filter((one) => one !== title).map(({ text }) => h('p', { className: ['highlight'], ...tongue }, highlightTree(text))),
  ]);
}

/** What the search is narrowed to, each with a way to take it back. */
function chosenTree({ language, words, query }: Asked): Element {
  const chosen = kinds.filter((kind) => query.has(kind));
  return h(
    'ul',
    { className: ['chosen'] },
    chosen.map((kind) => {
      const value = query.get(kind) ?? '';
      return h(
        'li',
        h(
          'a',
          { href: addresses.search(language, without(query, kind)), ariaLabel: `${words.remove}: ${words[kind]} ${value}` },
          `${words[kind]}: ${kind === 'language' ? nameOfLanguage(value) : value} ×`,
        ),
      );
    }),
  );
}

function facetsTree(facets: SearchPage<Question>['facets'], { language, words, query }: Asked): Element {
  const open = kinds.filter((kind) => !query.has(kind) && facets[kind].length > 1);
  const groups = open.map((kind) =>
    h('details', { open: kind === 'topic' || kind === 'source' }, [
      h('summary', words[kind]),
      h(
        'ul',
        facets[kind].slice(0, MOST).map(({ value, name, count }) => {
          const narrower = without(query, kind);
          narrower.set(kind, value);
          return h('li', [
            h('a', { href: addresses.search(language, narrower) }, [
              h('bdi', kind === 'language' ? nameOfLanguage(value) : (name ?? value)),
              ' ',
              h('span', { className: ['count'] }, numbered(count, language)),
            ]),
          ]);
        }),
      ),
    ]),
  );
  return h('aside', { className: ['facets'], ariaLabel: words.narrow }, [h('h2', { className: ['label'] }, words.narrow), ...groups]);
}

/** The same search without `kind`, from its first page. */
function without(query: URLSearchParams, kind: string): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(kind);
  rest.delete('cursor');
  return rest;
}
