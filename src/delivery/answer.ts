/** How an answer of ours may be kept and asked about again: without this file every route would have its own idea of what a cache may do with it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { namesTag } from '../domain/ifNoneMatch.ts';
import { Body } from './body.ts';
import { codingFor } from './codings.ts';
import type { Elsewhere, Ready, Refused, Reply } from './ready.ts';

/** A reply as it is sent, any number of times; `modified` as HTTP writes dates. */
export type Answer = Elsewhere | Refused | (Omit<Ready, 'body'> & { body: Body });

/** The moments (milliseconds) that decide how long an answer may be kept. */
export interface Freshness {
  now: number;
  /** When it may become another one by itself. */
  until: number | null;
}

/** The longest that a shared cache answers by itself, in seconds. */
const KEPT = 30;

/** `reply` with all that is the same each time it is sent made once. */
export function answerOf(reply: Reply): Answer {
  if (!('body' in reply)) return reply;
  const { modified, ...rest } = reply;
  const dated = modified === undefined ? {} : { modified: new Date(modified).toUTCString() };
  return { ...rest, ...dated, body: new Body(reply.type, reply.body) };
}

/**
 * Sends `answer`, with all that caches need to know; or says that the client has it already (RFC 9110, section 13). The one place for these headers,
 * whether the answer was kept or has just been worked out.
 * @returns a promise where the bytes have to be made first. @throws the problem in it.
 */
export function sendAnswer({ headers }: IncomingMessage, response: ServerResponse, answer: Answer, { now, until }: Freshness): Promise<void> | undefined {
  response.setHeader('Cache-Control', cacheControl(until, now));
  response.appendHeader('Vary', 'Accept, Accept-Encoding');
  if (answer.keys !== '') response.setHeader('Surrogate-Key', answer.keys);
  if ('problem' in answer) throw answer.problem;
  if ('location' in answer) {
    sendElsewhere(response, answer.location);
    return undefined;
  }
  const coding = codingFor(headers['accept-encoding']);
  const etag = answer.body.etagIn(coding);
  response.setHeader('ETag', etag);
  // Told, not believed: a second is too coarse.
  if (answer.modified !== undefined) response.setHeader('Last-Modified', answer.modified);
  for (const [name, value] of Object.entries(answer.more ?? {})) response.setHeader(name, value);
  if (namesTag(headers['if-none-match'], etag)) {
    response.statusCode = 304;
    response.end();
    return undefined;
  }
  response.setHeader('Content-Type', answer.type);
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  const bytes = answer.body.bytesIn(coding);
  if (!(bytes instanceof Promise)) {
    sendBytes(response, bytes);
    return undefined;
  }
  return bytes.then((made) => {
    sendBytes(response, made);
  });
}

/** Anybody may keep it and has to ask again; a shared cache for some seconds, but never past `next`. Moments in milliseconds. */
export function cacheControl(next: number | null, now: number): string {
  const seconds = next === null ? KEPT : Math.max(0, Math.min(KEPT, Math.floor((next - now) / 1000)));
  return `public, max-age=0, s-maxage=${seconds}, must-revalidate`;
}

function sendElsewhere(response: ServerResponse, location: string): void {
  response.statusCode = 308;
  response.setHeader('Location', location);
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  sendBytes(response, Buffer.from(`It is at ${location}\n`));
}

/** Of an answer to HEAD, Node sends the length alone. */
function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
