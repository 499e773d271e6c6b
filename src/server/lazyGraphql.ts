/** Without this file every start would wait for GraphQL, which the first query may do as well. */
import type { RequestHandler } from 'express';
import type { graphql } from './graphql.ts';

type Graphql = typeof graphql;

/** The handler of `graphql`, loaded at its first request. */
export function lazyGraphql(...parts: Parameters<Graphql>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return async (request, response, next) => {
    loading ??= import('./graphql.ts').then((loaded) => loaded.graphql(...parts));
    const handle = await loading;
    await handle(request, response, next);
  };
}
