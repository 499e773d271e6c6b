/** Without this file two saves of one transaction could both look before either writes, and take the same thing. */

const last = new Map<string, Promise<unknown>>();

/** Runs `work` when everything that was given before under the same `key` has ended. */
export async function oneAtATime<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = last.get(key) ?? Promise.resolve();
  const turn = before.then(work, work);
  last.set(key, turn);
  try {
    return await turn;
  } finally {
    if (last.get(key) === turn) last.delete(key);
  }
}
