/** Without this file nobody could know that what was read a moment ago is still what is there. */
import type { Payload } from 'payload';
import { isSqlite } from './mainRow.ts';
import { clientOf } from './sqliteDatabase.ts';

/**
 * A token that is another one as soon as anybody, in any process, has committed a write. Undefined where the database
 * cannot say so without being asked over the network (MongoDB): there, nothing read may be kept.
 */
export function dataVersion({ db }: Pick<Payload, 'db'>): number | undefined {
  return isSqlite(db) ? clientOf(db).dataVersion() : undefined;
}
