/** Stories: without this file the client would have nothing to read. */
import { orNull } from './missing.ts';
import { allOf, pagesOf, type Page } from './pages.ts';
import { segment } from './query.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';
import type { Article, ArticleSummary, Edition, ListedEdition } from './types.ts';

/** One of several values, or any of them. */
export type AnyOf = string | readonly string[];
export type ArticleField = keyof Article;

/** By what stories can be found; slugs or ids. */
export interface ArticleFilter {
  /** Where a story runs. */
  outlet?: AnyOf;
  /** Whom it quotes. */
  source?: AnyOf;
  author?: AnyOf;
  topic?: AnyOf;
  /** BCP 47; `en` finds `en-GB`. */
  language?: AnyOf;
  writtenFor?: AnyOf;
  /** First published on that day or later: a day of UTC, or a time. */
  from?: string | Date;
  to?: string | Date;
}

/** How a list of stories is shown. */
export interface ListShape {
  /** From 1 to 100. */
  limit?: number;
  /** `page.next` of the page before. */
  cursor?: string;
  /** `summary`, which is usual, leaves out what was quoted and what was answered. */
  view?: 'summary' | 'full';
  /** Only these fields. */
  fields?: readonly ArticleField[];
  /** Whether to count what is found: `page.total`. */
  count?: boolean;
}

export type Sort = '-firstPublishedAt' | 'firstPublishedAt' | '-updatedAt' | 'updatedAt' | 'relevance';

export interface ArticleQuery extends ArticleFilter, ListShape {
  /** Words to find; phrases in quotation marks. */
  q?: string;
  sort?: Sort;
}

/** Nothing asked in particular. */
type Usual = Record<never, never>;

/** A story by its id, or by its address. */
export type ArticleKey = string | { language: string; slug: string };

/** Other shapes of a story, by extension. */
export type Format = 'html' | 'md' | 'txt' | 'ninjs.json' | 'jsonld';

type Viewed<Query> = Query extends { view: 'full' } ? Article : ArticleSummary;
/** Fields whose names are known only when the program runs may each be missing. */
type Picked<Story, Field extends keyof Story> = keyof Story extends Field ? Partial<Story> : Pick<Story, Field>;

/** A story as `Query` wants it shown: whole or summed up, and only the fields that it names. */
export type Shown<Query> = 'fields' extends keyof Query
  ? Query extends { fields: readonly (infer Field extends keyof Viewed<Query>)[] }
    ? Picked<Viewed<Query>, Field>
    : Query extends { fields?: undefined }
      ? Viewed<Query>
      : Partial<Viewed<Query>>
  : Viewed<Query>;

/** What a list of stories answers to any query; the types of the answers follow `view` and `fields`. */
export interface Articles {
  /** A page of stories, newest first. */
  list: <const Query extends ArticleQuery = Usual>(query?: Query, options?: CallOptions) => Promise<Page<Shown<Query>>>;
  pages: <const Query extends ArticleQuery = Usual>(query?: Query, options?: CallOptions) => AsyncGenerator<Page<Shown<Query>>, void, undefined>;
  /** Every story that `query` finds, a page at a time. */
  all: <const Query extends ArticleQuery = Usual>(query?: Query, options?: CallOptions) => AsyncGenerator<Shown<Query>, void, undefined>;
  /** One story in full. An old address leads to the new one. @throws ProblemError 404; GoneError with the notice when it was taken back */
  get: (key: ArticleKey, options?: CallOptions) => Promise<Article>;
  /** The same, but null where there is no such story. One that was taken back is a GoneError all the same: its notice is meant for readers. */
  find: (key: ArticleKey, options?: CallOptions) => Promise<Article | null>;
  /** The story in another shape, as text. */
  rendition: (key: ArticleKey, format: Format, options?: CallOptions) => Promise<string>;
  /** Its public history, newest first. */
  editions: (id: string, options?: CallOptions) => Promise<Page<ListedEdition>>;
  /** One edition with its signature: what a stranger needs to verify it. */
  edition: (id: string, revision: number, options?: CallOptions) => Promise<Edition>;
}

const path = '/v1/articles';

export function articlesOver(transport: Transport): Articles {
  const get: Articles['get'] = (key, options) => transport.json({ path: pathOf(key) }, options);
  return {
    list: (query, options) => transport.json({ path, query }, options),
    pages: (query, options) => pagesOf(transport, { path, query }, options),
    all: (query, options) => allOf(transport, { path, query }, options),
    get,
    find: (key, options) => orNull(get(key, options)),
    rendition: (key, format, options) => transport.text({ path: `${pathOf(key)}.${format}` }, options),
    editions: (id, options) => transport.json({ path: `${pathOf(id)}/editions` }, options),
    edition: (id, revision, options) => transport.json({ path: `${pathOf(id)}/editions/${revision}` }, options),
  };
}

function pathOf(key: ArticleKey): string {
  return typeof key === 'string' ? `${path}/${segment(key)}` : `${path}/${segment(key.language)}/${segment(key.slug)}`;
}
