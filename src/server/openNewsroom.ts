/** Opens the newsroom for whoever works in it, a server or a command: database, migrations, editorial rules, in this order. */
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import { migrateDatabase } from '../database/migrate.ts';
import type { Desk } from '../editorial/desk.ts';
import { openDesk } from '../editorial/openDesk.ts';
import { openPictures, type Pictures } from '../editorial/pictures/pictures.ts';
import type { Env } from '../env.ts';
import { openKeys } from '../ledger/keys/openKeys.ts';
import type { SigningKeys } from '../ledger/keys/signingKeys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/openLedger.ts';
import { newsroomMigrations } from './newsroomMigrations.ts';

export interface Newsroom {
  payload: Payload;
  desk: Desk;
  pictures: Pictures;
  keys: SigningKeys;
  ledger: Ledger;
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
  const pictures = openPictures(env);
  const clock = () => new Date();
  const desk = openDesk({ payload, clock, fourEyes: env.fourEyes, language: env.defaultLanguage, timeZone: env.newsroomTimeZone }, pictures);
  const keys = openKeys({ payload, secret: env.payloadSecret, clock });
  const ledger = openLedger({ payload, keys });
  const close = async () => {
    await pictures.close();
    await payload.destroy();
  };
  return { payload, desk, pictures, keys, ledger, created: migrated.length === all.length, migrated, close };
}
