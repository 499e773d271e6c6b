/** Without this file those who met a conflict would meet each other again at every try, and one of them might never get through. */
import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();
let last: Promise<void> = Promise.resolve();

/** Runs `work` when everything that asked before it has ended, whether well or not. Inside a turn it is run at once: a turn cannot wait for itself. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (inside.getStore()) return work();
  const before = last;
  let end = (): void => undefined;
  last = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  try {
    return await inside.run(true, work);
  } finally {
    end();
  }
}
