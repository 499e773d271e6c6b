/** One story: its reports, and the comments that answer them, side by side. Without this page there would be nothing to read. */
import { addresses, followable } from '../addresses.ts';
import { momentTree } from '../dates.ts';
import { exchangesIn, type Exchange } from '../exchanges.ts';
import { h, type Element, type ElementContent } from '../html.ts';
import type { Article } from '../newsroom.ts';
import { authorsOf, commentAnchor, commentPart, numberOf } from '../parts/comment.ts';
import { authorLine, outletLink, topicLink } from '../parts/names.ts';
import { figureTree, mainFile } from '../parts/picture.ts';
import { reportTree } from '../parts/report.ts';
import type { Asked, Moved, Page } from '../site.ts';
import { broken, directionOf, inLanguage, listed } from '../tongues.ts';
import { nameOfLanguage, numbered } from '../words/index.ts';

/** Characters: a report that is shorter stays in sight while its answer is read. */
const SHORT = 900;

/** A link by id leads to the story whatever it is called now, and to its notice when its name left with its text. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export async function story(asked: Asked, address: { language: string; slug: string }): Promise<Page | Moved> {
  const key = ID.test(address.slug) ? address.slug : address;
  const { client, settings } = asked.site;
  const [article, linkedData] = await Promise.all([client.articles.get(key), client.articles.rendition(key, 'jsonld')]);
  const { language, slug } = article;
  if (language !== address.language || slug !== address.slug) return { location: addresses.story(article), status: 308 };
  const here = addresses.story(article);
  const file = article.image === null ? null : mainFile(article.image);
  return {
    language: asked.language,
    title: article.title,
    description: article.summary,
    canonical: homeOf(article) ?? new URL(here, settings.siteUrl).href,
    alternates: [{ language, href: here }, ...article.translations.map((one) => ({ language: one.language, href: addresses.story(one) }))],
    feed: { title: settings.name, path: `/feeds/articles?language=${asked.language}` },
    head: [
      h('meta', { property: 'og:type', content: 'article' }),
      ...(file === null ? [] : [h('meta', { property: 'og:image', content: file.url })]),
      // JSON in a script would end at the first "</".
      h('script', { type: 'application/ld+json' }, linkedData.replaceAll('<', '\\u003c')),
    ],
    main: [h('article', { className: ['story'] }, storyTree(article, asked))],
  };
}

/** Where a story is at home: on the outlet's own site, if that is elsewhere. The newsroom's own page of it is no home. */
function homeOf({ url }: Article): string | null {
  return /\/v1\/articles\/[^/]+\/[^/]+\.html$/.test(url) ? null : followable(url);
}

function storyTree(article: Article, asked: Asked): Element[] {
  return [
    headerOf(article, asked),
    ...(article.image === null ? [] : figureTree(article.image, '(min-width: 72rem) 70rem, 100vw')),
    ...exchangesIn(article).map((exchange) => exchangeTree(exchange, article, asked)),
    ...correctionsOf(article, asked),
    footerOf(article, asked),
  ];
}

function headerOf(article: Article, { language, words }: Asked): Element {
  const tongue = inLanguage(article.language, language);
  const topics = article.topics.map((topic) => topicLink(topic, language));
  const written = article.writtenFor === null ? [] : [fact(words.writtenFor, [outletLink(article.writtenFor, language)])];
  const updated = article.updatedAt === article.firstPublishedAt ? [] : [fact(words.updated, [momentTree(article.updatedAt, language)])];
  return h('header', { className: ['story-head'] }, [
    ...(topics.length === 0 ? [] : [h('p', { className: ['kicker'] }, listed(topics, ' · '))]),
    h('h1', tongue, broken(article.title)),
    ...(article.summary === null ? [] : [h('p', { className: ['standfirst'], ...tongue }, broken(article.summary))]),
    ...article.authors.map((author) => h('p', { className: ['byline'] }, authorLine(author, language, words.comma))),
    h('div', { className: ['facts'] }, [
      ...written,
      fact(words.published, [momentTree(article.firstPublishedAt, language)]),
      ...updated,
      ...(article.corrections.length === 0 ? [] : [h('p', h('a', { className: ['corrected'], href: '#corrections' }, words.corrected))]),
    ]),
  ]);
}

function exchangeTree({ reports, comments }: Exchange, article: Article, { language, words }: Asked): Element {
  const length = reports.flatMap(({ leadIn, quote }) => [leadIn ?? '', ...quote]).join('').length;
  const answersTo = (id: string): Element[] =>
    comments
      .filter(({ respondsTo }) => respondsTo.includes(id))
      .flatMap((comment) => authorsOf(comment, article).map(({ name }) => h('a', { href: `#${commentAnchor(comment)}` }, h('bdi', name))));
  const said = reports.map((report) => reportTree(report, { language, words, number: numberOf(report, article), answers: answersTo(report.id) }));
  const replied = comments.map((comment) => commentPart(comment, { language, words, article }));
  return h('div', { className: ['exchange', ...(said.length > 0 && replied.length > 0 ? ['paired'] : []), ...(length < SHORT ? ['short'] : [])] }, [
    ...(said.length === 0 ? [] : [h('div', { className: ['reports'] }, said)]),
    ...(replied.length === 0 ? [] : [h('div', { className: ['comments'] }, replied)]),
  ]);
}

function correctionsOf({ corrections, language: tongue }: Article, { language, words }: Asked): Element[] {
  if (corrections.length === 0) return [];
  const items = corrections.toReversed().map(({ at, notice }) => h('li', [momentTree(at, language), h('p', inLanguage(tongue, language), broken(notice))]));
  return [h('section', { className: ['corrections'], id: 'corrections' }, [h('h2', words.corrections), h('ul', items)])];
}

const SHAPES = [
  ['md', 'Markdown'],
  ['txt', 'Text'],
  ['json', 'JSON'],
  ['ninjs.json', 'ninjs'],
] as const;

function footerOf(article: Article, { site, language, words }: Asked): Element {
  const { outlets, translations } = article;
  const rendition = `${site.settings.newsroomForReaders}/v1${addresses.story(article).replace(/^\/([^/]+)\/articles/, '/articles/$1')}`;
  const others = translations.map((one) =>
    h('a', { href: addresses.story(one), hrefLang: one.language, lang: one.language, dir: directionOf(one.language) }, nameOfLanguage(one.language)),
  );
  const shapes = SHAPES.map(([extension, name]) => h('a', { href: `${rendition}.${extension}`, lang: 'en', dir: 'ltr' }, name));
  const edition = words.edition.replace('{n}', numbered(article.revision, language));
  return h('footer', { className: ['facts', 'story-foot'] }, [
    ...(outlets.length === 0
      ? []
      : [
          fact(
            words.runsOn,
            listed(
              outlets.map((outlet) => outletLink(outlet, language)),
              words.comma,
            ),
          ),
        ]),
    ...(others.length === 0 ? [] : [fact(words.otherLanguages, listed(others, words.comma))]),
    fact(words.otherShapes, listed(shapes, words.comma)),
    h('p', h('a', { href: article.edition }, edition)),
    fact(words.digest, [h('code', { dir: 'ltr' }, article.digest)]),
  ]);
}

function fact(label: string, value: readonly ElementContent[]): Element {
  return h('p', [h('span', { className: ['fact'] }, label), ' ', ...value]);
}
