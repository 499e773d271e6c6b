/** GraphQL over what is published, as the document tells of it: without this file who reads the reference would not know that one question can do for many. */
import { graphqlParameters } from '../../graphql/operation.ts';
import { freshAnswer, keptAnswer, refusedAs, type OwnResponse } from '../answers.ts';
import { refusals } from '../operation.ts';
import { parameterNamed, queryOf } from '../parameters.ts';
import { schemaNamed } from '../schemas.ts';
import type { Content, PathItem, Response } from '../types.ts';

const answer = { schema: schemaNamed('GraphqlAnswer') } satisfies Content;
const content = { 'application/json': answer, 'application/graphql-response+json': answer };
const description =
  'Articles, one article, authors, outlets, topics and search, with the filters and cursors of /v1. Depth and cost are bounded; the schema can be asked for (introspection). What is wrong with a query stands in errors, extensions.code being the last segment of an address under /v1/docs/errors.';

/** A query that cannot be answered is told of in GraphQL's words, what is no query in ours. */
function wrong(name: OwnResponse): Response {
  const refused = refusedAs(name);
  return { ...refused, content: { ...refused.content, ...content } };
}

export const graphqlOperations: Record<string, PathItem> = {
  '/v1/graphql': {
    get: {
      operationId: 'queryByGet',
      tags: ['GraphQL'],
      summary: 'A query in the address',
      description,
      parameters: [...queryOf(graphqlParameters), parameterNamed('ifNoneMatch')],
      responses: {
        '200': keptAnswer('What was asked for; it may be kept like every other answer.', content),
        '400': wrong('BadQuery'),
        ...refusals(['NotModified', 'NotAcceptable', 'AddressTooLong', 'TooManyRequests', 'Unavailable']),
      },
    },
    post: {
      operationId: 'queryByPost',
      tags: ['GraphQL'],
      summary: 'A query in the body',
      description,
      requestBody: { required: true, content: { 'application/json': { schema: schemaNamed('GraphqlRequest') } } },
      responses: {
        '200': freshAnswer('What was asked for; kept by nobody.', content),
        '400': wrong('BadBody'),
        ...refusals(['NotAcceptable', 'BodyTooLarge', 'AddressTooLong', 'NoSuchBody', 'TooManyRequests', 'Unavailable']),
      },
    },
  },
};
