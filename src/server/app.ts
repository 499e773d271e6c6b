/** Without this file there would be no order in which a request is looked at: edge first, then what is kept, our routes, Payload, and the panel. */
import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { SanitizedConfig } from 'payload';
import type { CacheFigures } from '../delivery/cache/responseCache.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { foreignCookies } from './crossOrigin.ts';
import { edge } from './edge.ts';
import { errorAnswers, notFound } from './errorAnswers.ts';
import { guardSignUp } from './firstAdministrator.ts';
import { lazyGraphql } from './lazyGraphql.ts';
import { healthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { payloadRest } from './payloadRest.ts';
import { addressBehind } from './peerAddress.ts';
import type { PublicAnswers } from './publicAnswers.ts';
import { limitSignIn } from './rateLimits.ts';
import type { Readiness, Standing } from './readiness.ts';
import { behindEdge, whatTheEdgeRefused, type Step } from './steps.ts';

/** What the app is made of that is not its own. */
export interface Parts {
  env: Env;
  log: Logger;
  config: SanitizedConfig;
  readiness: Readiness;
  standing: () => Standing;
  /** Our own routes, asked before Payload's: transitions and delivery. */
  routes: readonly Router[];
  /** The admin panel; undefined when the process runs without one. */
  admin: RequestHandler | undefined;
  hasUsers: () => Promise<boolean>;
  answers: PublicAnswers;
}

/** All that answers requests: the edge, what can be answered `atOnce`, and the Express application behind it. Listens nowhere. */
export function createListener(parts: Parts & { atOnce?: Step | undefined; figures?: CacheFigures | undefined }): RequestListener {
  const addressOf = addressBehind(parts.env.trustedProxies);
  const metrics = createMetrics(parts.figures);
  return behindEdge(edge(parts, metrics, addressOf), parts.atOnce, createApp(parts, metrics, addressOf));
}

/** The Express application, for what the edge lets through. Holds no timers. */
export function createApp(parts: Parts, metrics = createMetrics(), addressOf = addressBehind(parts.env.trustedProxies)): Express {
  const { env, log, config, readiness, standing, routes, admin, hasUsers, answers } = parts;
  const app = express();
  const signIn = limitSignIn(env, addressOf);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', env.trustedProxies);
  app.set('query parser', false);
  app.enable('case sensitive routing');

  app.use(whatTheEdgeRefused, healthRoutes(readiness, metrics.registry, standing, env));
  app.use(foreignCookies(env), signIn.overRest, guardSignUp(env, hasUsers));

  for (const router of routes) app.use(router);
  app.all('/api/graphql', freshAnswers, lazyGraphql(config, env, log, signIn.countAttempt));
  app.all(['/api', '/api/*rest'], freshAnswers, payloadRest(config, env, answers));
  if (admin) app.use(admin);

  app.use(notFound);
  app.use(errorAnswers(env, log));
  return app;
}

/** What is public changes with each publication, so it may be kept but must be asked about again. */
const freshAnswers: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache');
  response.vary('Authorization, Cookie');
  next();
};
