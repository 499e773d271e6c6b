/** Without this file one address could keep the newsroom busy for everybody, or try passwords all night. */
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import type { Step } from './steps.ts';
import type { CountAttempt } from './graphql.ts';
import type { AddressOf } from './peerAddress.ts';
import { pathOf } from './requestAddress.ts';

const signIn = /^\/api\/[^/]+\/(login|forgot-password|unlock|reset-password|first-register|verify\/[^/]+)\/?$/i;
const uncounted = /^\/(_next\/static\/|livez$|readyz$|metrics$)/;

/** Limits every request of an address; 0 = none. The panel's script files and health checks do not count. */
export function limitRequests(env: Pick<Env, 'rateLimitPerMinute'>, addressOf: AddressOf): Step {
  const limit = limiter(env.rateLimitPerMinute, 'requests', addressOf, (request) => uncounted.test(pathOf(request)));
  return (request, response, next) => {
    // All that the limiter asks of Express here.
    const told = {
      headersSent: false,
      append: (name: string, value: string) => response.appendHeader(name, value),
      setHeader: (name: string, value: string) => response.setHeader(name, value),
    };
    void limit(request as Request, told as unknown as Response, next);
  };
}

/** Limits attempts to sign in by REST. GraphQL counts its own with `countAttempt`, in the same tally. */
export function limitSignIn(env: Pick<Env, 'loginAttemptsPerMinute'>, addressOf: AddressOf): { overRest: RequestHandler; countAttempt: CountAttempt } {
  const limit = limiter(env.loginAttemptsPerMinute, 'sign-in', addressOf, () => false);
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

function limiter(perMinute: number, name: string, addressOf: AddressOf, skip: (request: IncomingMessage) => boolean): RequestHandler {
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
    keyGenerator: (request) => ipKeyGenerator(addressOf(request) ?? ''),
    handler: (_request, _response, next) => {
      next(new Problem(429, 'too-many-requests', 'Too many requests from this address. Try again in a minute.'));
    },
  });
}
