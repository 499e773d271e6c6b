import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { expect, it } from 'vitest';
import { believedKeys } from './believedKeys.ts';

const jwk = (): JWK => ({ kty: 'OKP', ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) });

it('a key is believed under its own name only: one that was put in its place is not', async () => {
  const [ours, theirs] = [jwk(), jwk()];
  const kid = await calculateJwkThumbprint(ours);
  expect([...(await believedKeys([{ ...ours, kid, alg: 'EdDSA' }])).keys()]).toEqual([kid]);
  expect([...(await believedKeys([{ ...theirs, kid, alg: 'EdDSA' }])).keys()]).toEqual([]);
  expect([...(await believedKeys([{ kid, kty: 'OKP' }])).keys()]).toEqual([]);
});
