/** The shapes of /v1 under the names that a reader of the contract knows: without this file everybody would look them up in what was generated. */
import type { components } from './openapi.ts';

type Schemas = components['schemas'];

export type Article = Schemas['Article'];
export type ArticleSummary = Schemas['ArticleSummary'];
export type Author = Schemas['Author'];
export type Change = Schemas['Change'];
export type Commentary = Schemas['Commentary'];
export type CommentaryWithArticles = Schemas['CommentaryWithArticles'];
export type CountedAuthor = Schemas['CountedAuthor'];
export type CountedOutlet = Schemas['CountedOutlet'];
export type CountedTopic = Schemas['CountedTopic'];
export type Edition = Schemas['Edition'];
export type Excerpt = Schemas['Excerpt'];
export type ExcerptWithArticles = Schemas['ExcerptWithArticles'];
export type Facets = Schemas['Facets'];
export type FacetKind = Exclude<keyof Facets, 'approximate'>;
export type Highlight = Schemas['Highlight'];
export type Image = Schemas['Image'];
export type LedgerHead = Schemas['LedgerHead'];
export type ListedEdition = Schemas['ListedEdition'];
export type Outlet = Schemas['Outlet'];
export type PageInfo = Schemas['Page'];
export type Topic = Schemas['Topic'];
