/** GraphQL over what is published, as the document tells of it: without this file who reads the reference would not know that one question can do for many. */
import { keptAnswer, refusedAs } from '../answers.ts';
import { refusals } from '../operation.ts';
import { parameterNamed } from '../parameters.ts';
import { schemaNamed } from '../schemas.ts';
import type { Content, Operation, PathItem, Reference, Response } from '../types.ts';

const answer = { schema: schemaNamed('GraphqlAnswer') } satisfies Content;
const content = { 'application/json': answer, 'application/graphql-response+json': answer };
const description =
  'Articles, one article, authors, outlets, topics and search, with the filters and cursors of /v1. Depth and cost are bounded; the schema can be asked for (introspection). What is wrong with a question stands in errors.';

/** A question that cannot be answered is told of by GraphQL itself, or by us where it does not get that far. */
const wrong: Response = { ...refusedAs('BadQuery'), content: { ...refusedAs('BadQuery').content, ...content } };

function responses(answered: string, more: Record<string, Response | Reference>): Operation['responses'] {
  return {
    '200': keptAnswer(answered, content),
    ...more,
    '400': wrong,
    ...refusals(['NotAcceptable', 'AddressTooLong', 'TooManyRequests', 'Unavailable']),
  };
}

export const graphqlOperations: Record<string, PathItem> = {
  '/v1/graphql': {
    get: {
      operationId: 'queryByGet',
      tags: ['GraphQL'],
      summary: 'A query in the address',
      description,
      parameters: [
        {
          name: 'query',
          in: 'query',
          description: 'A GraphQL document with one query.',
          required: true,
          schema: { type: 'string' },
          example: '{articles(first:3){edges{node{title}}}}',
        },
        { name: 'variables', in: 'query', description: 'A JSON object.', required: false, schema: { type: 'string', contentMediaType: 'application/json' } },
        { name: 'operationName', in: 'query', description: 'Which of several operations to run.', required: false, schema: { type: 'string' } },
        parameterNamed('ifNoneMatch'),
      ],
      responses: responses('What was asked for; it may be kept like every other answer.', refusals(['NotModified'])),
    },
    post: {
      operationId: 'queryByPost',
      tags: ['GraphQL'],
      summary: 'A query in the body',
      description,
      requestBody: { required: true, content: { 'application/json': { schema: schemaNamed('GraphqlRequest') } } },
      responses: { ...responses('What was asked for.', {}), ...refusals(['BodyTooLarge', 'NoSuchBody']) },
    },
  },
};
