/** Without this file Payload, which speaks the Fetch standard, and Express, which speaks Node's, could not talk to each other. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { Problem } from '../errors.ts';
import { sayWhenToTryAgain } from './errorAnswers.ts';

/** What of a request is said anew on the way in. */
export interface Rewritten {
  method?: string;
  /** Path and query. */
  url?: string;
  body?: Uint8Array | undefined;
  /** In the one spelling that Payload compares with. */
  contentType?: string | undefined;
  /** Headers to leave out, in lower case. */
  without?: readonly string[];
}

/** The request as the Fetch standard knows it. `publicUrl` is its origin where one is set: a Host header is only what a client says. */
export function toWebRequest(request: ExpressRequest, response: ExpressResponse, publicUrl: string | undefined, rewritten: Rewritten): Request {
  const origin = publicUrl ?? `${request.protocol}://${request.get('Host') ?? ''}`;
  if (!URL.canParse(origin)) throw new Problem(400, 'malformed-host', 'The Host header is not a host.');
  const method = rewritten.method ?? (request.method === 'HEAD' ? 'GET' : request.method);
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return new Request(new URL(rewritten.url ?? request.originalUrl, origin), {
    method,
    headers: webHeaders(request, rewritten),
    signal: left.signal,
    ...(rewritten.body && method !== 'GET' ? { body: new Uint8Array(rewritten.body) } : {}),
  });
}

/** Sends `answer`. Whole where it is text, so that it has a length; piece by piece where it is a file. */
export async function sendWebResponse(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie' && !isOurs(name)) response.setHeader(name, value);
  }
  sayWhenToTryAgain(response);
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  if (answer.body === null) response.end();
  else if (/json|text\//.test(answer.headers.get('Content-Type') ?? '')) response.end(Buffer.from(await answer.arrayBuffer()));
  else await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response).catch(ignoreLeaving);
}

/** Cross-origin and length headers are said once, at the edge. */
function isOurs(name: string): boolean {
  return name.startsWith('access-control-') || name === 'transfer-encoding' || name === 'connection';
}

function webHeaders(request: ExpressRequest, { without = [], contentType }: Rewritten): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || hopByHop.has(name) || without.includes(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (contentType !== undefined) headers.set('content-type', contentType);
  return headers;
}

/** RFC 9110 section 7.6.1: these belong to one connection. */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect']);

function ignoreLeaving(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ABORT_ERR') throw error;
}
