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
  // The engine writes what stands in order four times as fast as the library, and alike; most of what is published was read from canonical text.
  const ordered = inOrder(value);
  if (ordered !== unusual) {
    const text = JSON.stringify(ordered);
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

/** Stands for what is left to the library. */
const unusual = Symbol();
/** Deeper than any story: what goes in circles is found by the library. */
const DEEPEST = 100;

/** What JSON.parse makes, with all names in the order of RFC 8785, in which JSON.stringify then writes them: `value` itself where it stands so. */
function inOrder(value: unknown, depth = 0): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : unusual;
  if (typeof value !== 'object' || depth > DEEPEST) return unusual;
  return Array.isArray(value) ? itemsInOrder(value, depth) : membersInOrder(value, depth);
}

function itemsInOrder(items: readonly unknown[], depth: number): unknown {
  let same = true;
  const ordered: unknown[] = [];
  for (const item of items) {
    const one = inOrder(item, depth + 1);
    if (one === unusual) return unusual;
    same &&= one === item;
    ordered.push(one);
  }
  return same ? items : ordered;
}

function membersInOrder(value: object, depth: number): unknown {
  if (Object.getPrototypeOf(value) !== Object.prototype) return unusual;
  let same = true;
  let before = '';
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    // Names that look like numbers stand where the engine wants them, and some are no names like others.
    if (name === 'toJSON' || name === '__proto__' || /^\d/.test(name)) return unusual;
    const one = inOrder(member, depth + 1);
    if (one === unusual) return unusual;
    same &&= one === member && name >= before;
    before = name;
    members.push([name, one]);
  }
  return same ? value : Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
