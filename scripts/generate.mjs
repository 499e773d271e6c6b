#!/usr/bin/env node
/** Without this file nobody could write anew from the command line what follows from the collections and the schemas of /v1: types, GraphQL schema, import map, docs/access.md, docs/openapi.json. */
import { artefacts, writeArtefacts } from './generated/artefacts.mjs';

await writeArtefacts();
for (const file of artefacts) console.log(`written: ${file}`);
process.exit(0);
