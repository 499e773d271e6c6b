/** The door to GraphQL over what is published: without this file it would be a schema that nobody can ask. GET is answered and kept like any answer of /v1; POST is for queries that are too long for an address. */
import { json, Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { Problem } from '../../errors.ts';
import { codingFor, inCoding } from '../codings.ts';
import { hearsAllIn } from '../hearing.ts';
import { onlyMethods } from '../onlyMethods.ts';
import { askedIn } from '../parameters.ts';
import { JSON_TYPE, type Asked, type Ready } from '../ready.ts';
import { graphqlParameters, operationIn, OperationRefused, type Operation } from './operation.ts';
import { Reading } from './reading.ts';

export const GRAPHQL_PATH = '/v1/graphql';
/** The first is what a client gets that does not mind: browsers show it. */
const types = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8'];

export const hearsGraphql = hearsAllIn(...types);

/** GET /v1/graphql. */
export async function graphqlByAddress(asked: Asked): Promise<Ready> {
  const { query, variables = {}, operationName = null } = askedIn(asked.query, graphqlParameters);
  return answered(asked, { query, variables, operationName });
}

/** POST /v1/graphql, and what is no way to ask. `asked` is what of a request is known elsewhere. */
export function graphqlByBody(bodyBytes: number, asked: (request: Request) => Promise<Pick<Asked, 'choose' | 'read' | 'questions' | 'context'>>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post(GRAPHQL_PATH, json({ limit: bodyBytes, inflate: false, type: 'application/json' }), async (request: Request, response: Response) => {
    if (typeof request.is('application/json') !== 'string') throw new Problem(415, 'unsupported-media-type', 'A query is sent as application/json.');
    const { type, body } = await answered(await asked(request), operationIn(request.body));
    const coding = codingFor(request.get('Accept-Encoding'));
    response.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).vary('Accept, Accept-Encoding');
    if (coding !== 'identity') response.set('Content-Encoding', coding);
    response.send(await inCoding(Buffer.from(body), coding));
  });
  router.all(GRAPHQL_PATH, onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}

/** A query that is refused is told so in GraphQL's own words, with the status that says so too. */
export const refusals: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (!(error instanceof OperationRefused)) {
    next(error);
    return;
  }
  const type = request.accepts(types) || JSON_TYPE;
  response.status(error.status).set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).vary('Accept, Accept-Encoding');
  response.send(Buffer.from(JSON.stringify({ errors: error.errors })));
};

async function answered({ choose, read, questions, context }: Pick<Asked, 'choose' | 'read' | 'questions' | 'context'>, operation: Operation): Promise<Ready> {
  const type = choose(types);
  // Loaded by the first query: no start has to wait for it.
  const { answerOf } = await import('./execute.ts');
  const reading = new Reading(read, context, questions);
  const body = await answerOf(operation, reading);
  return { type, body, keys: reading.keys };
}
