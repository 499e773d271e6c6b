/** Without this file types, GraphQL schemas, the panel's import map, docs/access.md and docs/openapi.json would be written by six commands that somebody forgets: what follows from the collections and the schemas of /v1, in one step. */
import { generateSchema } from '@payloadcms/graphql/utilities';
import { printSchema } from 'graphql';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateImportMap } from 'payload';
import { generateTypes } from 'payload/node';
import { accessPage, writeAccessPage } from './accessPage.mjs';
import { clientTypes, writeClientTypes } from './clientTypes.mjs';
import { house, withConfig } from './newsroom.mjs';
import { openApiFile, writeOpenApi } from './openApi.mjs';

/** What `/v1/graphql` can be asked; `schema.graphql` is of `/api/graphql`. */
const publishedSchemaFile = 'published.graphql';

/** The committed files that `writeArtefacts` writes. */
export const artefacts = [
  ...['src/payload-types.ts', 'schema.graphql', publishedSchemaFile, 'src/app/(payload)/admin/importMap.js', accessPage],
  ...[openApiFile, clientTypes],
];

/** Writes them from the collections as they are now. Both databases give the same. */
export function writeArtefacts() {
  return withConfig('sqlite', async (config) => {
    await Promise.all(artefacts.map((file) => mkdir(dirname(join(house, file)), { recursive: true })));
    await generateTypes(config, { log: false });
    generateSchema(config);
    await writePublishedSchema();
    await generateImportMap(config, { log: false, force: true });
    await writeAccessPage(config);
    await writeOpenApi();
    await writeClientTypes();
  });
}

async function writePublishedSchema() {
  const { publishedSchema } = await import('../../dist/src/delivery/graphql/schema.js');
  await writeFile(join(house, publishedSchemaFile), `${printSchema(publishedSchema())}\n`);
}
