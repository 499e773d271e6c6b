/** Without this file each test of /v1/graphql would spell its address in its own way. */
import { rawGet, type RawAnswer } from './rawGet.ts';

export interface GraphqlAnswer<Data = Record<string, never>> {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; errors?: { parameter?: string; detail: string }[] } }[];
}

/** Where `query` is asked by GET. */
export function graphqlAddress(query: string, variables?: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams({ query, ...(variables === undefined ? {} : { variables: JSON.stringify(variables) }) });
  return `/v1/graphql?${parameters.toString()}`;
}

/** Asks `query` by GET, as it travels. */
export function askGraphql(
  url: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return rawGet(`${url}${graphqlAddress(query, variables)}`, headers);
}

/** Sends `body`, a text as it is and anything else as JSON, by POST. */
export async function postGraphql(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await fetch(`${url}/v1/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
