/** Without this file nobody outside could check a signature: the public keys of all that was ever published, by the address where verifiers look (RFC 7517, 8615). */
import { Router } from 'express';
import { sha256 } from '../domain/digest.ts';
import { namesTag } from '../domain/ifNoneMatch.ts';
import { Problem } from '../errors.ts';
import { CACHED_FOR, type SigningKeys } from '../ledger/keys/signingKeys.ts';
import { onlyReading } from '../delivery/onlyMethods.ts';

/** `/.well-known/jwks.json`. */
export function publicKeyRoutes(keys: Pick<SigningKeys, 'publicKeys'>): Router {
  const router = Router();
  router.all('/.well-known/jwks.json', onlyReading);
  router.get('/.well-known/jwks.json', async (request, response) => {
    const known = await keys.publicKeys().catch(() => {
      throw new Problem(503, 'keys-unavailable', 'The keys cannot be read just now. Try again in a moment.');
    });
    const body = JSON.stringify({ keys: known });
    const tag = `"${sha256(body).slice(0, 32)}"`;
    response.set({ 'Cache-Control': `public, max-age=${CACHED_FOR / 1_000}`, ETag: tag });
    if (namesTag(request.get('If-None-Match'), tag)) response.status(304).end();
    else response.type('application/jwk-set+json').send(body);
  });
  return router;
}
