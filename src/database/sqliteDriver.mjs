/** Without this file SQLite would abort now and then on the newest Node: each Node gets the build of better-sqlite3 that is sound on it. */
import { createRequire } from 'node:module';

// The builds of version 12 for newer Node headers abort at exit (docs/decisions/0006); version 13 speaks Node-API, which Node 20 crashes under.
const NODE_API_SINCE = 22;
const require = createRequire(import.meta.url);
const major = Number(process.versions.node.split('.')[0]);
const wanted = major >= NODE_API_SINCE ? ['better-sqlite3-node-api', 'better-sqlite3'] : ['better-sqlite3'];

/** @returns {typeof import('better-sqlite3')} */
function load() {
  for (const name of wanted) {
    try {
      return require(name);
    } catch (error) {
      if (error?.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`${wanted[0]} is not installed: run npm ci again with this version of Node (${process.versions.node}).`);
}

export default load();
