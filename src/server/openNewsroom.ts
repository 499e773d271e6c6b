/** Opens the newsroom for whoever works in it, a server or a command: database, migrations, editorial rules, in this order. */
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import { migrateDatabase } from '../database/migrate.ts';
import type { Desk } from '../editorial/desk.ts';
import { openDesk } from '../editorial/openDesk.ts';
import type { Env } from '../env.ts';
import { newsroomMigrations } from './newsroomMigrations.ts';

export interface Newsroom {
  payload: Payload;
  desk: Desk;
  /** Whether this start made the database: no migration had run before. */
  created: boolean;
  /** Names of the migrations that ran now. */
  migrated: readonly string[];
  close: () => Promise<void>;
}

/**
 * Connects, migrates under a lock, and opens the desk.
 * @throws when the database cannot be reached, is of another kind than it has to be, or a migration fails.
 */
export async function openNewsroom(env: Env, config: SanitizedConfig): Promise<Newsroom> {
  const payload = await getPayload({ config });
  const all = await newsroomMigrations(env);
  const migrated = await migrateDatabase(payload, all);
  const desk = openDesk({ payload, clock: () => new Date(), fourEyes: env.fourEyes, language: env.defaultLanguage, timeZone: env.newsroomTimeZone });
  return { payload, desk, created: migrated.length === all.length, migrated, close: () => payload.destroy() };
}
