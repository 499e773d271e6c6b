/** What others import from `@counterpoint/client`: without this file every file of the client would be a promise. */
export { createClient, type Client, type CorrectionsQuery } from './client.ts';
export { ConnectionError, GoneError, GraphqlError, ProblemError, type ProblemBody, type ProblemPart } from './problem.ts';
export type { CallOptions, ClientSettings } from './settings.ts';
export type { AnyOf, ArticleField, ArticleFilter, ArticleKey, ArticleQuery, Articles, Format, ListShape, Shown, Sort } from './articles.ts';
export type { Found, Search, SearchPage, SearchQuery } from './search.ts';
export type { NameQuery, Names, NamesQuery } from './names.ts';
export type { List, Page } from './pages.ts';
export type { Parts } from './parts.ts';
export type { StreamEvent, StreamOptions } from './stream.ts';
export type { TypedQuery } from './graphql.ts';
export type * from './types.ts';
