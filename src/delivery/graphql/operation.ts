/** What is sent to /v1/graphql and what it is refused with: without this file every mistake in a query would have to be guessed by whoever made it. */
import { z } from 'zod';
import { Problem } from '../../errors.ts';

/** What a client sends (GraphQL over HTTP, section 5). */
export interface Operation {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

/** An error as GraphQL tells it; `extensions.code` is the last segment of an address under /v1/docs/errors/. */
export interface ToldError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions: Readonly<Record<string, unknown>>;
}

/** An operation that is not answered, not even in part. */
export class OperationRefused extends Problem {
  constructor(readonly errors: readonly ToldError[]) {
    super(400, 'bad-query', errors[0]?.message ?? 'The query cannot be answered.');
  }
}

const object = z.record(z.string(), z.unknown(), 'A JSON object.');
const jsonObject = z.string().transform((text, context) => {
  const { success, data } = object.safeParse(parsedJson(text));
  if (!success) context.addIssue({ code: 'custom', message: 'A JSON object.' });
  return data ?? {};
});
const query = z.string('It is missing.').min(1, 'It is empty.').describe('A GraphQL document with one query, or several of which operationName says one.');
const operationName = z.string('The name of an operation.');

/** GET /v1/graphql. */
export const graphqlParameters = z.strictObject({
  query,
  variables: jsonObject.optional().describe('A JSON object: what the variables of the query stand for.'),
  operationName: operationName.optional().describe('Which operation of the document, where it has several.'),
  extensions: jsonObject.optional().describe('A JSON object, of which nothing is heard.'),
});

/** POST /v1/graphql: application/json. */
export const graphqlBody = z.object({
  query,
  variables: object.nullish(),
  operationName: operationName.nullish(),
  extensions: object.nullish(),
});

/** The operation in a body that was JSON. @throws Problem 400 naming what is wrong with it. */
export function operationIn(body: unknown): Operation {
  const { success, data, error } = graphqlBody.safeParse(body);
  if (success) return { query: data.query, variables: data.variables ?? {}, operationName: data.operationName ?? null };
  const parts = error.issues.map(({ path, message }) => ({ pointer: path.map((name) => `/${String(name)}`).join(''), detail: message }));
  const detail =
    parts[0]?.pointer === '' ? 'The body is one JSON object: {"query": "…"}.' : `The member ${parts[0]?.pointer ?? ''} is not right. ${parts[0]?.detail ?? ''}`;
  throw new Problem(400, 'malformed-body', detail, parts);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
