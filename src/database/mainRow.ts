/** Without this file the revision and the release time could only be changed through Payload, which compares nothing and lets any write set them. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload';
import { mongoRow } from './mongoRow.ts';
import { sqliteRow } from './sqliteRow.ts';

/** Fields of a document that only this room writes. */
export const serverFields = ['rev', 'publicFrom'] as const;

/** `publicFrom` as an ISO 8601 instant, null while no published story carries the document. */
export interface ServerFields {
  rev: number;
  publicFrom: string | null;
}

/** The value of one column: an instant as a Date, the value of a JSON field as it is. */
export type FlatValue = string | number | boolean | Date | readonly object[] | null;

/** The stored row of one document, past Payload; its newest version follows, because that is what a draft read shows. */
export interface MainRow {
  /** Undefined when there is no such document. */
  read(id: string): Promise<ServerFields | undefined>;
  /** Adds one to `rev` if it is `expected`, or whatever it is when that is undefined; the new `rev`, or undefined when it was another or nothing is there. */
  bump(id: string, expected: number | undefined): Promise<number | undefined>;
  /** @returns whether the document is there. */
  set(id: string, values: Record<string, FlatValue>): Promise<boolean>;
  /** From now on the newest version of each of `ids` is one that was kept on purpose; the next autosave begins another and does not write into it. */
  keepNewest(ids: readonly string[]): Promise<void>;
}

/** What tells one adapter from another. Payload's own type of `payload.db` is both at once and fits neither. */
export type Named = Pick<BaseDatabaseAdapter, 'name'>;

/** The rows of `collection`, in the transaction of `req` where it has one. */
export function mainRowOf(adapter: Named, collection: string, req: Partial<PayloadRequest> | undefined): MainRow {
  if (isSqlite(adapter)) return sqliteRow(adapter, collection, req);
  if (isMongo(adapter)) return mongoRow(adapter, collection, req);
  throw new Error(`The database adapter ${adapter.name} is not one of ours.`);
}

export function isSqlite(adapter: Named): adapter is SQLiteAdapter {
  return adapter.name === 'sqlite';
}

export function isMongo(adapter: Named): adapter is MongooseAdapter {
  return adapter.name === 'mongoose';
}
