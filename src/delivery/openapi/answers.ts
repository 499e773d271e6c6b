/** What every answer has in common: its headers, and what is said when there is nothing to show. Without this file each route would tell of them in its own way. */
import { errorTypes, exampleOf } from '../errorTypes/errorTypes.ts';
import { schemaNamed } from './schemas.ts';
import type { Content, Header, Reference, Response } from './types.ts';

const text = { type: 'string' } as const;

export const sharedHeaders = {
  ETag: { description: 'Strong; one for each media type and coding.', required: true, schema: { type: 'string', pattern: '^"[^"]+"$' } },
  CacheControl: {
    description:
      'Shared caches may answer by themselves for at most 30 seconds, and never past the end of an embargo. With Authorization or Cookie: private, no-store.',
    required: true,
    schema: text,
  },
  Vary: { description: 'Accept, Accept-Encoding.', required: true, schema: text },
  SurrogateKey: {
    description: 'By which a cache of your own can be emptied: article-…, outlet-…, author-…, topic-…, and stories for what shows many.',
    schema: text,
  },
  LastModified: { description: 'Told, not believed: ask with If-None-Match.', schema: text },
  Link: { description: 'rel="next": the next page. rel="alternate": a story in its other shapes (RFC 8288).', schema: text },
  RequestId: {
    description: 'The id of this request, by which the log knows it; a sane one that was sent is kept.',
    required: true,
    schema: { type: 'string', minLength: 8 },
  },
  RateLimit: { description: 'How many requests are left, and until when, where there is a limit.', schema: text },
  RateLimitPolicy: { description: 'How many requests there may be in how many seconds.', schema: text },
  RetryAfter: { description: 'Seconds.', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
  Location: { description: 'Where it is.', required: true, schema: text },
  ContentSecurityPolicy: { description: 'What the page may load: its own style, and pictures of its story.', required: true, schema: text },
} satisfies Record<string, Header>;

const header = (name: keyof typeof sharedHeaders): Reference => ({ $ref: `#/components/headers/${name}` });
const always = { 'X-Request-Id': header('RequestId'), RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimitPolicy') };
const kept = { 'Cache-Control': header('CacheControl'), Vary: header('Vary'), 'Surrogate-Key': header('SurrogateKey'), ...always };
const whole = { ETag: header('ETag'), ...kept, 'Last-Modified': header('LastModified') };

/** An answer that caches may keep. */
export function keptAnswer(description: string, content: Record<string, Content>, more?: 'Link' | 'policy' | 'both'): Response {
  const headers = {
    ...whole,
    ...(more === 'Link' || more === 'both' ? { Link: header('Link') } : {}),
    ...(more === 'policy' || more === 'both' ? { 'Content-Security-Policy': header('ContentSecurityPolicy') } : {}),
  };
  return { description, headers, content };
}

/** An answer that no cache keeps. */
export function freshAnswer(description: string, content: Record<string, Content>): Response {
  return { description, headers: { 'Cache-Control': header('CacheControl'), ...always }, content };
}

/** Public keys: anybody may keep them for a while. */
export function keysAnswer(description: string, content: Record<string, Content>): Response {
  return { description, headers: { ETag: header('ETag'), 'Cache-Control': header('CacheControl'), ...always }, content };
}

/** A refusal of an operation whose own answers have the same status. */
export function refusedAs(name: OwnResponse): Response {
  return ownResponses[name];
}

function refusal(description: string, codes: readonly string[], headers: Record<string, Reference>): Response {
  const examples = Object.fromEntries(
    codes.flatMap((code) => {
      const type = errorTypes[code];
      return type === undefined ? [] : [[code, { summary: type.title, value: exampleOf(code, type, 'http://localhost:3000') }]];
    }),
  );
  return { description, headers: { ...headers, ...always }, content: { 'application/problem+json': { schema: schemaNamed('Problem'), examples } } };
}

const keptRefusal = { 'Cache-Control': header('CacheControl'), Vary: header('Vary'), 'Surrogate-Key': header('SurrogateKey') };
const later = { 'Retry-After': header('RetryAfter') };

const ownResponses = {
  BadQuery: refusal('The query is not right, or no query.', ['unknown-parameter', 'bad-parameter', 'malformed-address'], {}),
  BadBody: refusal('The query is not right, or no query.', ['malformed-body', 'malformed-address'], {}),
} satisfies Record<string, Response>;

export type OwnResponse = keyof typeof ownResponses;

/** What is said instead; by the name under which operations refer to it. Their examples are all the codes that there are. */
export const sharedResponses = {
  Moved: { description: 'It is found elsewhere.', headers: { Location: header('Location'), ...kept } },
  NotModified: { description: 'The client has it already.', headers: { ETag: header('ETag'), 'Cache-Control': header('CacheControl'), ...always } },
  BadAddress: refusal('The address is not well formed.', ['malformed-address'], {}),
  BadQuestion: refusal(
    'A parameter is unknown or not right, or the address is not well formed.',
    ['unknown-parameter', 'bad-parameter', 'malformed-address'],
    {},
  ),
  BadPage: refusal(
    'A parameter is unknown or not right, the cursor is of another query, or the address is not well formed.',
    ['unknown-parameter', 'bad-parameter', 'bad-cursor', 'malformed-address'],
    {},
  ),
  BadSearch: refusal(
    'A parameter is unknown or not right, there are too many words, the cursor is of another query, or the address is not well formed.',
    ['unknown-parameter', 'bad-parameter', 'too-many-words', 'bad-cursor', 'malformed-address'],
    {},
  ),
  Closed: refusal('It is not for everybody.', ['metrics-closed'], {}),
  NotFound: refusal('There is nothing here, or nothing yet.', ['not-found'], keptRefusal),
  NotAcceptable: refusal('It cannot be had in a media type that the client takes.', ['not-acceptable'], {}),
  Gone: refusal('The story was withdrawn or killed; notice says why.', ['article-withdrawn', 'article-killed'], keptRefusal),
  AddressTooLong: refusal('The address is longer than 8 KiB, or what else is set here.', ['address-too-long'], {}),
  BodyTooLarge: refusal('The body is larger than 1 MiB, or what else is set here.', ['body-too-large'], {}),
  NoSuchBody: refusal('The body is not JSON.', ['unsupported-media-type'], {}),
  TooManyRequests: refusal('Too many requests came from this address.', ['too-many-requests'], later),
  Unavailable: refusal('Not now: the node is starting, stopping or busy.', ['replica-not-ready', 'replica-busy', 'stopping'], later),
  TooManyListeners: refusal(
    'Too many are listening, or the node is starting, stopping or busy.',
    ['too-many-listeners', 'replica-not-ready', 'replica-busy', 'stopping'],
    later,
  ),
  NoKeys: refusal('The keys cannot be read just now, or the node is stopping.', ['keys-unavailable', 'stopping'], later),
} satisfies Record<string, Response>;

export type SharedResponse = keyof typeof sharedResponses;

export function responseNamed(name: SharedResponse): Reference {
  return { $ref: `#/components/responses/${name}` };
}
