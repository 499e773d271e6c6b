/** Without this file the server and the commands could differ in which migrations they think there are. */
import type { Env } from '../env.ts';
import type { DatabaseMigration } from '../database/migrate.ts';

/** The committed migrations of the database that `env` names, oldest first. */
export async function newsroomMigrations(env: Pick<Env, 'databaseUrl'>): Promise<readonly DatabaseMigration[]> {
  const folder = env.databaseUrl === undefined ? 'sqlite' : 'mongodb';
  const { migrations } = (await import(new URL(`../../migrations/${folder}/index.js`, import.meta.url).href)) as { migrations: DatabaseMigration[] };
  return migrations;
}
