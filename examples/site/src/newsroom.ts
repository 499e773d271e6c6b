/** Where stories come from: without this file each page would import the client from somewhere. Outside this repository the path is '@counterpoint/client', and nothing else changes. */
export { ConnectionError, createClient, GoneError, ProblemError } from '../../../src/client/index.ts';
export type {
  Article,
  ArticleFilter,
  ArticleSummary,
  Author,
  Client,
  Commentary,
  CountedAuthor,
  CountedOutlet,
  CountedTopic,
  Excerpt,
  FacetKind,
  Found,
  Image,
  Outlet,
  Page,
  SearchPage,
  SearchQuery,
} from '../../../src/client/index.ts';
