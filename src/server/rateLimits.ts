/** Without this file one address could keep the newsroom busy for everybody, or try passwords all night. */
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import type { CountAttempt } from './graphql.ts';

const signIn = /^\/api\/[^/]+\/(login|forgot-password|unlock|reset-password|first-register|verify\/[^/]+)\/?$/i;
const uncounted = /^\/(_next\/static\/|livez$|readyz$|metrics$)/;

/** Limits every request of an address; 0 = none. The panel's script files and health checks do not count. */
export function limitRequests(env: Pick<Env, 'rateLimitPerMinute'>): RequestHandler {
  return limiter(env.rateLimitPerMinute, 'requests', (request) => uncounted.test(request.path));
}

/** Limits attempts to sign in by REST. GraphQL counts its own with `countAttempt`, in the same tally. */
export function limitSignIn(env: Pick<Env, 'loginAttemptsPerMinute'>): { overRest: RequestHandler; countAttempt: CountAttempt } {
  const limit = limiter(env.loginAttemptsPerMinute, 'sign-in', () => false);
  return {
    overRest: (request, response, next) => {
      if (request.method === 'POST' && signIn.test(request.path)) void limit(request, response, next);
      else next();
    },
    countAttempt: (request, response) =>
      new Promise((resolve, reject) => {
        void limit(request, response, (error?: unknown) => {
          if (error === undefined) resolve();
          else reject(error instanceof Error ? error : new Error('the limiter failed', { cause: error }));
        });
      }),
  };
}

function limiter(perMinute: number, name: string, skip: (request: Request) => boolean): RequestHandler {
  if (perMinute === 0) {
    return (_request, _response, next) => {
      next();
    };
  }
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: name,
    skip,
    // X-Forwarded-For is believed only as far as TRUSTED_PROXIES says; without it there is nothing to validate.
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (_request, _response, next) => {
      next(new Problem(429, 'too-many-requests', 'Too many requests from this address. Try again in a minute.'));
    },
  });
}
