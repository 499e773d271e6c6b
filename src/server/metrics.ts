/** Without this file operators would learn that the newsroom is slow from its readers. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Process metrics, and how long requests take by kind of route. One registry per app, so that tests can have several. */
export function createMetrics(): { registry: Registry; measure: RequestHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const measure: RequestHandler = (request, response, next) => {
    const end = duration.startTimer();
    const route = routeClass(request.path);
    response.once('close', () => {
      end({ route, method: known(request.method), status: `${String(response.statusCode)[0] ?? '?'}xx` });
    });
    next();
  };
  return { registry, measure };
}

/** Few and fixed, so that no request can make a new series. */
function routeClass(path: string): string {
  if (path === '/') return 'front';
  if (/^\/(api|v1)\/graphql\/?$/.test(path)) return 'graphql';
  if (path.startsWith('/_next/')) return 'static';
  return /^\/(api|admin|v1|feeds)(?=\/|$)/.exec(path)?.[1] ?? 'other';
}

function known(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
