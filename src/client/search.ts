/** Stories by what they say: without this file an archive would be as good as lost to a program. */
import type { ArticleFilter, ListShape, Shown, Sort } from './articles.ts';
import { allOf, pagesOf, type Page } from './pages.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';
import type { Facets, Highlight } from './types.ts';

export interface SearchQuery extends ArticleFilter, ListShape {
  /** Words to find; phrases in quotation marks. */
  q: string;
  /** Usually by relevance. */
  sort?: Sort;
  /** Whether to count by outlet, source, author, topic, language and year. Usually so; without it the answer is faster. */
  facets?: boolean;
}

/** A story and where it says what was asked; a highlight may stand in a page as it is. */
export type Found<Query> = Shown<Query> & { highlights: Highlight[] };

export type SearchPage<Query> = Page<Found<Query>> & {
  facets: 'facets' extends keyof Query ? (Query extends { facets: true } ? Facets : Facets | undefined) : Facets;
};

export interface Search {
  list: <const Query extends SearchQuery>(query: Query, options?: CallOptions) => Promise<SearchPage<Query>>;
  pages: <const Query extends SearchQuery>(query: Query, options?: CallOptions) => AsyncGenerator<SearchPage<Query>, void, undefined>;
  /** Everything that is found; by relevance at most 1,000 stories. */
  all: <const Query extends SearchQuery>(query: Query, options?: CallOptions) => AsyncGenerator<Found<Query>, void, undefined>;
}

const path = '/v1/search';

export function searchOver(transport: Transport): Search {
  return {
    list: (query, options) => transport.json({ path, query }, options),
    pages: (query, options) => pagesOf(transport, { path, query }, options),
    // What nobody sees need not be counted.
    all: (query, options) => allOf(transport, { path, query: { ...query, facets: false } }, options),
  };
}
