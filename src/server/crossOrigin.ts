/** Without this file another site could act in an editor's name, or a shared cache could show one reader's answer to the next. */
import type { Request, RequestHandler } from 'express';
import { isAnonymous } from '../delivery/anonymous.ts';
import type { Env } from '../env.ts';
import type { Step } from './steps.ts';
import { pathOf } from './requestAddress.ts';

const exposed = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'X-Request-Id',
  'RateLimit',
  'RateLimit-Policy',
  'Content-Disposition',
  'Deprecation',
  'Sunset',
].join(', ');
const open = /^\/(api|v1|feeds|\.well-known)(\/|$)/;
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
/** Where a POST is a question too: nothing can be changed there, whoever asks. */
const asksByPost = '/v1/graphql';

/** Whether the request comes from a page of this newsroom, or from no page at all. */
export function isOwnOrigin(request: Request, env: Pick<Env, 'publicUrl'>): boolean {
  const origin = request.get('Origin');
  if (origin === undefined) return request.get('Sec-Fetch-Site') !== 'cross-site';
  return origin === env.publicUrl || origin === `${request.protocol}://${request.get('Host') ?? ''}`;
}

/** Credentials work from our own origin only: what another site changes with an editor's cookie is answered as if it had none. */
export function foreignCookies(env: Pick<Env, 'publicUrl'>): RequestHandler {
  return (request, _response, next) => {
    if (!safeMethods.includes(request.method) && !isOwnOrigin(request, env)) delete request.headers.cookie;
    next();
  };
}

/** Anybody's page may read what anonymous readers may; `*` never goes with credentials. */
export function crossOrigin(env: Pick<Env, 'publicUrl'>): Step {
  return (request, response, next) => {
    const path = pathOf(request);
    const posts = path === asksByPost;
    if (open.test(path) && (safeMethods.includes(request.method ?? '') || (posts && request.method === 'POST'))) {
      const { origin } = request.headers;
      const trusted = origin === env.publicUrl ? env.publicUrl : undefined;
      response.setHeader('Access-Control-Allow-Origin', trusted ?? '*');
      response.setHeader('Access-Control-Expose-Headers', exposed);
      if (trusted !== undefined) {
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        response.appendHeader('Vary', 'Origin');
      }
      if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
        response.setHeader('Access-Control-Allow-Methods', posts ? 'GET, HEAD, POST' : 'GET, HEAD');
        response.setHeader('Access-Control-Allow-Headers', 'Accept, Content-Type, If-None-Match, Last-Event-ID, X-Request-Id');
        response.setHeader('Access-Control-Max-Age', '600');
        response.statusCode = 204;
        response.end();
        return;
      }
    }
    next();
  };
}

/** Answers to somebody in particular are kept by no cache; the panel's own script files are the same for all. */
export const privateAnswers: Step = (request, response, next) => {
  if (!isAnonymous(request) && !pathOf(request).startsWith('/_next/static/')) {
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
    response.writeHead = (...given: unknown[]) => {
      response.setHeader('Cache-Control', 'private, no-store');
      return writeHead(...given);
    };
  }
  next();
};
