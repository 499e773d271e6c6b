/** Without this file whoever reads the database, or a copy of it, could sign in the newsroom's name. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

/** `plain` so that only who knows `secret` can read it, and only where it is kept for `name`: AES-256-GCM under a key of its own (HKDF-SHA-256). */
export function seal(plain: Buffer, secret: string, name: string): string {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv(CIPHER, keyFrom(secret, salt), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, ...[salt, nonce, sealed].map((part) => part.toString('base64url'))].join('.');
}

/** What was sealed. @throws when the secret or the name is another one, or a byte was changed. */
export function unseal(text: string, secret: string, name: string): Buffer {
  const [version, ...parts] = text.split('.');
  const [salt, nonce, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !salt || !nonce || !sealed || sealed.length < TAG_BYTES) throw new Error('This is not what Counterpoint seals.');
  const decipher = createDecipheriv(CIPHER, keyFrom(secret, salt), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function keyFrom(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'counterpoint signing key', 32));
}
