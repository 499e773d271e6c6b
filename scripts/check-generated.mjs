#!/usr/bin/env node
/** Without this file the committed types, GraphQL schema, import map, docs/access.md, docs/openapi.json and migrations could tell of collections and answers that are no more. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artefacts, writeArtefacts } from './generated/artefacts.mjs';
import { drift } from './generated/drift.mjs';
import { house } from './generated/newsroom.mjs';

const findings = [...(await staleArtefacts()), ...(await drift())];
for (const finding of findings) console.error(finding);
console.log(
  findings.length
    ? `${findings.length} things do not follow from the collections`
    : `generated: ${artefacts.length} files and two databases follow from the collections`,
);
process.exit(findings.length ? 1 : 0);

/** Writes all anew, compares, and puts back what was there: a check changes nothing. */
async function staleArtefacts() {
  const committed = await Promise.all(artefacts.map(textOf));
  const stale = [];
  try {
    await writeArtefacts();
  } finally {
    for (const [i, file] of artefacts.entries()) {
      if ((await textOf(file)) === committed[i]) continue;
      stale.push(`${file} is not what npm run generate writes`);
      if (committed[i] === undefined) await rm(join(house, file), { force: true });
      else await writeFile(join(house, file), committed[i]);
    }
  }
  return stale;
}

async function textOf(file) {
  const path = join(house, file);
  return existsSync(path) ? readFile(path, 'utf8') : undefined;
}
