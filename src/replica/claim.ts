/** Without this file processes that share a DATA_DIR would write one replica, or all but the first would have none. */
import { isBusy } from '../database/databaseError.ts';
import { placeIn, type ReplicaPlace } from './place.ts';
import type { ReplicaThread } from './replicaThread.ts';

/** On one DATA_DIR. One more waits until another one has ended. */
const MOST_PROCESSES = 16;

/** A place that this process alone writes, as long as the thread lives that has locked it. */
export interface Claim {
  number: number;
  place: ReplicaPlace;
}

/** Has `thread` lock the first place that no other process writes, or the one that this process had before (`number`). @throws SQLITE_BUSY when there is none. */
export async function claimPlace(thread: ReplicaThread, dataDir: string, number: number | undefined): Promise<Claim> {
  const [first, last] = number === undefined ? [1, MOST_PROCESSES] : [number, number];
  for (let tried = first; ; tried += 1) {
    const place = placeIn(dataDir, tried);
    try {
      await thread.ask({ do: 'lock', path: place.lock });
      return { number: tried, place };
    } catch (error) {
      if (!isBusy(error) || tried === last) throw error;
    }
  }
}
