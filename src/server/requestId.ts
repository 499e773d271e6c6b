/** Without this file nobody could find the log line that belongs to an answer they complain about. */
import { randomUUID } from 'node:crypto';
import type { Step } from './steps.ts';

const sane = /^[A-Za-z0-9._-]{8,128}$/;

/** Keeps a caller's X-Request-Id where it is short and plain, makes one otherwise, and sends it back. */
export const requestId: Step = (request, response, next) => {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && sane.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  response.setHeader('X-Request-Id', id);
  next();
};

/** The id of a request that has passed `requestId`. */
export function idOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  return String(request.headers['x-request-id']);
}
