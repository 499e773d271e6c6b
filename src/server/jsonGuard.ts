/** Without this file a body that is no document (null, 20,000 brackets, a poisoned key) would reach code that takes it for one. */
import { Problem } from '../errors.ts';

/** Deeper than any story's rich text, shallower than what overflows a recursive walk. */
const deepest = 100;
const poisoned = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The object that `text` holds.
 * @throws {Problem} 400 when it is not JSON, not an object, nested too deeply, or has keys or numbers that mean something else to a program.
 */
export function parseJsonObject(text: string): Record<string, unknown> {
  if (nesting(text) > deepest) throw malformed(`JSON may be nested ${String(deepest)} deep.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('The body is not valid JSON.');
  }
  if (!isRecord(value)) throw malformed('The body must be a JSON object.');
  refusePoison(value);
  return value;
}

/** The text of UTF-8 `bytes`. @throws {Problem} 400 where they are not. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
}

/** Whether `key` would reach into JavaScript's own objects. */
export function isPoisoned(key: string): boolean {
  return poisoned.has(key);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(detail: string): Problem {
  return new Problem(400, 'malformed-body', detail);
}

/** Counted on the text, so that nothing deep is ever built. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') most = Math.max(most, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return most;
}

function refusePoison(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw malformed('A number is too large.');
  if (Array.isArray(value)) for (const item of value) refusePoison(item);
  else if (isRecord(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (isPoisoned(key)) throw malformed(`The key ${key} is not allowed.`);
      refusePoison(member);
    }
  }
}
