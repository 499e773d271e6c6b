/** Lists of stories, page by page: without this file a reader could only ask for what is known already. */
import type { z } from 'zod';
import type { PublishedStory } from '../domain/publishedStory.ts';
import type { RenditionContext } from '../renditions/context.ts';
import { articleOf, summaryOf, type Article, type ArticleSummary } from '../renditions/json.ts';
import type { StoryFilter } from '../replica/filters.ts';
import { matchFor } from '../replica/searching.ts';
import { cursorAt, markIn, markOf, positionIn, type Mark } from './cursor.ts';
import { pageReply } from './pages.ts';
import { askedIn, notRight } from './parameters.ts';
import type { Asked, Reply } from './ready.ts';
import { articleListParameters, type ArticleListQuery } from './schemas/parameters.ts';

/** `/v1/articles`. */
export async function articleList(asked: Asked): Promise<Reply> {
  const query = askedIn(asked.query, articleListParameters);
  const { stories, next, total } = await foundBy(asked, query);
  const data = stories.map((story) => shown(story, query, asked.context));
  return pageReply(asked, { data, limit: query.limit, next, ...total });
}

export interface FoundStories {
  stories: PublishedStory[];
  filter: StoryFilter;
  /** The cursor of the next page. */
  next: string | null;
  /** `{ total }` where it was asked for. */
  total: { total?: number | '10000+' };
}

/** A page of what `query` finds. A cursor fits the filters, the words and the order that it came from; how much of each story is shown, and how many, may change on the way. */
export async function foundBy({ questions }: Pick<Asked, 'questions'>, query: ArticleListQuery): Promise<FoundStories> {
  const filter = filterOf(query);
  const bound = { filter, sort: query.sort };
  const { stories, next } = await pageOf(questions, filter, query, markIn(query.cursor, bound));
  const total = query.count ? totalOf(await questions.count(filter)) : {};
  return { stories, filter, next: next && cursorAt(next, bound), total };
}

/** A story as the query wants it shown. */
export function shown(
  story: PublishedStory,
  { view, fields }: Pick<ArticleListQuery, 'view' | 'fields'>,
  context: RenditionContext,
): Partial<Article | ArticleSummary> {
  const whole = view === 'full' ? articleOf(story, context) : summaryOf(story, context);
  if (fields === undefined) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => fields.some((field) => field === name)));
}

async function pageOf(questions: Asked['questions'], filter: StoryFilter, { sort, limit }: ArticleListQuery, mark: Mark | null) {
  if (sort !== 'relevance') {
    const { stories, next } = await questions.list(filter, sort, limit, positionIn(mark));
    return { stories, next: next && markOf(next) };
  }
  const { match } = filter;
  if (match === undefined) throw new TypeError('Relevance is to words.');
  const { stories, next } = await questions.search({ ...filter, match }, limit, Number(mark?.[0] ?? 0));
  return { stories, next: next === null ? null : [next] };
}

function filterOf({ outlet, source, author, topic, language, writtenFor, from, to, q }: z.output<typeof articleListParameters>): StoryFilter {
  const given = Object.entries({ outlet, source, author, topic, language, writtenFor }).filter(([, values]) => values !== undefined);
  return {
    facets: Object.fromEntries(given),
    ...(from === undefined ? {} : { from: from.begin }),
    ...(to === undefined ? {} : { to: to.end }),
    ...(q === undefined ? {} : { match: wordsIn(q) }),
  };
}

function wordsIn(question: string): string {
  const match = matchFor(question);
  if (match !== null) return match;
  throw notRight([{ parameter: 'q', detail: 'There is no word in it: letters or digits.' }]);
}

function totalOf({ count, exact }: { count: number; exact: boolean }): { total: number | '10000+' } {
  return { total: exact ? count : '10000+' };
}
