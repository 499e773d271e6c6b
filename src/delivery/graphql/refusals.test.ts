/** Without this test a mistake in a query could look like ours, or a query that asks for everything be answered. */
import { getIntrospectionQuery, buildClientSchema, printSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGraphql, graphqlAddress, postGraphql, type GraphqlAnswer } from '../../../tests/helpers/askGraphql.ts';
import { badQueries } from '../../../tests/helpers/badGraphql.ts';
import { openFilledRoom, type FilledRoom } from '../../../tests/helpers/filledRoom.ts';
import { wholeSelection } from '../../../tests/helpers/wholeSelection.ts';
import { problemSchema } from '../schemas/answers.ts';
import { publishedSchema } from './schema.ts';

let room: FilledRoom;
beforeAll(async () => {
  room = await openFilledRoom();
});
afterAll(() => room.close());

describe('a query that cannot be answered', () => {
  it.each(badQueries)('because of $what is a 400 that says so', async ({ query, variables, code = 'bad-query', says, argument }) => {
    const answer = await postGraphql(room.url, { query, ...(variables === undefined ? {} : { variables }) }, { Accept: 'application/graphql-response+json' });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
    const { errors, ...more } = JSON.parse(answer.text) as GraphqlAnswer;
    expect([errors?.[0]?.message, more]).toEqual([expect.stringMatching(says), {}]);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.extensions.errors?.[0]?.parameter).toBe(argument);
    expect(errors?.length).toBeLessThanOrEqual(21);
  });

  it('is refused by GET just so, and kept by nobody', async () => {
    const answer = await askGraphql(room.url, '{ artikles { id } }');
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control'], answer.headers.etag]).toEqual([
      400,
      'application/json; charset=utf-8',
      'no-store',
      undefined,
    ]);
    expect(answer.json<GraphqlAnswer>().errors?.[0]?.extensions).toEqual({ code: 'bad-query' });
    // An address of 8 KiB is refused before; here it is what it says.
    for (const { query, variables } of badQueries.filter((one) => one.query.length < 2000))
      expect([query, (await askGraphql(room.url, query, variables)).status]).toEqual([query, 400]);
  });

  it('is not answered in part', async () => {
    const answer = await askGraphql(room.url, `{ good: articles(first: 1) { edges { node { id } } } bad: articles(after: "x") { edges { node { id } } } }`);
    const { errors, ...more } = answer.json<GraphqlAnswer>();
    expect([answer.status, more, errors?.map(({ path }) => path)]).toEqual([400, {}, [['bad']]]);
  });
});

describe('a request that is no query', () => {
  it.each<[what: string, path: string, parameter: string]>([
    ['without a query', '/v1/graphql', 'query'],
    ['with an empty one', '/v1/graphql?query=', 'query'],
    ['with a misspelt parameter', '/v1/graphql?querry={__typename}', 'querry'],
    ['with a strange parameter', '/v1/graphql?query={__typename}&utm_source=x', 'utm_source'],
    ['with two queries', '/v1/graphql?query={__typename}&query={__typename}', 'query'],
    ['with variables that are no JSON', '/v1/graphql?query={__typename}&variables={', 'variables'],
    ['with variables that are no object', '/v1/graphql?query={__typename}&variables=[1]', 'variables'],
    ['with extensions that are no object', '/v1/graphql?query={__typename}&extensions=1', 'extensions'],
  ])('%s is told which parameter is wrong', async (_what, path, parameter) => {
    const { status, headers, json } = await room.get(path);
    expect([status, headers['content-type']]).toEqual([400, expect.stringContaining('application/problem+json')]);
    expect(problemSchema.parse(json()).errors?.[0]?.parameter).toBe(parameter);
  });

  it.each<[what: string, body: unknown, status: number, headers?: Record<string, string>]>([
    ['an empty body', '', 400],
    ['broken JSON', '{"query": ', 400],
    ['null', 'null', 400],
    ['a text', '"{ __typename }"', 400],
    ['several at once', [{ query: '{ __typename }' }, { query: '{ __typename }' }], 400],
    ['no query', {}, 400],
    ['a query that is no text', { query: 1 }, 400],
    ['an empty query', { query: '' }, 400],
    ['variables that are no object', { query: '{ __typename }', variables: [1] }, 400],
    ['variables that are a text', { query: '{ __typename }', variables: '{}' }, 400],
    ['an operation that is no name', { query: '{ __typename }', operationName: 1 }, 400],
    ['extensions that are no object', { query: '{ __typename }', extensions: 'x' }, 400],
    ['a form', 'query={__typename}', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['GraphQL as it is', '{ __typename }', 415, { 'Content-Type': 'application/graphql' }],
    ['plain text', '{"query":"{ __typename }"}', 415, { 'Content-Type': 'text/plain' }],
    ['letters of elsewhere', '{"query":"{ __typename }"}', 415, { 'Content-Type': 'application/json; charset=utf-9' }],
    ['a packed body', 'x', 415, { 'Content-Encoding': 'gzip' }],
    ['a body that is too long', { query: '{ __typename }', variables: { x: 'x'.repeat(1_100_000) } }, 413],
    ['a client that takes no JSON', { query: '{ __typename }' }, 406, { Accept: 'text/html' }],
  ])('%s is refused with the status that says why', async (_what, body, status, headers) => {
    const answer = await postGraphql(room.url, body, headers);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, expect.stringContaining('application/problem+json')]);
    problemSchema.parse(JSON.parse(answer.text));
  });

  it('is possible by GET, HEAD and POST alone', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await room.get(graphqlAddress('{ __typename }'), {}, method);
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST']);
    }
  });
});

describe('what may be asked', () => {
  it('is a hundred whole stories at once, or ten of each of twenty authors', async () => {
    const whole = wholeSelection(publishedSchema(), 'Article');
    for (const query of [
      `{ articles(first: 100) { edges { cursor node ${whole} } } }`,
      '{ authors(first: 20) { edges { node { articleCount articles(first: 10) { edges { node { title } } } } } } }',
      '{ search(q: "ferry", first: 100) { totalCount facets { year { value count } } edges { highlights { text } node { title } } } }',
      `query { ${Array.from({ length: 20 }, (_, number) => `a${String(number)}: article(id: "x") { ...Whole }`).join(' ')} } fragment Whole on Article ${whole}`,
    ])
      expect([query.slice(0, 40), (await postGraphql(room.url, { query })).status]).toEqual([query.slice(0, 40), 200]);
  });

  it('is the schema, as tools ask for it', async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    const { data } = (await askGraphql(room.url, query)).json<{ data: unknown }>();
    expect(printSchema(buildClientSchema(data as IntrospectionQuery))).toBe(printSchema(publishedSchema()));
  });
});

it('a replica that cannot be read now is told as that, and not as an answer', async () => {
  const { Problem } = await import('../../errors.ts');
  const { answerOf } = await import('./execute.ts');
  const { Reading } = await import('./reading.ts');
  const context = { publicUrl: '', mediaUrl: '', newsroom: { name: '', language: 'en' } };
  const { answeredHere } = await import('../../replica/questions.ts');
  const asked = (error: Error) => {
    const read = () => {
      throw error;
    };
    return answerOf(
      { query: '{ articles { edges { node { id } } } __typename }', variables: {}, operationName: null },
      new Reading(read, context, answeredHere(read)),
    );
  };
  await expect(asked(new Problem(503, 'replica-not-ready', 'Not now.'))).rejects.toMatchObject({ status: 503, slug: 'replica-not-ready' });
  await expect(asked(new TypeError('a fault of ours'))).rejects.toThrow(TypeError);
});
