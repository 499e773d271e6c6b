/** Without this file one address could be spelt in several ways, and a guard on one spelling be walked round by another. */
import type { IncomingMessage } from 'node:http';
import { Problem } from '../errors.ts';
import type { Step } from './steps.ts';

/**
 * Refuses addresses that are too long (414) or not in the form in which everything behind this door reads them (400):
 * no `//`, no `.` or `..` segments, nothing that the URL standard would rewrite.
 */
export function plainAddress(longest: number): Step {
  return (request, _response, next) => {
    const path = pathOf(request);
    if (Buffer.byteLength(request.url ?? '') > longest)
      next(new Problem(414, 'address-too-long', `The address of a request may have ${String(longest)} bytes.`));
    else if (!isPlain(path)) next(new Problem(400, 'malformed-address', 'The address is not in its plain form.'));
    else next();
  };
}

/** What stands before the question mark. */
export function pathOf({ url = '' }: Pick<IncomingMessage, 'url'>): string {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
}

/** Segments of letters and digits, which no URL writes otherwise: most addresses need no more than a look. */
const simple = /^(?:\/[\w~-][\w.~-]*)+$/;

function isPlain(path: string): boolean {
  if (simple.test(path)) return true;
  if (!path.startsWith('/') || path.includes('//')) return false;
  const base = 'http://newsroom.invalid';
  if (!URL.canParse(path, base)) return false;
  return new URL(path, base).pathname === path && isDecodable(path);
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
