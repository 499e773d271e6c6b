/** Without this file what is generated would depend on whose machine generates it: the newsroom's schema with the settings of a fresh clone, and no database connected. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BasePayload } from 'payload';
import { buildServer, root } from '../stages.mjs';

export const house = root;
export const migrationDirs = { sqlite: join(house, 'migrations/sqlite'), mongodb: join(house, 'migrations/mongodb') };

/** Addresses that only choose the adapter: nothing connects to them. */
const addresses = { sqlite: undefined, mongodb: 'mongodb://localhost/counterpoint?replicaSet=rs0' };

/**
 * Hands `work` the configuration with the collections as they are in the source now, for one of the two databases.
 * @template T
 * @param {'sqlite' | 'mongodb'} database
 * @param {(config: import('payload').SanitizedConfig) => Promise<T>} work
 */
export async function withConfig(database, work) {
  await buildServer();
  // Node.js 20 often never ends the import of a cyclic module graph whose leaves await at the top, as the rich text editor's is: those leaves first.
  await import('lexical');
  const { readEnv } = await import('../../dist/src/env.js');
  const { createConfig } = await import('../../dist/src/payload.config.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'counterpoint-schema-'));
  try {
    return await work(await createConfig(readEnv({ DATA_DIR: dataDir, DATABASE_URL: addresses[database], LOG_LEVEL: 'warn' })));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * Hands `work` a Payload that knows the schema and has no connection.
 * @template T
 * @param {'sqlite' | 'mongodb'} database
 * @param {(payload: import('payload').Payload) => Promise<T>} work
 */
export function withSchema(database, work) {
  return withConfig(database, async (config) => {
    config.logger = { options: { level: 'error' } };
    return work(await new BasePayload().init({ config, disableDBConnect: true, disableOnInit: true }));
  });
}
