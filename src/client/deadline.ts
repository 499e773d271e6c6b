/** Without this file a call could not be taken back, and one that nobody answers would wait for ever. */
import { ConnectionError } from './problem.ts';
import { onAbort, reasonOf, type Signals } from './surroundings.ts';

export interface Deadline {
  /** Fires when the time is over, or when one of the given signals does. */
  signal: AbortSignal;
  /** Begins to count anew. */
  extend: () => void;
  /** Stops counting until then. */
  hold: () => void;
  /** What to throw where `error` was thrown: why the signal fired if it did, and a ConnectionError for a line that broke. */
  insteadOf: (error: unknown) => Error;
  close: () => void;
}

/**
 * Begins to count. `AbortSignal.any` is not used: Node 20 keeps what it makes for as long as the client's own signal lives.
 * @param timeout milliseconds
 * @param url what is asked, to be named
 * @throws the reason of a signal that has fired already
 */
export function openDeadline(timeout: number, url: string, signals: Signals): Deadline {
  const controller = new AbortController();
  const count = () =>
    setTimeout(() => {
      controller.abort(new ConnectionError(`No answer from ${url} within ${timeout} ms.`, url));
    }, timeout);
  const leave = onAbort(signals, (reason) => {
    controller.abort(reason);
  });
  let timer = count();
  return {
    signal: controller.signal,
    extend: () => {
      clearTimeout(timer);
      timer = count();
    },
    hold: () => {
      clearTimeout(timer);
    },
    insteadOf: (error) => (controller.signal.aborted ? reasonOf(controller.signal) : asOurs(error, url)),
    close: () => {
      clearTimeout(timer);
      leave();
    },
  };
}

/** What `fetch` throws when a line breaks is a TypeError, with words of its own on each platform. */
function asOurs(error: unknown, url: string): Error {
  if (error instanceof Error && !(error instanceof TypeError)) return error;
  return new ConnectionError(`The line to ${url} broke.`, url, error);
}
