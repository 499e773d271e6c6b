/** What was published must be provable: one spelling of JSON, one digest of it, for good. */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/**
 * The canonical JSON text of `value` (RFC 8785).
 * @throws when `value` holds what JSON cannot say: NaN, infinities, lone surrogates or cycles.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is nothing to write as JSON.');
  return text;
}

/** SHA-256 over the UTF-8 bytes of `text`, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest of an edition's content as the contract spells it: `sha-256:` and the hex of SHA-256 over its canonical JSON. */
export function contentDigest(content: unknown): string {
  return `sha-256:${sha256(canonicalJson(content))}`;
}
