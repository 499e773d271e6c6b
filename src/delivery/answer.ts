/** How an answer of ours may be kept and asked about again: without this file every route would have its own idea of what a cache may do with it. */
import { createHash } from 'node:crypto';
import { namesTag } from '../domain/ifNoneMatch.ts';
import { codingFor, inCoding, type Coding } from './codings.ts';
import type { Reply } from './ready.ts';

/** What of a request and an answer of Express is used here. */
interface Incoming {
  get(name: string): string | undefined;
}
interface Outgoing {
  set(name: string, value: string): Outgoing;
  vary(names: string): Outgoing;
  status(code: number): Outgoing;
  send(body: Buffer): unknown;
  redirect(status: number, address: string): void;
  end(): unknown;
}

/** The moments (milliseconds) that decide how long an answer may be kept. */
export interface Freshness {
  now: number;
  /** When what readers see next changes by itself. */
  opening: number | null;
}

/** The longest that a shared cache answers by itself, in seconds. */
const KEPT = 30;

/** Sends `reply`, with all that caches need to know; or says that the client has it already (RFC 9110, section 13). @throws the problem in it. */
export async function sendReply(request: Incoming, response: Outgoing, reply: Reply, { now, opening }: Freshness): Promise<void> {
  const moments = [opening, 'until' in reply ? (reply.until ?? null) : null].filter((moment) => moment !== null);
  response.set('Cache-Control', cacheControl(moments.length === 0 ? null : Math.min(...moments), now)).vary('Accept, Accept-Encoding');
  if (reply.keys !== '') response.set('Surrogate-Key', reply.keys);
  if ('problem' in reply) throw reply.problem;
  if ('location' in reply) {
    response.redirect(308, reply.location);
    return;
  }
  const coding = codingFor(request.get('Accept-Encoding'));
  const etag = etagOf(reply.type, reply.body, coding);
  response.set('ETag', etag);
  // Told, not believed: a second is too coarse.
  if (reply.modified !== undefined) response.set('Last-Modified', new Date(reply.modified).toUTCString());
  for (const [name, value] of Object.entries(reply.more ?? {})) response.set(name, value);
  if (namesTag(request.get('If-None-Match'), etag)) {
    response.status(304).end();
    return;
  }
  response.set('Content-Type', reply.type);
  if (coding !== 'identity') response.set('Content-Encoding', coding);
  response.send(await inCoding(reply.body, coding));
}

/** Anybody may keep it and has to ask again; a shared cache for some seconds, but never past `next`. Moments in milliseconds. */
export function cacheControl(next: number | null, now: number): string {
  const seconds = next === null ? KEPT : Math.max(0, Math.min(KEPT, Math.floor((next - now) / 1000)));
  return `public, max-age=0, s-maxage=${seconds}, must-revalidate`;
}

/** One for each body, media type and coding. */
export function etagOf(type: string, body: string, coding: Coding): string {
  const digest = createHash('sha256').update(`${type}\n`).update(body).digest('base64url').slice(0, 27);
  return coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`;
}
