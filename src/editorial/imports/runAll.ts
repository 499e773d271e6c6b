/** Without this file the documents of a batch would be written one after another where the database can take them together. */
import type { Desk } from '../desk.ts';

/** The results of `saves`, in their order. Every save has ended when this ends: none writes on after its transaction was undone. */
export function runAll<Result>(desk: Desk, saves: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  return mayOverlap(desk) ? together(saves) : inOrder(saves);
}

/** On SQLite what a transaction is asked at the same time waits in one queue; a session of MongoDB must not be asked two things at once. */
function mayOverlap({ payload }: Desk): boolean {
  return payload.db.name === 'sqlite';
}

async function together<Result>(saves: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const ended = await Promise.allSettled(saves.map((save) => save()));
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function inOrder<Result>(saves: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const save of saves) results.push(await save());
  return results;
}
