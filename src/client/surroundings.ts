/** What the client needs of the world, in one place: without this file tests would have to wait as long as it does, and a cancelled call would sleep to its end. */

export interface Surroundings {
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  /** Resolves after `milliseconds`. @throws the reason of the first of `signals` that fires meanwhile, or has fired */
  wait: (milliseconds: number, signals: Signals) => Promise<void>;
}

export type Signals = readonly (AbortSignal | undefined)[];

/** The world as it is. */
export const surroundings: Surroundings = { now: Date.now, random: Math.random, wait };

/** Calls `cancel` with the reason when one of `signals` fires. @returns what ends that. @throws the reason of one that has fired */
export function onAbort(signals: Signals, cancel: (reason: Error) => void): () => void {
  for (const signal of signals) signal?.throwIfAborted();
  const ends = signals.map((signal) => {
    const fired = () => {
      cancel(reasonOf(signal));
    };
    signal?.addEventListener('abort', fired);
    return () => signal?.removeEventListener('abort', fired);
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Why `signal` fired, as an error whatever it was given. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('The call was cancelled.', 'AbortError');
}

async function wait(milliseconds: number, signals: Signals): Promise<void> {
  let leave: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      leave = onAbort(signals, reject);
      timer = setTimeout(resolve, milliseconds);
    });
  } finally {
    clearTimeout(timer);
    leave();
  }
}
