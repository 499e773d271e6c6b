/** Without this file docs/openapi.json, from which clients are made, would describe an API of some time ago. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { house } from './newsroom.mjs';

export const openApiFile = 'docs/openapi.json';

/** Writes the document that /v1/openapi.json answers, line by line, so that a change can be read. */
export async function writeOpenApi() {
  const { openApiDocument } = await import('../../dist/src/delivery/openapi/document.js');
  await writeFile(join(house, openApiFile), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
}
