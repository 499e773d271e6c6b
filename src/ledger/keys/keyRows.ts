/** The rows of signing keys: how a key is made, sealed, kept and opened again. Without this file each reader of keys would know where private halves lie. */
import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import type { Payload, Where } from 'payload';
import { newId } from '../../domain/ids.ts';
import { Problem } from '../../errors.ts';
import { ALGORITHM } from '../signature.ts';
import { seal, unseal } from './seal.ts';
import type { PublicKey } from './signingKeys.ts';

export interface KeyRow {
  id: string;
  number: number;
  kid: string;
  publicKey: PublicKey;
  sealedPrivateKey: string;
  madeAt: string;
  signsFrom: string;
}

/** All keys, oldest first; or those that were made after number `after`. */
export async function keyRows(payload: Payload, after = 0): Promise<KeyRow[]> {
  const where: Where = after === 0 ? {} : { number: { greater_than: after } };
  const { docs } = await payload.db.find<KeyRow>({ collection: 'signing-keys', where, sort: 'number', limit: 0, pagination: false });
  return docs;
}

/** The public halves of all keys, oldest first; the private ones are not so much as read. */
export async function publicHalves(payload: Payload): Promise<PublicKey[]> {
  const select = { number: true, publicKey: true } as const;
  const { docs } = await payload.db.find<Pick<KeyRow, 'publicKey'>>({ collection: 'signing-keys', sort: 'number', limit: 0, pagination: false, select });
  return docs.map(({ publicKey }) => publicKey);
}

/** A key that is nowhere yet; times in RFC 3339. */
export async function newKey(number: number, secret: string, madeAt: string, signsFrom: string): Promise<KeyRow> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ed25519');
  const { kty, crv, x } = publicKey.export({ format: 'jwk' });
  const bare = { kty: String(kty), crv: String(crv), x: String(x) };
  const kid = await calculateJwkThumbprint(bare);
  const sealedPrivateKey = seal(privateKey.export({ format: 'der', type: 'pkcs8' }), secret, kid);
  return { id: newId(), number, kid, publicKey: { ...bare, kid, alg: ALGORITHM, use: 'sig' }, sealedPrivateKey, madeAt, signsFrom };
}

/** The private half. @throws {Problem} when it was sealed under another secret. */
export function openKey({ kid, sealedPrivateKey }: KeyRow, secret: string): KeyObject {
  try {
    return createPrivateKey({ key: unseal(sealedPrivateKey, secret, kid), format: 'der', type: 'pkcs8' });
  } catch {
    throw new Problem(
      503,
      'signing-key-sealed',
      `The signing key ${kid} cannot be opened with this PAYLOAD_SECRET. Start with the secret it was made under, or make a new key: counterpoint ledger rotate-key --now`,
    );
  }
}
