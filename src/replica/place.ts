/** The replica's files in DATA_DIR: without this page a server and a command would not find each other's. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const beside = ['-wal', '-shm', '-journal'];

export interface ReplicaPlace {
  /** What is served. */
  file: string;
  /** A rebuild under way. */
  building: string;
  /** Held by the process that writes the replica. */
  lock: string;
  /** There when somebody asks the process that holds the lock for a rebuild; commands ask the first one. */
  request: string;
}

/** The files of the first process on `dataDir`, or of its `number`th: each writes a replica of its own. */
export function placeIn(dataDir: string, number = 1): ReplicaPlace {
  const at = (end: string) => join(dataDir, `replica${number === 1 ? '' : `-${String(number)}`}.${end}`);
  return { file: at('db'), building: at('db.new'), lock: at('lock'), request: at('rebuild') };
}

export function isThere(path: string): boolean {
  return existsSync(path);
}

/** Removes a database and what SQLite keeps beside it. Giving back what a large file had takes the system a while, so it is waited for elsewhere. */
export async function removeDatabase(path: string): Promise<void> {
  await Promise.all(['', ...beside].map((end) => rm(`${path}${end}`, { force: true })));
}

/** Puts a finished database in the place of another, which nobody of this process may have open. */
export async function putInPlace(finished: string, path: string): Promise<void> {
  // The room of the old one is given back when the last who has it open lets go of it: after the new one is served.
  const old = await open(path).catch(() => undefined);
  try {
    await Promise.all(beside.map((end) => rm(`${path}${end}`, { force: true })));
    await rename(finished, path);
  } finally {
    old?.close().catch(() => undefined);
  }
}
