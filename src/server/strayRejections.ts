/** Without this file one filter could end the server: Payload checks a path over several relations in a promise that nobody waits for. */
import { APIError } from 'payload';
import type { Logger } from '../log.ts';

/**
 * Notes a refusal that nobody waited for (something a client sent, status below 500) and goes on: its request has been answered.
 * Every other rejection ends the process, as it would without this.
 */
export function surviveStrayRefusals(log: Pick<Logger, 'warn'>): void {
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof APIError) || reason.status >= 500) throw reason;
    log.warn({ err: reason }, 'a refusal that nobody waited for');
  });
}
