/** Without this file what is kept would still have to go through Express: a page that was asked for before is answered in front of it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendAnswer } from '../answer.ts';
import { isAnonymous } from '../anonymous.ts';
import type { ResponseCache } from './responseCache.ts';

/** Beyond that, a spelling is not remembered. */
const LONGEST = 2048;

/** How a client asks: its own words, and what it takes; undefined where the answer may not be kept, or the words are too many. */
export function spellingOf(request: IncomingMessage): string | undefined {
  const { method, url = '', headers } = request;
  if ((method !== 'GET' && method !== 'HEAD') || !isAnonymous(request)) return undefined;
  // An address has no line feed.
  const spelling = headers.accept === undefined ? url : `${url}\n${headers.accept}`;
  return spelling.length > LONGEST ? undefined : spelling;
}

/** Answers what `cache` has a page for; `next` for all else. */
export function answeringAtOnce(cache: ResponseCache) {
  return (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void => {
    const spelling = spellingOf(request);
    const kept = spelling === undefined ? undefined : cache.page(spelling);
    if (kept === undefined) next();
    else sendAnswer(request, response, kept.answer, kept.freshness)?.catch(next);
  };
}
