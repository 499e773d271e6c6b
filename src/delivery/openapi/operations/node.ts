/** The ledger, the stream of changes, GraphQL, this reference and the health of a node, as the document tells of them: without this file what is not a story would be told of nowhere. */
import { noParameters } from '../../schemas/parameters.ts';
import { freshAnswer, keysAnswer } from '../answers.ts';
import { jsonOf, reading, refusals, textAs } from '../operation.ts';
import { parameterNamed } from '../parameters.ts';
import { schemaNamed } from '../schemas.ts';
import type { Operation, PathItem } from '../types.ts';

const stream: Operation = {
  operationId: 'streamChanges',
  tags: ['Changes'],
  summary: 'What is published, as it happens',
  description:
    'Server-sent events. data is a Change: { articleId, revision, kind }, told when readers see it: under embargo, at its end. event: reset says that too much was missed to be told, so that everything is to be read anew. A comment every 15 seconds keeps the line open.',
  parameters: [parameterNamed('lastEventId')],
  responses: {
    '200': freshAnswer('The events, for as long as both sides are there.', {
      'text/event-stream': {
        schema: { type: 'string', contentMediaType: 'text/event-stream', contentSchema: { type: 'array', items: schemaNamed('Change') } },
        examples: {
          change: {
            summary: 'A change',
            value: 'id: 17-1773307800000\ndata: {"articleId":"01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d10","revision":2,"kind":"corrected"}\n\n',
          },
        },
      },
    }),
    ...refusals(['BadQuestion', 'NotAcceptable', 'AddressTooLong', 'TooManyRequests', 'TooManyListeners']),
  },
};

const page = { content: textAs('text/html'), headers: 'policy', also: ['BadAddress'] } as const;

export const nodeOperations: Record<string, PathItem> = {
  '/v1/stream': { get: stream },
  '/v1/ledger-head': reading({
    id: 'getLedgerHead',
    tag: 'Changes',
    summary: 'The newest entry of the ledger that this node shows',
    query: noParameters,
    answers: 'Its number, hash, time and signature; all but the number are null while there is none.',
    content: jsonOf('LedgerHead'),
    also: ['BadQuestion', 'NotAcceptable'],
  }),
  '/.well-known/jwks.json': {
    get: {
      operationId: 'getPublicKeys',
      tags: ['Editions'],
      summary: 'The public keys of all that was ever signed',
      description: 'A JSON Web Key Set (RFC 7517). Old keys are kept.',
      parameters: [parameterNamed('ifNoneMatch')],
      responses: {
        '200': keysAnswer('The keys.', { 'application/jwk-set+json': { schema: schemaNamed('PublicKeys') } }),
        ...refusals(['NotModified', 'BadAddress', 'AddressTooLong', 'TooManyRequests', 'NoKeys']),
      },
    },
  },
  '/v1/openapi.json': reading({
    id: 'getOpenApi',
    tag: 'Documentation',
    summary: 'This document',
    query: noParameters,
    answers: 'OpenAPI 3.1.',
    content: { 'application/json': { schema: { type: 'object', required: ['openapi', 'info', 'paths'], additionalProperties: true } } },
    also: ['BadQuestion', 'NotAcceptable'],
  }),
  '/v1/docs': reading({ id: 'readDocs', tag: 'Documentation', summary: 'The same, to read', answers: 'A page.', ...page }),
  '/v1/docs/errors': reading({ id: 'readErrors', tag: 'Documentation', summary: 'Every kind of error', answers: 'A page.', ...page }),
  '/v1/docs/errors/{type}': reading({
    id: 'readError',
    tag: 'Documentation',
    summary: 'What a kind of error means, and what to do',
    description: 'Where the type of a problem leads.',
    path: ['errorType'],
    answers: 'A page.',
    ...page,
    also: ['BadAddress', 'NotFound'],
  }),
  '/livez': {
    get: {
      operationId: 'isAlive',
      tags: ['Health'],
      summary: 'Whether the process is up',
      responses: { '200': freshAnswer('It is.', jsonOf('Living')), ...refusals(['BadAddress', 'AddressTooLong']) },
    },
  },
  '/readyz': {
    get: {
      operationId: 'isReady',
      tags: ['Health'],
      summary: 'Whether the node answers',
      responses: {
        '200': freshAnswer('It does; degraded when only the editorial database is down.', jsonOf('Readiness')),
        '503': freshAnswer('It is starting or stopping.', jsonOf('Readiness')),
        ...refusals(['BadAddress', 'AddressTooLong']),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['Health'],
      summary: 'Measurements, for the operator',
      responses: { '200': freshAnswer('Prometheus text.', textAs('text/plain')), ...refusals(['BadAddress', 'Closed', 'AddressTooLong']) },
    },
  },
};
