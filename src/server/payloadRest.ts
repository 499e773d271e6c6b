/** Without this file the collections would have no REST: it hands guarded requests to Payload, whose routes these are. */
import type { Request as ExpressRequest, RequestHandler } from 'express';
import { handleEndpoints, type SanitizedConfig } from 'payload';
import { stringify } from 'qs-esm';
import { answerWithRetry } from '../database/answerRetry.ts';
import { methodNotAllowed, Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import type { PublicAnswers } from './publicAnswers.ts';
import { guardQuery, readQuery } from './queryGuard.ts';
import { readBody, type ReadBody } from './requestBody.ts';
import { allowedMethods } from './restRoutes.ts';
import { sendWebResponse, toWebRequest, type Rewritten } from './webRequest.ts';

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];
const overrides = ['x-http-method-override', 'x-payload-http-method-override'];

/** Express handler for everything under `/api` but GraphQL. */
export function payloadRest(config: SanitizedConfig, env: Pick<Env, 'limits' | 'publicUrl'>, answers: PublicAnswers): RequestHandler {
  return async (request, response) => {
    const kept = answers.kept(request);
    if (kept !== undefined) {
      await sendWebResponse(kept, response);
      return;
    }
    const keep = answers.keeping(request);
    refuseBulk(request);
    const body = writes.includes(request.method) ? await readBody(request, env.limits) : ({ kind: 'none' } as const);
    const rewritten = effective(request, body, env);
    const answer = await answerWithRetry(() => handleEndpoints({ config, request: toWebRequest(request, response, env.publicUrl, rewritten) }));
    // 501 is what Payload says of a collection that has no routes.
    if (answer.status === 404 || answer.status === 501) refuseNoRoute(request, config, rewritten.method ?? request.method);
    await keep?.(answer);
    await sendWebResponse(answer, response);
  };
}

/**
 * What is really asked: a POST that says it is a GET carries its query in the body, and is held to the same rules.
 * Its query is put where a GET has it, so that Payload reads exactly what was checked.
 */
function effective(request: ExpressRequest, body: ReadBody, env: Pick<Env, 'limits'>): Rewritten {
  const said = overrides.map((name) => request.get(name)).find((value) => value !== undefined);
  const [path = '', search = ''] = splitOnce(request.originalUrl, '?');
  if (request.method === 'POST' && said !== undefined) {
    if (said.toUpperCase() !== 'GET') throw new Problem(400, 'method-override', 'Only GET may be named as the method of a POST.');
    const query = [search, queryOf(body)].filter(Boolean).join('&');
    guardQuery(readQuery(query), env.limits);
    return { method: 'GET', url: query ? `${path}?${query}` : path, without: [...overrides, 'content-type', 'content-length'] };
  }
  const query = readQuery(search);
  guardQuery(query, env.limits);
  // Payload fails on a write without a body; an empty document it can refuse field by field.
  const empty = body.kind === 'none' && request.method !== 'DELETE' && writes.includes(request.method);
  return {
    body: empty ? Buffer.from('{}') : body.kind === 'none' ? undefined : body.bytes,
    contentType: empty || body.kind === 'json' ? 'application/json' : undefined,
    without: empty ? [...overrides, 'content-length'] : overrides,
  };
}

function queryOf(body: ReadBody): string {
  if (body.kind === 'form') return body.text;
  if (body.kind === 'json') return stringify(body.object, { arrayFormat: 'indices' });
  if (body.kind === 'none') return '';
  throw new Problem(415, 'unsupported-media-type', 'A query in a body is application/x-www-form-urlencoded or application/json.');
}

/** One request changes one document: Payload would take the whole collection, whatever `where` says. */
function refuseBulk(request: ExpressRequest): void {
  if (!['PATCH', 'PUT', 'DELETE'].includes(request.method)) return;
  const [, , , ...rest] = request.originalUrl.split('?', 1)[0]?.replace(/\/$/, '').split('/') ?? [];
  if (rest.length > 0) return;
  throw new Problem(405, 'no-bulk-changes', 'Documents are changed and deleted one at a time, by id.', [], { allow: 'GET, HEAD, POST' });
}

/** Payload says of a wrong method what it says of a wrong address, and neither in the shape of its other errors. */
function refuseNoRoute(request: ExpressRequest, config: SanitizedConfig, method: string): void {
  const allowed = allowedMethods(config, request.path.replace(/^\/api/, ''));
  if (allowed.length === 0) throw new Problem(404, 'not-found', `Nothing is at ${request.path}.`);
  if (!allowed.includes(method === 'HEAD' ? 'GET' : method)) {
    throw methodNotAllowed(method, allowed);
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
