/** Without this file the example site would need a build of its own: makes `dist/site` from examples/site. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = 'examples/site/src';
const folder = 'dist/site';

/** Puts the site into one module, beside its style. Packages stay in node_modules. */
export async function bundleSite(root) {
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [`${source}/main.ts`],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  cpSync(join(root, source, 'assets'), join(root, folder, 'assets'), { recursive: true });
}
