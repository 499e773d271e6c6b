/** Without this file the client would be a folder of TypeScript that nobody else can install: makes `dist/client`, which `npm pack` packs. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/client';
const beside = { 'package.json': 'src/client/package.json', 'README.md': 'src/client/README.md', LICENSE: 'LICENSE' };

/** Puts the client into one module that browsers and Node.js read alike, beside the types that `tsc` made under `root`. */
export async function bundleClient(root) {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/client/index.ts'],
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    sourcemap: true,
    logLevel: 'warning',
  });
  for (const [name, source] of Object.entries(beside)) copyFileSync(join(root, source), join(root, folder, name));
}
