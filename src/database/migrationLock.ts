/** Without this file nothing would keep a second node from migrating while the first one does. */
import { randomUUID } from 'node:crypto';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import Database from './sqliteDriver.mjs';
import pRetry from 'p-retry';
import { isMongo, isSqlite, type Named } from './mainRow.ts';
import { clientOf } from './sqliteDatabase.ts';
import { whileBusy } from './writer.ts';

/** The right to migrate, until `release`. */
export interface MigrationLock {
  /** @throws when another node may have taken over, because this one was silent for too long. */
  assertHeld(): void;
  release(): Promise<void>;
}

/** Milliseconds; `patience` is the longest wait for whoever holds the lock, `lease` how long a silent holder keeps it on MongoDB. */
export interface MigrationLockTimes {
  patience?: number;
  lease?: number;
}

/** Waits for the lock. A holder that is killed loses it: at once on SQLite, when its lease runs out on MongoDB. @throws when it waits too long. */
export function takeMigrationLock(adapter: Named, { patience = 600_000, lease = 30_000 }: MigrationLockTimes = {}): Promise<MigrationLock> {
  if (isSqlite(adapter)) return fileLock(`${clientOf(adapter).path}.migrating`, patience);
  if (isMongo(adapter)) return leaseLock(adapter, patience, lease);
  throw new Error(`The database adapter ${adapter.name} is not one of ours.`);
}

/** An open exclusive transaction on an empty database beside ours: the operating system lets go of it with the process. */
async function fileLock(file: string, patience: number): Promise<MigrationLock> {
  const database = new Database(file, { timeout: 0 });
  try {
    await whileBusy(async () => database.exec('BEGIN EXCLUSIVE'), patience);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    assertHeld() {},
    async release() {
      database.close();
    },
  };
}

interface Lease {
  _id: string;
  holder: string;
  until: Date;
}

class LeaseTaken extends Error {}

async function leaseLock(adapter: MongooseAdapter, patience: number, lease: number): Promise<MigrationLock> {
  const leases = adapter.connection.collection<Lease>('migration_leases');
  const holder = randomUUID();
  // The server's clock, so that nodes whose clocks differ agree on what has run out.
  const serverNow = async (): Promise<number> => {
    const hello = await adapter.connection.db?.admin().command({ hello: 1 });
    const now: unknown = hello?.['localTime'];
    return now instanceof Date ? now.getTime() : Date.now();
  };
  const take = async (): Promise<void> => {
    const now = await serverNow();
    const free = { _id: 'migrations', $or: [{ until: { $lt: new Date(now) } }, { holder }] };
    try {
      await leases.updateOne(free, { $set: { holder, until: new Date(now + lease) } }, { upsert: true });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 11000)
        throw new LeaseTaken('Another node has been migrating this database for too long.');
      throw error;
    }
  };
  await pRetry(take, {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: patience,
    minTimeout: 50,
    maxTimeout: 1_000,
    randomize: true,
    shouldRetry: ({ error }) => error instanceof LeaseTaken,
  });
  let renewed = Date.now();
  const heartbeat = setInterval(() => {
    const asked = Date.now();
    take().then(
      () => {
        renewed = asked;
      },
      () => undefined,
    );
  }, lease / 3);
  return {
    assertHeld() {
      if (Date.now() - renewed > lease) throw new Error('The migration lease ran out; another node may be migrating.');
    },
    async release() {
      clearInterval(heartbeat);
      await leases.deleteOne({ _id: 'migrations', holder });
    },
  };
}
