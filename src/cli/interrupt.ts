/** Without this file Ctrl-C would end an import in the middle of a batch without a word about what was done. */

/** A second Ctrl-C this much later (milliseconds) means it; sooner, it is the same one handed on by a parent process. */
const MEANT_AFTER = 1_000;

export interface Interrupt {
  readonly asked: boolean;
  release: () => void;
}

/** From now on Ctrl-C and SIGTERM only ask the work to stop where it can, and `heard` is told; asked again, the process ends at once. */
export function interrupt(heard: () => void): Interrupt {
  let askedAt: number | null = null;
  const ask = (): void => {
    if (askedAt === null) {
      askedAt = Date.now();
      heard();
    } else if (Date.now() - askedAt > MEANT_AFTER) process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, ask);
  return {
    get asked() {
      return askedAt !== null;
    },
    release: () => {
      for (const signal of signals) process.off(signal, ask);
    },
  };
}
