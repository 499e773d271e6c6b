/** The public keys that a verifier believes; without this file a key that was altered where it is kept would verify what it was altered for. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import type { Payload } from 'payload';
import { publicHalves } from './keyRows.ts';
import type { PublicKey } from './signingKeys.ts';

/** The keys in `payload`'s database. Makes none. */
export async function storedKeys(payload: Payload): Promise<Map<string, KeyObject>> {
  return believedKeys(await publicHalves(payload));
}

/** Those of `keys` that bear their own name, which is the thumbprint of what they are (RFC 7638). */
export async function believedKeys(keys: readonly PublicKey[]): Promise<Map<string, KeyObject>> {
  const named = await Promise.all(keys.map(async (key) => ({ key, name: await calculateJwkThumbprint(key).catch(() => undefined) })));
  return new Map(named.filter(({ key, name }) => key.kid === name).map(({ key }) => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' })]));
}
