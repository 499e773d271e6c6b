/** Without this file each sweep would keep time in its own way: one would go on asking a database that does not answer, another would outlive its server. */

/** Longest pause, in milliseconds, while rounds fail: the database may be down. */
const LONGEST_PAUSE = 30_000;

export interface RoundsParts {
  /** Milliseconds between the end of a round and the next one. */
  every: number;
  /** Does what there is to do, for as long as `goOn` says yes. */
  round: (goOn: () => boolean) => Promise<void>;
  failed: (error: unknown) => void;
}

export interface Rounds {
  /** Begins a round now, unless one is under way. */
  wake(): void;
  /** Lets the round that is under way end, and begins no other. */
  close(): Promise<void>;
}

/** Makes rounds until closed, the first one after a pause. After one that failed the pause is twice as long as before. */
export function startRounds({ every, round, failed }: RoundsParts): Rounds {
  let pause = every;
  let closed = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const attempt = async (): Promise<void> => {
    try {
      await round(() => !closed);
      pause = every;
    } catch (error) {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (!closed) failed(error);
    }
  };
  const later = (): void => {
    if (!closed) timer = setTimeout(wake, pause).unref();
  };
  const wake = (): void => {
    clearTimeout(timer);
    if (closed) return;
    running ??= attempt().finally(() => {
      running = null;
      later();
    });
  };
  later();
  return {
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
