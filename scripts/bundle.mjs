/** Without this file each start would find, read and compile some two thousand small modules, Payload's above all: it puts them into a few files. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the bundle lies, from the folder of package.json. Its files find that folder by this name, see src/server/projectRoot.ts. */
const folder = 'dist/newsroom';
/** The programs and threads, by the names under which they look for each other. */
const programs = {
  server: 'dist/src/server/main.js',
  cli: 'dist/src/cli/main.js',
  writerThread: 'dist/src/database/writerThread.mjs',
  thread: 'dist/src/replica/thread.js',
  questionThread: 'dist/src/replica/questionThread.js',
  readingThread: 'dist/src/replica/readingThread.js',
  darkroom: 'dist/src/editorial/pictures/darkroom.mjs',
};
/**
 * What stays in node_modules: what is native or looks for files beside itself, what must be the same for Next or for GraphQL's own packages,
 * and what is rarely loaded. None of it may load Payload, which would then be there twice.
 */
const outside = [
  ...['next', 'next/*', 'react', 'react-dom', 'graphql'],
  ...['better-sqlite3', 'better-sqlite3-node-api', 'libsql', 'sharp', 'pino', 'pino-http', 'pino-pretty'],
  ...['mongodb', 'mongoose', '@aws-sdk/client-s3', 'json-schema-to-typescript', 'prettier'],
];
/** What packages in CommonJS find in each of their files: the way to what is outside, and the folder. */
const commonJs = `import { createRequire as createRequireOfBundle } from 'node:module';
import { fileURLToPath as pathOfBundle } from 'node:url';
const require = createRequireOfBundle(import.meta.url), __dirname = pathOfBundle(new URL('.', import.meta.url));`;

/** Bundles what `tsc` made under `root`; what is imported later is a file of its own. */
export async function bundle(root) {
  rmSync(join(root, folder), { recursive: true, force: true });
  const doors = payloadDoors(root);
  await build({
    absWorkingDir: root,
    entryPoints: { ...programs, ...Object.fromEntries(doors.map(({ name, file }) => [`payload/${name}`, file])) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // Beside the programs: a part that starts a thread looks for it in its own folder.
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    // See nodeFlags in stages.mjs.
    conditions: ['production'],
    external: outside,
    // `keepNames` is left off: it names each function anew whenever it is made, which took a tenth of all writing.
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'linked',
    banner: { js: commonJs },
    logLevel: 'warning',
  });
  writeFileSync(
    join(root, folder, 'payload/package.json'),
    JSON.stringify({ name: 'payload', type: 'module', exports: Object.fromEntries(doors.map(({ door, name }) => [door, `./${name}.mjs`])) }),
  );
}

/** What others may import of Payload, as its package.json says: `.`, `./shared` and so on. */
function payloadDoors(root) {
  const { exports } = JSON.parse(readFileSync(join(root, 'node_modules/payload/package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([door]) => !/\*|__/.test(door))
    .map(([door, { default: file }]) => ({ door, name: door === '.' ? 'index' : door.slice('./'.length), file: join('node_modules/payload', file) }));
}
