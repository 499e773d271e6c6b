/** Without this file there would be no order in which a request is looked at: edge first, then our routes, Payload, and the panel. */
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { SanitizedConfig } from 'payload';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { accessLog } from './accessLog.ts';
import { crossOrigin, privateAnswers } from './crossOrigin.ts';
import { errorAnswers, notFound } from './errorAnswers.ts';
import { guardSignUp } from './firstAdministrator.ts';
import { frontDoor } from './frontDoor.ts';
import { lazyGraphql } from './lazyGraphql.ts';
import { healthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { payloadRest } from './payloadRest.ts';
import type { PublicAnswers } from './publicAnswers.ts';
import { limitRequests, limitSignIn } from './rateLimits.ts';
import type { Readiness, Standing } from './readiness.ts';
import { plainAddress } from './requestAddress.ts';
import { requestId } from './requestId.ts';
import { securityHeaders } from './securityHeaders.ts';

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

/** The Express application. Listens nowhere; holds no timers. */
export function createApp({ env, log, config, readiness, standing, routes, admin, hasUsers, answers }: Parts): Express {
  const app = express();
  const metrics = createMetrics();
  const signIn = limitSignIn(env);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', env.trustedProxies);
  app.set('query parser', false);
  app.enable('case sensitive routing');

  app.use(requestId, metrics.measure, accessLog(log), securityHeaders(env), privateAnswers, frontDoor(readiness));
  app.use(plainAddress(env.limits.urlBytes));
  app.use(healthRoutes(readiness, metrics.registry, standing, env));
  app.use(limitRequests(env), crossOrigin(env), signIn.overRest, guardSignUp(env, hasUsers));

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
