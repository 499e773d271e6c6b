/** Without this file operators would learn that the newsroom is slow from its readers. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheFigures } from '../delivery/cache/responseCache.ts';
import type { Step } from './steps.ts';
import { pathOf } from './requestAddress.ts';

export interface Metrics {
  registry: Registry;
  measure: Step;
}

/** Process metrics, how long requests take by kind of route, and what the cache says of itself. One registry per app, so that tests can have several. */
export function createMetrics(cache?: CacheFigures): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const measure: Step = (request, response, next) => {
    const end = duration.startTimer();
    const route = routeClass(pathOf(request));
    response.once('close', () => {
      end({ route, method: known(request.method ?? ''), status: `${String(response.statusCode)[0] ?? '?'}xx` });
    });
    next();
  };
  if (cache !== undefined) tellOf(cache, registry);
  return { registry, measure };
}

function tellOf(cache: CacheFigures, registry: Registry): void {
  for (const [name, help] of [
    ['hits', 'Answers to readers that were kept, or being worked out for somebody else.'],
    ['misses', 'Answers to readers that were worked out.'],
  ] as const) {
    const counter: Counter = new Counter({
      name: `response_cache_${name}_total`,
      help,
      registers: [registry],
      collect: () => {
        counter.reset();
        counter.inc(cache()[name]);
      },
    });
  }
  for (const [name, help] of [
    ['bytes', 'What kept answers take, their keys included.'],
    ['entries', 'Kept answers.'],
  ] as const) {
    const gauge: Gauge = new Gauge({
      name: `response_cache_${name}`,
      help,
      registers: [registry],
      collect: () => {
        gauge.set(cache()[name]);
      },
    });
  }
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
