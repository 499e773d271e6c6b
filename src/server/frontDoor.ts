/** Without this file a stopping process would take on work it cannot finish. */
import { Problem } from '../errors.ts';
import type { Step } from './steps.ts';
import type { Readiness } from './readiness.ts';
import { pathOf } from './requestAddress.ts';

const health = ['/livez', '/readyz', '/metrics'];

/** Counts requests in and out; turns new ones away while the process stops. */
export function frontDoor(readiness: Readiness): Step {
  return (request, response, next) => {
    if (readiness.phase === 'stopping') {
      response.setHeader('Connection', 'close');
      if (!health.includes(pathOf(request))) {
        next(new Problem(503, 'stopping', 'This node is stopping. Try again in a moment.'));
        return;
      }
    }
    response.once('close', readiness.enter());
    next();
  };
}
