#!/usr/bin/env node
/** Without this file a changed collection would need two commands, one for each database, and the second would be forgotten. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { mongodbSchema, newestSnapshot, sqliteDrift } from './generated/drift.mjs';
import { house, migrationDirs, withSchema } from './generated/newsroom.mjs';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what changes, in small letters and underscores: npm run migrate:create -- add_outlet_country');
  process.exit(2);
}

if ((await sqliteDrift()).length) await create('sqlite');
else console.log('sqlite: the newest migration has it all');

const schema = await mongodbSchema();
if (JSON.stringify((await newestSnapshot('mongodb'))?.content) === JSON.stringify(schema)) console.log('mongodb: the newest migration has it all');
else await writeFile(`${await create('mongodb')}.json`, `${JSON.stringify(schema, null, 2)}\n`);
process.exit(0);

/** Lets Payload write migration and index. @returns the new migration's path without its extension. */
async function create(database) {
  const dir = migrationDirs[database];
  const there = existsSync(dir) ? await readdir(dir) : [];
  await mkdir(dir, { recursive: true });
  await withSchema(database, async (payload) => {
    payload.db.migrationDir = dir;
    await payload.db.createMigration({ migrationName: name, payload, forceAcceptWarning: true });
  });
  const made = (await readdir(dir)).find((file) => file.endsWith('.ts') && file !== 'index.ts' && !there.includes(file));
  if (!made) throw new Error(`Payload wrote no migration into ${relative(house, dir)}`);
  await importTypesAsTypes(join(dir, made));
  console.log(`written: ${relative(house, join(dir, made))}`);
  return join(dir, made.slice(0, -'.ts'.length));
}

/** Payload's template imports its argument types as values, which `verbatimModuleSyntax` refuses. */
async function importTypesAsTypes(file) {
  const text = await readFile(file, 'utf8');
  const typed = text.replace(/import \{([^}]*)\} from '(@payloadcms\/db-[a-z]+)'/, (_, names, from) => {
    const all = names
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    const types = all.filter((word) => /^Migrate(Up|Down)Args$/.test(word));
    const values = all.filter((word) => !types.includes(word));
    const valueImport = values.length ? [`import { ${values.join(', ')} } from '${from}'`] : [];
    return [`import type { ${types.join(', ')} } from '${from}'`, ...valueImport].join('\n');
  });
  await writeFile(file, typed);
}
