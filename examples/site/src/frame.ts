/** What stands around every page: without this file a reader could not get from one to the next. */
import { addresses } from './addresses.ts';
import { h, type Element } from './html.ts';
import type { Asked, Page, Section, Site } from './site.ts';
import { directionOf, inLanguage } from './tongues.ts';
import { languages, nameOfLanguage, wordsIn, type Words } from './words/index.ts';

/** `page` as a whole document. */
export function framed(page: Page, asked: Pick<Asked, 'site' | 'path' | 'query'>): Element {
  const { language } = page;
  const words = wordsIn(language);
  return h('html', { lang: language, dir: directionOf(language) }, [
    h('head', headOf(page, asked)),
    h('body', [
      h('a', { className: ['skip'], href: '#content' }, words.skip),
      masthead(page, asked, words),
      h('main', { id: 'content', tabIndex: -1 }, page.main),
      foot(page, asked.site, words),
    ]),
  ]);
}

function headOf(page: Page, { site, path, query }: Pick<Asked, 'site' | 'path' | 'query'>): Element[] {
  const { settings } = site;
  const canonical = page.canonical ?? new URL(path, settings.siteUrl).href;
  const title = page.title === settings.name ? page.title : `${page.title} · ${settings.name}`;
  const hidden = page.status !== undefined || page.indexed === false || query.size > 0;
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    ...(page.description ? [h('meta', { name: 'description', content: page.description }), graph('og:description', page.description)] : []),
    graph('og:title', page.title),
    graph('og:site_name', settings.name),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('link', { rel: ['stylesheet'], href: site.style }),
    h('link', { rel: ['icon'], type: 'image/svg+xml', href: '/icon.svg' }),
    ...(hidden ? [h('meta', { name: 'robots', content: 'noindex' })] : [h('link', { rel: ['canonical'], href: canonical }), graph('og:url', canonical)]),
    ...(page.alternates ?? []).map(({ language, href }) => h('link', { rel: ['alternate'], hrefLang: language, href: new URL(href, settings.siteUrl).href })),
    ...feedsOf(page, settings.newsroomForReaders).map(({ type, href, title: named }) => h('link', { rel: ['alternate'], type, title: named, href })),
    ...(page.head ?? []),
  ];
}

const FEEDS = [
  ['atom', 'application/atom+xml', 'Atom'],
  ['rss', 'application/rss+xml', 'RSS'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

function feedsOf({ feed }: Page, newsroom: string): { type: string; href: string; title: string; name: string }[] {
  if (feed === undefined) return [];
  const [path = '', query] = feed.path.split('?');
  return FEEDS.map(([extension, type, name]) => ({
    ...{ type, name, title: `${feed.title} (${name})` },
    href: `${newsroom}${path}.${extension}${query === undefined ? '' : `?${query}`}`,
  }));
}

function masthead(page: Page, { site, query }: Pick<Asked, 'site' | 'query'>, words: Words): Element {
  const { language } = page;
  const q = page.section === 'search' ? (query.get('q') ?? '') : '';
  return h('header', { className: ['masthead'] }, [
    h('div', { className: ['masthead-top'] }, [
      h('a', { className: ['brand'], href: addresses.front(language) }, [
        h('img', { src: '/icon.svg', alt: '', width: 36, height: 36 }),
        h('span', site.settings.name),
      ]),
      h('form', { role: 'search', action: addresses.search(language), className: ['search'] }, [
        h('label', { htmlFor: 'q', className: ['unseen'] }, words.searchFor),
        h('input', { id: 'q', name: 'q', type: 'search', value: q, required: true, maxLength: 1000, autoComplete: 'off', dir: 'auto' }),
        h('button', { type: 'submit' }, words.search),
      ]),
    ]),
    h('nav', { className: ['sections'], ariaLabel: words.sections }, [
      h(
        'ul',
        sectionsIn(words, language).map(([section, name, href]) =>
          h('li', [h('a', { href, ariaCurrent: section === page.section ? 'page' : undefined }, name)]),
        ),
      ),
    ]),
  ]);
}

function sectionsIn(words: Words, language: string): [Section, string, string][] {
  return [
    ['latest', words.latest, addresses.front(language)],
    ['topics', words.topics, addresses.names(language, 'topics')],
    ['authors', words.authors, addresses.names(language, 'authors')],
    ['outlets', words.outlets, addresses.names(language, 'outlets')],
    ['corrections', words.corrections, addresses.corrections(language)],
  ];
}

function foot(page: Page, site: Site, words: Words): Element {
  const feeds = feedsOf(page, site.settings.newsroomForReaders);
  return h('footer', { className: ['foot'] }, [
    h('nav', { className: ['languages'], ariaLabel: words.languages }, [
      h(
        'ul',
        languages.map((language) =>
          h('li', [
            h(
              'a',
              {
                href: hrefIn(language, page),
                hrefLang: language,
                ...inLanguage(language, page.language),
                ariaCurrent: language === page.language ? 'true' : undefined,
              },
              nameOfLanguage(language),
            ),
          ]),
        ),
      ),
    ]),
    ...(feeds.length === 0
      ? []
      : [
          h('p', { className: ['follow'] }, [
            h('span', words.follow),
            ...feeds.flatMap(({ href, type, name }) => [' ', h('a', { href, type, lang: 'en' }, name)]),
          ]),
        ]),
  ]);
}

/** Where this page is in `language`: where it is not, the front page. */
function hrefIn(language: string, { alternates = [] }: Page): string {
  const same = alternates.find((one) => one.language.toLowerCase().split('-')[0] === language);
  return same?.href ?? addresses.front(language);
}

function graph(property: string, content: string): Element {
  return h('meta', { property, content });
}
