/** Without this file every room would have to know which database the newsroom runs on. */
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload';
import { keepRecordsAsWritten } from './insertOnly.ts';
import { onlyReleasesPublish } from './publishedRows.ts';
import { keepServerFields } from './serverOwned.ts';
import { sqliteDatabase, type SqliteDatabaseOptions } from './sqliteDatabase.ts';

/** What the newsroom's settings say about its database; the waits of SQLite as in `SqliteClientOptions`. */
export interface DatabaseOptions extends Partial<Omit<SqliteDatabaseOptions, 'dataDir' | 'migrationDir'>> {
  /** `mongodb://…` or `mongodb+srv://…`; SQLite when undefined. */
  databaseUrl?: string | undefined;
  /** Absolute path of the folder that holds `counterpoint.db`. */
  dataDir: string;
  /** Where `payload migrate:create` writes, for each database. */
  migrationDirs?: { sqlite: string; mongodb: string };
}

/**
 * The database adapter for Payload's config: SQLite in `dataDir`, or the MongoDB replica set of `databaseUrl`.
 * Nothing is opened before Payload connects; migrations are run by `migrateDatabase`, never by Payload.
 * @throws when the URL is of no database that Counterpoint knows.
 */
export async function databaseAdapter(options: DatabaseOptions): Promise<DatabaseAdapterObj> {
  const { databaseUrl, migrationDirs } = options;
  if (!databaseUrl) return guarded(sqliteDatabase({ ...options, push: options.push ?? false, migrationDir: migrationDirs?.sqlite }));
  if (/^mongodb(\+srv)?:\/\//.test(databaseUrl)) {
    // Where SQLite is used, its four hundred modules stay away.
    const { mongoDatabase } = await import('./mongoDatabase.ts');
    return guarded(mongoDatabase({ url: databaseUrl, migrationDir: migrationDirs?.mongodb }));
  }
  throw new Error('DATABASE_URL is not of a database that Counterpoint knows: give mongodb://… or mongodb+srv://…, or leave it unset for SQLite.');
}

function guarded<Adapter extends BaseDatabaseAdapter>(database: DatabaseAdapterObj<Adapter>): DatabaseAdapterObj {
  const init = ({ payload }: { payload: Payload }): Adapter => {
    const adapter = database.init({ payload });
    onlyReleasesPublish(adapter);
    keepServerFields(adapter);
    keepRecordsAsWritten(adapter);
    return adapter;
  };
  return { ...database, init };
}
