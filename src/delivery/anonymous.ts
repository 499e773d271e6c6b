/** Without this file there would be several ideas of who is nobody in particular, and one day an answer for somebody would be given to the next. */
import type { IncomingMessage } from 'node:http';

/** Whether a request says nothing of who sends it. Only such a request may be answered with what is kept, or have its answer kept. */
export function isAnonymous({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers.authorization === undefined && headers.cookie === undefined;
}
