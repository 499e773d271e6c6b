/** Without this file errors would be told in as many shapes as there are ways to fail, some with a stack in them. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { problemOf } from '../database/retry.ts';
import { payloadError, Problem, problemBody } from '../errors.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { idOf } from './requestId.ts';

/** Where nothing answered. */
export const notFound: RequestHandler = (request) => {
  throw new Problem(404, 'not-found', `Nothing is at ${request.path}.`);
};

/** The one place where an error becomes an answer: Payload's shape under `/api`, RFC 9457 elsewhere and where a route of ours under `/api` asks for it. */
export function errorAnswers(env: Pick<Env, 'publicUrl'>, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = asProblem(error);
    if (problem === undefined) log.error({ err: error, request: idOf(request) }, 'a request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = problem?.status ?? 500;
    response.status(status);
    if (problem) sayHow(problem, response);
    // What is left of a body that was refused goes nowhere, and the connection is not used again.
    if (!request.complete) {
      response.set('Connection', 'close');
      request.resume();
    }
    const id = idOf(request);
    if (/^\/api(\/|$)/.test(request.path) && response.locals.problemJson !== true) {
      response.json({ errors: [problem ? payloadError(problem) : { message: 'Something went wrong.' }] });
      return;
    }
    const body = problem ? withoutAllow(problemBody(problem, env.publicUrl ?? '', id)) : internal(id);
    response.type('application/problem+json').send(JSON.stringify(body));
  };
}

/** An answer that means "not now" says when: 429 and 503 carry `Retry-After` (API section 5), in seconds. */
export function sayWhenToTryAgain(response: Response): void {
  const { statusCode } = response;
  if ((statusCode === 429 || statusCode === 503) && !response.hasHeader('Retry-After')) response.set('Retry-After', statusCode === 429 ? '60' : '5');
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof URIError) return new Problem(400, 'malformed-address', 'The address is not percent-encoded UTF-8.');
  return problemOf(error) ?? fromMiddleware(error);
}

/** Express's body parser says what is wrong with a body by status and type. */
function fromMiddleware(error: unknown): Problem | undefined {
  const status = error instanceof Error && 'status' in error && 'type' in error ? error.status : undefined;
  if (status === 400) return new Problem(400, 'malformed-body', 'The body is not a JSON object.');
  if (status === 413) return new Problem(413, 'body-too-large', 'The body is too large.');
  if (status === 415) return new Problem(415, 'unsupported-media-type', 'The body is in a character set or coding that is not understood here.');
  return undefined;
}

function sayHow(problem: Problem, response: Response): void {
  if (typeof problem.members.allow === 'string') response.set('Allow', problem.members.allow);
  sayWhenToTryAgain(response);
}

function withoutAllow({ allow: _allow, ...body }: Record<string, unknown>): Record<string, unknown> {
  return body;
}

function internal(instance: string): Record<string, unknown> {
  return { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'Something went wrong. The log has it under this request id.', instance };
}
