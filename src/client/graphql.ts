/** Questions in GraphQL over the published content: without this file its clients would need another package for one request. */
import { GraphqlError, ProblemError } from './problem.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';

/** A query that knows what it asks for and what comes back, as code generators write it. */
export interface TypedQuery<Data, Variables> {
  toString: () => string;
  __apiType?: (variables: Variables) => Data;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: GraphqlError['errors'];
}

const path = '/v1/graphql';
/** Longer addresses are cut off on the way by some. */
const LONGEST_ADDRESS = 2_000;

/** The data that `query` asks for. It goes by GET, so that caches can answer, and by POST where it is long. @throws GraphqlError when any part of it could not be answered */
export async function graphqlOver<Data, Variables>(
  transport: Transport,
  query: string | TypedQuery<Data, Variables>,
  variables?: Variables,
  options?: CallOptions,
): Promise<Data> {
  const asked = { query: query.toString(), ...(variables === undefined ? {} : { variables: JSON.stringify(variables) }) };
  const short = new URLSearchParams(asked).toString().length <= LONGEST_ADDRESS;
  const body = JSON.stringify({ query: asked.query, variables });
  const accept = 'application/graphql-response+json, application/json';
  const { data, errors } = await transport.json<Answer<Data>>({ path, accept, ...(short ? { query: asked } : { body }) }, options).catch(asAnswer<Data>);
  if (errors !== undefined || data === undefined || data === null) throw new GraphqlError(errors ?? [{ message: 'There is no data in the answer.' }], data);
  return data;
}

/** A query that is wrong is refused with 400, and says what is wrong as GraphQL does. */
function asAnswer<Data>(error: unknown): Answer<Data> {
  if (error instanceof ProblemError && error.type === 'about:blank' && Array.isArray(error.body.errors)) return error.body as Answer<Data>;
  throw error;
}
