/** Without this file the server and the commands could differ in which migrations they think there are. */
import type { Env } from '../env.ts';
import type { DatabaseMigration } from '../database/migrate.ts';

/** The committed migrations of the database that `env` names, oldest first. */
export async function newsroomMigrations(env: Pick<Env, 'databaseUrl'>): Promise<readonly DatabaseMigration[]> {
  const { migrations } = await (env.databaseUrl === undefined ? import('../../migrations/sqlite/index.ts') : import('../../migrations/mongodb/index.ts'));
  return migrations;
}
