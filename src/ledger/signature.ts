/** The one form of a signature in this newsroom: a detached JWS (RFC 7515, appendix F) with Ed25519 over a text. */
import type { KeyObject } from 'node:crypto';
import { base64url, FlattenedSign, flattenedVerify } from 'jose';

export const ALGORITHM = 'EdDSA';

const encoder = new TextEncoder();

/** `text` signed with the private key that `kid` names. */
export async function signDetached(text: string, kid: string, key: KeyObject): Promise<string> {
  const { protected: header, signature } = await new FlattenedSign(encoder.encode(text)).setProtectedHeader({ alg: ALGORITHM, kid }).sign(key);
  return `${header ?? ''}..${signature}`;
}

/** The key that a signature says it was made with; undefined when it is no detached JWS of ours. */
export function kidOf(signature: unknown): string | undefined {
  const [header, payload, mac, ...rest] = typeof signature === 'string' ? signature.split('.') : [];
  if (!header || payload !== '' || !mac || rest.length > 0) return undefined;
  try {
    const { alg, kid } = JSON.parse(new TextDecoder().decode(base64url.decode(header))) as Record<string, unknown>;
    return alg === ALGORITHM && typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether `signature` is that of `text` by the private half of `key`. */
export async function isSigned(text: string, signature: string, key: KeyObject): Promise<boolean> {
  const [header = '', , mac = ''] = signature.split('.');
  // The last character has bits that no decoder looks at; here a changed character is a changed signature.
  if (base64url.encode(base64url.decode(mac)) !== mac) return false;
  try {
    await flattenedVerify({ protected: header, payload: base64url.encode(text), signature: mac }, key, { algorithms: [ALGORITHM] });
    return true;
  } catch {
    return false;
  }
}
