/** A story on a page with others: its headline, and the beginning of what was said and what was answered. Without this file a front page would be a list of titles. */
import { addresses } from '../addresses.ts';
import { dayTree } from '../dates.ts';
import { exchangesIn } from '../exchanges.ts';
import { h, type Element, type ElementContent } from '../html.ts';
import type { Article } from '../newsroom.ts';
import { broken, directionOf, inLanguage, listed, nameTree } from '../tongues.ts';
import type { Words } from '../words/index.ts';
import { topicLink } from './names.ts';
import { pictureTree } from './picture.ts';

export interface CardContext {
  language: string;
  words: Words;
  /** The first of a front page is larger. */
  lead?: boolean;
}

export function cardTree(article: Article, { language, words, lead = false }: CardContext): Element {
  const tongue = inLanguage(article.language, language);
  const picture =
    article.image === null ? null : pictureTree(article.image, lead ? '(min-width: 62rem) 36rem, 100vw' : '(min-width: 40rem) 24rem, 100vw', lead);
  return h('article', { className: ['card', ...(lead ? ['lead'] : [])] }, [
    // The headline leads to the same place: one link is enough for those who listen.
    ...(picture === null ? [] : [h('div', { className: ['card-picture'] }, picture)]),
    h('div', { className: ['card-words'] }, [
      kicker(article, { language, words }),
      h('h2', h('a', { href: addresses.story(article), ...tongue, hrefLang: tongue.lang }, broken(article.title))),
      ...(article.summary === null ? [] : [h('p', { className: ['standfirst'], ...tongue }, broken(article.summary))]),
      ...exchangeOf(article),
    ]),
  ]);
}

export function kicker(
  article: Pick<Article, 'topics' | 'firstPublishedAt' | 'status'>,
  { language, words }: Pick<CardContext, 'language' | 'words'>,
): Element {
  const topics = article.topics.map((topic) => topicLink(topic, language));
  const corrected = article.status === 'corrected' ? [h('span', { className: ['corrected'] }, words.corrected)] : [];
  return h('p', { className: ['kicker'] }, listed([...topics, dayTree(article.firstPublishedAt.slice(0, 10), language), ...corrected], ' · '));
}

/** The first report that is answered, and its answer; how much of them is seen is the style's affair. */
function exchangeOf(article: Article): Element[] {
  const exchanges = exchangesIn(article);
  const { reports = [], comments = [] } = exchanges.find((one) => one.reports.length > 0 && one.comments.length > 0) ?? exchanges[0] ?? {};
  const [report] = reports;
  const [comment] = comments;
  const said = report?.quote[0];
  const answered = comment?.text.split('\n').find((line) => line.trim() !== '');
  const author = article.authors.find(({ id }) => comment?.authors.includes(id) ?? false);
  const voice = (name: string, tagName: string, tongue: string, text: string, who: ElementContent[]): Element =>
    h('div', { className: ['voice', name], lang: tongue, dir: directionOf(tongue) }, [
      h(tagName, { className: ['words'] }, h('p', text)),
      ...(who.length === 0 ? [] : [h('p', { className: ['who'] }, who)]),
    ]);
  return [
    ...(report === undefined || said === undefined ? [] : [voice('said', 'blockquote', report.language, said, [nameTree(report.outlet, report.language)])]),
    ...(comment === undefined || answered === undefined
      ? []
      : [voice('replied', 'div', comment.language, answered, author === undefined ? [] : [h('bdi', author.name)])]),
  ];
}
