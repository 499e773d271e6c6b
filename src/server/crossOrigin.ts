/** Without this file another site could act in an editor's name, or a shared cache could show one reader's answer to the next. */
import type { Request, RequestHandler } from 'express';
import type { Env } from '../env.ts';

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

/**
 * Anybody's page may read what anonymous readers may (`*` never goes with credentials); credentials work from our own origin only:
 * a request that another site makes with an editor's cookie is answered as if it had none.
 */
export function crossOrigin(env: Pick<Env, 'publicUrl'>): RequestHandler {
  return (request, response, next) => {
    const own = isOwnOrigin(request, env);
    if (!own && !safeMethods.includes(request.method)) delete request.headers.cookie;
    const posts = request.path === asksByPost;
    if (open.test(request.path) && (safeMethods.includes(request.method) || (posts && request.method === 'POST'))) {
      const trusted = request.get('Origin') === env.publicUrl ? env.publicUrl : undefined;
      response.setHeader('Access-Control-Allow-Origin', trusted ?? '*');
      response.setHeader('Access-Control-Expose-Headers', exposed);
      if (trusted !== undefined) {
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        response.vary('Origin');
      }
      if (request.method === 'OPTIONS' && request.get('Access-Control-Request-Method') !== undefined) {
        response.setHeader('Access-Control-Allow-Methods', posts ? 'GET, HEAD, POST' : 'GET, HEAD');
        response.setHeader('Access-Control-Allow-Headers', 'Accept, Content-Type, If-None-Match, X-Request-Id');
        response.setHeader('Access-Control-Max-Age', '600');
        response.status(204).end();
        return;
      }
    }
    next();
  };
}

/** Answers to somebody in particular are kept by no cache; the panel's own script files are the same for all. */
export const privateAnswers: RequestHandler = (request, response, next) => {
  const personal = request.headers.authorization !== undefined || request.headers.cookie !== undefined;
  if (personal && !request.path.startsWith('/_next/static/')) {
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
    response.writeHead = (...given: unknown[]) => {
      response.setHeader('Cache-Control', 'private, no-store');
      return writeHead(...given);
    };
  }
  next();
};
