/** The client as a whole: without this file nobody would know where to begin. */
import { articlesOver, type Articles } from './articles.ts';
import { graphqlOver, type TypedQuery } from './graphql.ts';
import { namesAt, type Names } from './names.ts';
import { listAt, type List } from './pages.ts';
import { partsAt, type Parts } from './parts.ts';
import { searchOver, type Search } from './search.ts';
import { settled, type CallOptions, type ClientSettings } from './settings.ts';
import { listen, type StreamEvent, type StreamOptions } from './stream.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { createTransport } from './transport.ts';
import type { ArticleSummary, CommentaryWithArticles, CountedAuthor, CountedOutlet, CountedTopic, ExcerptWithArticles, LedgerHead } from './types.ts';

export interface CorrectionsQuery {
  language?: string | readonly string[];
  limit?: number;
  cursor?: string;
}

/** A newsroom, to be read. Every call rejects with ProblemError where the newsroom says no, ConnectionError where it does not answer, and a signal's reason where that fires. */
export interface Client {
  articles: Articles;
  excerpts: Parts<ExcerptWithArticles>;
  commentaries: Parts<CommentaryWithArticles>;
  authors: Names<CountedAuthor>;
  outlets: Names<CountedOutlet>;
  topics: Names<CountedTopic>;
  search: Search;
  /** Stories that were corrected, the newest correction first. */
  corrections: List<CorrectionsQuery, ArticleSummary>;
  /** The newest entry of the ledger that this newsroom shows. */
  ledgerHead: (options?: CallOptions) => Promise<LedgerHead>;
  /** What is published, as it happens, for as long as the loop runs. */
  stream: (options?: StreamOptions) => AsyncGenerator<StreamEvent, void, undefined>;
  /** A query in GraphQL; `Data` is what it asks for. */
  graphql: <Data = unknown, Variables = Readonly<Record<string, unknown>>>(
    query: string | TypedQuery<Data, Variables>,
    variables?: Variables,
    options?: CallOptions,
  ) => Promise<Data>;
}

/** A client of the newsroom at `settings.baseUrl`. @throws TypeError when that is no address */
export function createClient(settings: ClientSettings): Client {
  return clientIn(surroundings, settings);
}

/** The same where time passes as a test wants it to. */
export function clientIn(world: Surroundings, settings: ClientSettings): Client {
  const transport = createTransport(settled(settings), world);
  return {
    articles: articlesOver(transport),
    excerpts: partsAt(transport, '/v1/excerpts'),
    commentaries: partsAt(transport, '/v1/commentaries'),
    authors: namesAt(transport, '/v1/authors'),
    outlets: namesAt(transport, '/v1/outlets'),
    topics: namesAt(transport, '/v1/topics'),
    search: searchOver(transport),
    corrections: listAt(transport, '/v1/corrections'),
    ledgerHead: (options) => transport.json({ path: '/v1/ledger-head' }, options),
    stream: (options = {}) => listen(transport, options),
    graphql: (query, variables, options) => graphqlOver(transport, query, variables, options),
  };
}
