/** Without this file the Next side would be built at each run, or never again: builds bench/next-api into dist/, where nothing of it is committed. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../../scripts/stages.mjs';

const source = join(root, 'bench/next-api');

/** Where the built app lies. */
export const nextApi = join(root, 'dist/bench/next-api');

/** Builds the app unless what is there was made from the same files and packages. */
export async function buildNextApi(say) {
  const stamp = join(nextApi, '.stamp');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('building the Next side …');
  rmSync(nextApi, { recursive: true, force: true });
  cpSync(source, nextApi, { recursive: true });
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build', nextApi], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const { parentPath, path, name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) hash.update(readFileSync(join(parentPath ?? path, name)));
  return hash.digest('hex');
}
