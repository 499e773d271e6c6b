/** Without this file a command could not have the replica built anew without stopping the server that serves it. */
import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isFree } from './lock.ts';
import { isThere, placeIn } from './place.ts';
import { openReplica, type ReplicaOptions } from './replica.ts';

export interface Rebuilt {
  seq: number;
  /** Who built it: a server that was running, or this process. */
  by: 'server' | 'command';
}

/** Builds the replica in DATA_DIR anew: asks the process that writes it, if there is one, and does it itself otherwise. */
export async function rebuildReplica(options: ReplicaOptions): Promise<Rebuilt> {
  const { request, lock } = placeIn(options.dataDir);
  try {
    while (!isFree(lock)) {
      writeFileSync(request, '');
      if (await disappears(request, lock)) return { seq: (await options.ledger.head()).seq, by: 'server' };
    }
  } finally {
    rmSync(request, { force: true });
  }
  const replica = openReplica(options);
  try {
    await replica.rebuild();
    return { seq: replica.head()?.seq ?? 0, by: 'command' };
  } finally {
    await replica.close();
  }
}

/** Waits for the answer to a request. @returns false when the process that was asked has ended. */
async function disappears(request: string, lock: string): Promise<boolean> {
  for (let looks = 1; isThere(request); looks += 1) {
    await pause(100);
    if (looks % 20 === 0 && isFree(lock)) return false;
  }
  return true;
}
