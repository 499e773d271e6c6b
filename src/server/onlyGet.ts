/** Without this file a POST to a page would look like a page that is missing. */
import type { RequestHandler } from 'express';
import { Problem } from '../errors.ts';

/** Refuses everything but reading, naming what is possible (RFC 9110 section 15.5.6). */
export const onlyGet: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else throw new Problem(405, 'method-not-allowed', `${request.method} is not possible here.`, [], { allow: 'GET, HEAD' });
};
