/** Without this file no supervisor could tell a newsroom that is starting from one that is broken. */
import { timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Registry } from 'prom-client';
import { onlyReading } from '../delivery/onlyMethods.ts';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import type { Readiness, Standing } from './readiness.ts';

/**
 * `/livez`: the process is up. `/readyz`: it answers readers and staff; degraded when only readers, because the editorial database is down.
 * `/metrics`: Prometheus text.
 */
export function healthRoutes(readiness: Readiness, registry: Registry, standing: () => Standing, env: Pick<Env, 'metricsToken'>): Router {
  const router = Router();
  router.all(['/livez', '/readyz', '/metrics'], onlyReading);
  router.get('/livez', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', (_request, response) => {
    response.set('Cache-Control', 'no-store');
    const { ledger, databaseAnswers } = standing();
    if (readiness.phase === 'ready') response.json({ status: databaseAnswers ? 'ok' : 'degraded', ledger });
    else response.status(503).set('Retry-After', '2').json({ status: readiness.phase, ledger });
  });
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, env.metricsToken)) {
      throw new Problem(403, 'metrics-closed', 'Metrics are read from the machine itself, or with METRICS_TOKEN as bearer token.');
    }
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return router;
}

/** The peer's own address, not the one it says it forwards for: a proxy on this machine does not open this to the world. */
function mayRead(request: Request, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1];
  if (token !== undefined) return given !== undefined && isSame(given, token);
  const forwarded = Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
  return !forwarded && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
