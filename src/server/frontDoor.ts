/** Without this file a stopping process would take on work it cannot finish. */
import type { RequestHandler } from 'express';
import { Problem } from '../errors.ts';
import type { Readiness } from './readiness.ts';

const health = ['/livez', '/readyz', '/metrics'];

/** Counts requests in and out; turns new ones away while the process stops. */
export function frontDoor(readiness: Readiness): RequestHandler {
  return (request, response, next) => {
    if (readiness.phase === 'stopping') {
      response.set('Connection', 'close');
      if (!health.includes(request.path)) throw new Problem(503, 'stopping', 'This node is stopping. Try again in a moment.');
    }
    response.once('close', readiness.enter());
    next();
  };
}
