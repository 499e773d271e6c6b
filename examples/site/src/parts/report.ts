/** A quoted report: whose words they are, when they were printed, where they can be read, and who answers them. Without this file a quotation would be hearsay. */
import { followable } from '../addresses.ts';
import { dayTree } from '../dates.ts';
import { h, type Element, type ElementContent } from '../html.ts';
import type { Excerpt } from '../newsroom.ts';
import { broken, inLanguage, listed, nameTree } from '../tongues.ts';
import type { Words } from '../words/index.ts';
import { outletLink } from './names.ts';

export interface ReportContext {
  /** Of the words around it. */
  language: string;
  words: Words;
  /** In the story, from 1; null where it is the only one. */
  number: number | null;
  /** Links to the comments that answer it. */
  answers: readonly Element[];
}

/** `report` with an anchor of its own. */
export function reportTree(report: Excerpt, context: ReportContext): Element {
  const { language } = context;
  const cite = followable(report.url) ?? undefined;
  const tongue = inLanguage(report.language, language);
  const quote = h(
    'blockquote',
    { cite, ...tongue },
    report.quote.map((paragraph) => h('p', broken(paragraph))),
  );
  const leadIn = report.leadIn === null ? [] : [h('p', { className: ['lead-in'], ...tongue }, broken(report.leadIn))];
  return h('section', { className: ['report'], id: reportAnchor(report) }, [
    headingOf(context),
    ...leadIn,
    h('figure', [quote, h('figcaption', sourceOf(report, context))]),
  ]);
}

export function reportAnchor({ id }: Pick<Excerpt, 'id'>): string {
  return `report-${id}`;
}

/** How a comment calls the report that it answers. */
export function reportName(report: Excerpt, { language, words, number }: Omit<ReportContext, 'answers'>): ElementContent[] {
  const date = report.publishedOn ?? report.publishedOnPartial;
  return [
    ...(number === null ? [] : [numberTree(number)]),
    nameTree(report.outlet, language),
    ...(date === null ? [] : [{ type: 'text' as const, value: words.comma }, dayTree(date, language)]),
  ];
}

function headingOf({ words, number }: ReportContext): Element {
  return h('h2', { className: ['label'] }, number === null ? [words.report] : [`${words.report} `, numberTree(number)]);
}

function numberTree(number: number): Element {
  return h('span', { className: ['number'] }, [String(number)]);
}

function sourceOf(report: Excerpt, { language, words, answers }: ReportContext): Element[] {
  const { outlet, title, reporter, rights, verification } = report;
  const date = report.publishedOn ?? report.publishedOnPartial;
  const href = followable(report.url);
  const who: ElementContent[] = [
    outletLink(outlet, language),
    ...(reporter === null ? [] : [h('bdi', reporter)]),
    ...(date === null ? [] : [dayTree(date, language)]),
  ];
  return [
    h('p', { className: ['source'] }, listed(who, words.comma)),
    ...(title === null ? [] : [h('p', [h('cite', inLanguage(report.language, language), title)])]),
    ...(href === null ? [] : [h('p', [h('a', { href, rel: ['external'] }, words.originalReport)])]),
    ...(verification === 'unverified' ? [] : [h('p', { className: [verification] }, words[verification])]),
    ...(rights === null ? [] : [h('p', { dir: 'auto' }, broken(rights))]),
    ...(answers.length === 0 ? [] : [h('p', { className: ['answered'] }, [`${words.answeredBy} `, ...listed(answers, words.comma)])]),
  ];
}
