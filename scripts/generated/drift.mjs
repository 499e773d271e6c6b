/** Without this file a field could be added and its migration forgotten: what the newest migration of each database left, beside what the collections ask for now. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationDirs, withSchema } from './newsroom.mjs';

/** Sentences that say what is missing in migrations/, none when all is there. */
export async function drift() {
  return [...(await sqliteDrift()), ...(await mongodbDrift()), ...(await unlisted('sqlite')), ...(await unlisted('mongodb'))];
}

/** The collections and indexes that MongoDB has after `ensureIndexes`, in a stable order: the snapshot beside a migration. */
export function mongodbSchema() {
  return withSchema('mongodb', async ({ db }) => {
    const collections = Object.values(db.connection.models).map((model) => [model.collection.name, model.schema.indexes().map(indexOf)]);
    return Object.fromEntries(
      collections.sort(byName).map(([name, indexes]) => [name, indexes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))]),
    );
  });
}

/** The JSON beside the newest migration, or undefined when there is none. */
export async function newestSnapshot(database) {
  const dir = migrationDirs[database];
  const newest = (await filesIn(dir))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1);
  return newest && { file: join(dir, newest), content: JSON.parse(await readFile(join(dir, newest), 'utf8')) };
}

/**
 * Compares table by table. The statements themselves come from `migrate:create`: their generator asks a person whether a column was renamed.
 * @returns sentences that name the tables in which the newest SQLite migration and the collections differ
 */
export async function sqliteDrift() {
  const before = await newestSnapshot('sqlite');
  if (!before) return ['migrations/sqlite has no snapshot: run npm run migrate:create.'];
  const now = await withSchema('sqlite', async ({ db }) => db.requireDrizzleKit().generateDrizzleJson(db.schema));
  return changedKeys(before.content.tables, JSON.parse(JSON.stringify(now.tables))).map((table) => {
    const [then, today] = [before.content.tables[table] ?? {}, now.tables[table] ?? {}];
    const parts = ['columns', 'indexes', 'foreignKeys', 'uniqueConstraints'].flatMap((part) => changedKeys(then[part] ?? {}, today[part] ?? {}));
    return `migrations/sqlite: ${table} has changed since the newest migration (${parts.join(', ') || 'its definition'})`;
  });
}

async function mongodbDrift() {
  const before = await newestSnapshot('mongodb');
  if (!before) return ['migrations/mongodb has no snapshot: run npm run migrate:create.'];
  const now = await mongodbSchema();
  return changedKeys(before.content, now).map((name) => `migrations/mongodb: the indexes of ${name} have changed since the newest migration`);
}

async function unlisted(database) {
  const dir = migrationDirs[database];
  const files = await filesIn(dir);
  if (!files.includes('index.ts')) return [`migrations/${database}/index.ts is missing`];
  const index = await readFile(join(dir, 'index.ts'), 'utf8');
  const names = files.filter((file) => file.endsWith('.ts') && file !== 'index.ts').map((file) => file.slice(0, -'.ts'.length));
  return names.filter((name) => !index.includes(`'${name}'`)).map((name) => `migrations/${database}/index.ts does not list ${name}`);
}

function changedKeys(before, now) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
}

async function filesIn(dir) {
  return existsSync(dir) ? readdir(dir) : [];
}

function indexOf([keys, options]) {
  const { unique = false, sparse = false, expireAfterSeconds, partialFilterExpression } = options ?? {};
  return { keys, unique, sparse, ...(expireAfterSeconds !== undefined && { expireAfterSeconds }), ...(partialFilterExpression && { partialFilterExpression }) };
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}
