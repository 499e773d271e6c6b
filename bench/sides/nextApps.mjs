/** Without this file the Next sides would be built at each run, or never again: builds an app of bench/ into dist/, where nothing of it is committed. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../../scripts/stages.mjs';

/** Where the app of bench/`name` lies when it is built. */
export function builtApp(name) {
  return join(root, 'dist/bench', name);
}

/** Builds the app unless what is there was made from the same files and packages. @returns where it lies */
export async function buildNextApp(name, say, env = {}) {
  const source = join(root, 'bench', name);
  const app = builtApp(name);
  const stamp = join(app, '.stamp');
  const wanted = fingerprint(source);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return app;
  say(`building ${name} …`);
  rmSync(app, { recursive: true, force: true });
  cpSync(source, app, { recursive: true });
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build', app], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env });
  writeFileSync(stamp, wanted);
  return app;
}

function fingerprint(source) {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const { parentPath, path, name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) hash.update(readFileSync(join(parentPath ?? path, name)));
  return hash.digest('hex');
}
