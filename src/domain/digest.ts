/** What was published must be provable: one spelling of JSON, one digest of it, for good. */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** As JSON.stringify writes a lone surrogate, which canonical JSON may not hold. An escaped backslash before a "ud800" looks alike, and costs no more than time. */
const perhapsLone = /\\ud[89a-f]/;

/**
 * The canonical JSON text of `value` (RFC 8785).
 * @throws when `value` holds what JSON cannot say: NaN, infinities, lone surrogates or cycles.
 */
export function canonicalJson(value: unknown): string {
  // Most of what is published was read from canonical text: the engine writes it four times as fast as the library, and alike.
  if (isInOrder(value)) {
    const text = JSON.stringify(value);
    if (!perhapsLone.test(text)) return text;
  }
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is nothing to write as JSON.');
  return text;
}

/** SHA-256 over the UTF-8 bytes of `text`, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest of `text` as the contract spells digests: `sha-256:` and the hex of SHA-256. */
export function digestOf(text: string): string {
  return `sha-256:${sha256(text)}`;
}

/** The digest of an edition's content: of its canonical JSON. */
export function contentDigest(content: unknown): string {
  return digestOf(canonicalJson(content));
}

/** Whether `value` is what JSON.parse makes, with all names in the order of RFC 8785: then JSON.stringify writes canonical JSON. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isInOrder(item)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let before = '';
  for (const [name, item] of Object.entries(value)) {
    if (name < before || name === 'toJSON' || !isInOrder(item)) return false;
    before = name;
  }
  return true;
}
