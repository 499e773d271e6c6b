/** Without this file a restart would cut editors off in the middle of a save. */
import type { Server } from 'node:http';
import type { Logger } from '../log.ts';
import type { Readiness } from './readiness.ts';

/** Longest that requests in flight are waited for, in milliseconds: below the 30 s that supervisors usually give. */
const patience = 25_000;
/** A terminal and npm may both pass on one press of Ctrl-C: within this many milliseconds it is the same request. */
const samePress = 1000;

/**
 * Turns new requests away (503), waits for those in flight, closes the listener, then runs `closers` in order.
 * Resolves when nothing of the process is left to do.
 */
export async function shutDown(server: Server, readiness: Readiness, closers: readonly (() => Promise<void>)[], log: Logger): Promise<void> {
  readiness.stop();
  const finished = await within(patience, readiness.whenIdle());
  if (!finished) log.warn('some requests took too long and were cut off');
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  if (finished) server.closeIdleConnections();
  else server.closeAllConnections();
  if (!(await within(1000, closed))) server.closeAllConnections();
  for (const close of closers) {
    await close().catch((error: unknown) => {
      log.error({ err: error }, 'something did not close');
    });
  }
}

/** Calls `stop` at the first signal, or when the process that started this one is gone, and `leave` at the second. */
export function onStop(stop: (reason: string) => void, leave: () => void): void {
  let asked: number | undefined;
  const ask = (reason: string) => {
    if (asked === undefined) {
      asked = Date.now();
      stop(reason);
    } else if (Date.now() - asked > samePress) leave();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      ask(signal);
    });
  }
  if (process.send) {
    process.once('disconnect', () => {
      ask('parent gone');
    });
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, milliseconds);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
