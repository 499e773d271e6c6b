/** Without these tests a withdrawn story could still be read, or a story could come out late, because of an answer that was kept. */
import type { Request } from 'express';
import type { SanitizedConfig } from 'payload';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PublicAnswers } from './publicAnswers.ts';

const config = {
  collections: [
    { slug: 'articles', flattenedFields: [{ name: 'publicFrom' }] },
    { slug: 'users', flattenedFields: [{ name: 'email' }] },
  ],
} as unknown as SanitizedConfig;

let version: number | undefined;
let releases: number[];
const answers = () => new PublicAnswers({ version: () => version, nextRelease: async (now) => releases.find((release) => release > now) ?? Infinity }, config);
const asked = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({ method, path: path.split('?')[0], originalUrl: path, protocol: 'http', headers: { host: 'news.example', ...headers } }) as unknown as Request;
const json = (text: string, init: ResponseInit = {}) => new Response(text, { headers: { 'Content-Type': 'application/json', ETag: '"7"' }, ...init });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  version = 1;
  releases = [];
});
afterEach(() => vi.useRealTimers());

describe('an answer to readers', () => {
  it('is given again, with its headers, while nothing has changed', async () => {
    const kept = answers();
    await kept.keeping(asked('/api/articles?limit=3'))?.(json('{"docs":[]}'));
    const again = kept.kept(asked('/api/articles?limit=3'));
    expect(await again?.text()).toBe('{"docs":[]}');
    expect(again?.headers.get('ETag')).toBe('"7"');
  });

  it('is worked out anew after any write, also one that came while it was being worked out', async () => {
    const kept = answers();
    const keep = kept.keeping(asked('/api/articles'));
    version = 2;
    await keep?.(json('[]'));
    expect(kept.kept(asked('/api/articles'))).toBeUndefined();
    await kept.keeping(asked('/api/articles'))?.(json('[]'));
    expect(kept.kept(asked('/api/articles'))).toBeDefined();
    version = 3;
    expect(kept.kept(asked('/api/articles'))).toBeUndefined();
  });

  it('is worked out anew from the moment at which an embargo ends, and kept again after it', async () => {
    releases = [1_000_500, 1_002_000];
    const kept = answers();
    await kept.keeping(asked('/api/articles'))?.(json('[]'));
    vi.setSystemTime(1_000_499);
    expect(kept.kept(asked('/api/articles'))).toBeDefined();
    vi.setSystemTime(1_000_500);
    expect(kept.kept(asked('/api/articles'))).toBeUndefined();
    await kept.keeping(asked('/api/articles'))?.(json('[1]'));
    vi.setSystemTime(1_001_999);
    expect(await kept.kept(asked('/api/articles'))?.text()).toBe('[1]');
    vi.setSystemTime(1_002_000);
    expect(kept.kept(asked('/api/articles'))).toBeUndefined();
  });

  it('is never given to, nor kept from, somebody who says who they are', async () => {
    const kept = answers();
    await kept.keeping(asked('/api/articles'))?.(json('[]'));
    for (const [name, value] of Object.entries({ authorization: 'JWT x', cookie: 'counterpoint-token=x' })) {
      const headers = { [name]: value };
      expect(kept.kept(asked('/api/articles', headers))).toBeUndefined();
      expect(kept.keeping(asked('/api/articles', headers))).toBeUndefined();
    }
  });

  it.each([
    ['another question', '/api/articles?limit=4', {}],
    ['another host', '/api/articles', { host: 'other.example' }],
    ['another language', '/api/articles', { 'accept-language': 'fr' }],
  ])('is not the answer to %s', async (_what, path, headers) => {
    const kept = answers();
    await kept.keeping(asked('/api/articles'))?.(json('[]'));
    expect(kept.kept(asked(path, headers))).toBeUndefined();
  });

  it.each([
    ['an error', json('{}', { status: 404 })],
    ['a file', new Response('x', { headers: { 'Content-Type': 'image/jpeg' } })],
    ['what is very long', json('x'.repeat(200_000))],
    ['what sets a cookie', json('{}', { headers: { 'Content-Type': 'application/json', 'Set-Cookie': 'a=b' } })],
  ])('is not kept when it is %s', async (_what, answer) => {
    const kept = answers();
    await kept.keeping(asked('/api/articles'))?.(answer);
    expect(kept.kept(asked('/api/articles'))).toBeUndefined();
  });

  it('is kept of public collections and GET alone, and never where changes cannot be told', () => {
    const kept = answers();
    expect(kept.keeping(asked('/api/users'))).toBeUndefined();
    expect(kept.keeping(asked('/api/articles', {}, 'HEAD'))).toBeUndefined();
    expect(kept.keeping(asked('/api/articles/1/more'))).toBeUndefined();
    version = undefined;
    expect(kept.keeping(asked('/api/articles'))).toBeUndefined();
  });
});
