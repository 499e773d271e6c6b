/** A comment: who speaks, in which capacity, and in answer to what. Without this file an opinion would stand there by itself. */
import { commentTree, h, type Element, type ElementContent } from '../html.ts';
import type { Article, Author, Commentary, Excerpt } from '../newsroom.ts';
import { inLanguage, listed } from '../tongues.ts';
import { authorLine } from './names.ts';
import { reportAnchor, reportName, type ReportContext } from './report.ts';

export interface CommentContext extends Omit<ReportContext, 'answers' | 'number'> {
  article: Pick<Article, 'authors' | 'excerpts'>;
}

/** `comment` with an anchor of its own. */
export function commentPart(comment: Commentary, context: CommentContext): Element {
  const { language, words, article } = context;
  const answered = article.excerpts.filter(({ id }) => comment.respondsTo.includes(id));
  return h('section', { className: ['comment'], id: commentAnchor(comment) }, [
    h('h2', { className: ['label'] }, words.comment),
    ...(answered.length === 0
      ? []
      : [
          h('p', { className: ['answers'] }, [
            `${words.inAnswerTo} `,
            ...listed(
              answered.map((report) => linkTo(report, context)),
              words.comma,
            ),
          ]),
        ]),
    h('div', { className: ['prose'], ...inLanguage(comment.language, language) }, commentTree(comment.html, 2)),
    ...signature(comment, context),
  ]);
}

export function commentAnchor({ id }: Pick<Commentary, 'id'>): string {
  return `comment-${id}`;
}

/** The authors of `comment`, as the story names them. */
export function authorsOf({ authors }: Commentary, article: Pick<Article, 'authors'>): Author[] {
  return article.authors.filter(({ id }) => authors.includes(id));
}

/** The number of `report` in its story; null where there is no other. */
export function numberOf(report: Pick<Excerpt, 'id'>, { excerpts }: Pick<Article, 'excerpts'>): number | null {
  return excerpts.length < 2 ? null : excerpts.findIndex(({ id }) => id === report.id) + 1;
}

function linkTo(report: Excerpt, { language, words, article }: CommentContext): ElementContent {
  return h('a', { href: `#${reportAnchor(report)}` }, reportName(report, { language, words, number: numberOf(report, article) }));
}

function signature(comment: Commentary, { language, words, article }: CommentContext): Element[] {
  const authors = authorsOf(comment, article);
  const lines = authors.map((author) => h('p', authorLine(comment.capacity === null ? author : { ...author, role: null }, language, words.comma)));
  const capacity = comment.capacity === null ? [] : [h('p', { className: ['capacity'], ...inLanguage(comment.language, language) }, comment.capacity)];
  return lines.length + capacity.length === 0 ? [] : [h('footer', { className: ['signature'] }, [...lines, ...capacity])];
}
