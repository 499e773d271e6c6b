/** Proves that a story is what Counterpoint signed: node verify.mjs edition.json jwks.json (GET /v1/articles/{id}/editions/{revision} and /.well-known/jwks.json). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { createLocalJWKSet, flattenedVerify } from 'jose';

const [edition, jwks] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const [protectedHeader, , signature] = edition.signature.split('.');
const jws = { protected: protectedHeader, payload: Buffer.from(canonicalize(edition.header)).toString('base64url'), signature };
await flattenedVerify(jws, createLocalJWKSet(jwks), { algorithms: ['EdDSA'] });
const digest = `sha-256:${createHash('sha256').update(canonicalize(edition.content)).digest('hex')}`;
if (digest !== edition.header.contentDigest) throw new Error('The header was signed, but this is not the content that it names.');
console.log(`Genuine: revision ${edition.header.revision} of story ${edition.header.articleId}, ${edition.header.kind} at ${edition.header.at}.`);
