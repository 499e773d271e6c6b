/** Without this file no test could see what a newsroom's database says of its migrations, which no API shows. */
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import Database from '../../src/database/sqliteDriver.mjs';
import type { Remains } from './newsroom.ts';

export interface RanMigration {
  name: string;
  batch: number;
}

/** Every record of a migration that has run, repetitions included, by name. */
export async function ranMigrations({ dataDir, databaseUrl }: Remains): Promise<RanMigration[]> {
  const records = databaseUrl === undefined ? inFile(join(dataDir, 'counterpoint.db')) : await onServer(databaseUrl);
  return records.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function inFile(file: string): RanMigration[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare<[], RanMigration>('SELECT name, batch FROM payload_migrations').all();
  } finally {
    database.close();
  }
}

async function onServer(url: string): Promise<RanMigration[]> {
  const client = await MongoClient.connect(url);
  try {
    const records = await client.db().collection<RanMigration>('payload-migrations').find().toArray();
    return records.map(({ name, batch }) => ({ name, batch }));
  } finally {
    await client.close();
  }
}
