/** Without this file a script that slipped into a story could run in an editor's session. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Env } from '../env.ts';
import type { Step } from './steps.ts';

/** What may load on a page that loads nothing: every answer that is not a page of the admin panel. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** Helmet's headers on everything; Strict-Transport-Security only where the world sees us over TLS. */
export function securityHeaders(env: Pick<Env, 'publicUrl'>): Step {
  const overTls = env.publicUrl?.startsWith('https:') ?? false;
  const rest = helmet({
    contentSecurityPolicy: false,
    // Published JSON, feeds and images are there for other sites to use.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // `no-referrer` would make the panel's own form posts come with `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
  });
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', closedPolicy);
    rest(request, response, next);
  };
}

/**
 * The policy under which the admin panel works. Scripts need the nonce, which Next reads from the request's own header and
 * puts on the tags it writes. Styles stay `unsafe-inline`: the panel's select and date fields write style elements and
 * attributes at run time, and take no nonce. `unsafe-eval` is for React's development build only.
 */
export function adminPolicy(development: boolean): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self' data:",
      `connect-src 'self'${development ? ' ws:' : ''}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ].join('; ');
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
    next();
  };
}
