/** Without this file a thread of the newsroom could be tested only as built: lets Node 20 load our TypeScript in a worker. For `--import`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, threadId } from 'node:worker_threads';

const kept = fileURLToPath(new URL('../../node_modules/.cache/typescript-threads/', import.meta.url));

if (!isMainThread) register(import.meta.url);

/** Node's load hook (module customization hooks). */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await translated(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true };
}

/** Translated once: starting the compiler takes longer than most tests. */
async function translated(source) {
  const file = join(kept, `${createHash('sha256').update(source).digest('hex')}.mjs`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { transform } = await import('esbuild');
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'node20' });
    mkdirSync(kept, { recursive: true });
    const own = `${file}.${process.pid}.${threadId}`;
    writeFileSync(own, code);
    renameSync(own, file);
    return code;
  }
}
