/** Without this file the client's types would be somebody's memory of what /v1 answers: writes them from docs/openapi.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { house } from './newsroom.mjs';

export const clientTypes = 'src/client/openapi.ts';

const opening = `/** Without this file nobody would know what the newsroom answers: its schemas, and what can be asked of its lists. Written by npm run generate; do not edit. */\n\n`;
/** The operations whose parameters the client spells out by itself; a test compares them. */
const asked = ['listArticles', 'searchArticles', 'listCorrections', 'listAuthors', 'getAuthor'];

/** Writes the shapes of /v1, without what a client does not need: the answers' headers, and the other doors. */
export async function writeClientTypes() {
  const { openapi, info, paths, components } = JSON.parse(await readFile(join(house, 'docs/openapi.json'), 'utf8'));
  const { schemas, parameters = {} } = components;
  const kept = Object.entries(paths).filter(([, { get }]) => asked.includes(get?.operationId));
  const questions = kept.map(([path, { get, parameters: shared = [] }]) => [
    path,
    { get: { operationId: get.operationId, parameters: [...shared, ...(get.parameters ?? [])], responses: {} } },
  ]);
  const types = await openapiTS({ openapi, info, paths: Object.fromEntries(questions), components: { schemas, parameters } });
  await writeFile(join(house, clientTypes), opening + astToString(types));
}
