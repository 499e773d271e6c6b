/** Without this file one address could be spelt in several ways, and a guard on one spelling be walked round by another. */
import type { RequestHandler } from 'express';
import { Problem } from '../errors.ts';

/**
 * Refuses addresses that are too long (414) or not in the form in which everything behind this door reads them (400):
 * no `//`, no `.` or `..` segments, nothing that the URL standard would rewrite.
 */
export function plainAddress(longest: number): RequestHandler {
  return (request, _response, next) => {
    if (Buffer.byteLength(request.url) > longest) {
      throw new Problem(414, 'address-too-long', `The address of a request may have ${String(longest)} bytes.`);
    }
    const path = request.url.split('?', 1)[0] ?? '';
    if (!isPlain(path)) throw new Problem(400, 'malformed-address', 'The address is not in its plain form.');
    next();
  };
}

function isPlain(path: string): boolean {
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
