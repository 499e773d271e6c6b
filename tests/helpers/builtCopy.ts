/** Without this file no test could run our code in a process of its own and kill it: Node 20 reads no TypeScript. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** A folder laid out as dist/ is, holding these folders and files compiled without their tests; inside the repository, so that packages are found. */
export interface BuiltCopy {
  folder: string;
  remove(): Promise<void>;
}

/** Compiles `places` (paths from the top of the repository, folders not followed down) one file at a time, unchecked. */
export async function builtCopy(places: readonly string[]): Promise<BuiltCopy> {
  const cache = path.join(top, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'built-copy-'));
  // Without it Node 20.9 takes what lies under node_modules for CommonJS.
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  for (const one of places) {
    const files = one.endsWith('.ts') ? [one] : (await readdir(path.join(top, one))).map((name) => path.join(one, name));
    for (const file of files) await place(path.join(top, file), path.join(folder, file));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function place(from: string, to: string): Promise<void> {
  if (/\.test\.|\.d\.m?ts$/.test(from)) return;
  await mkdir(path.dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) return cp(from, to);
  const { outputText } = ts.transpileModule(await readFile(from, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, rewriteRelativeImportExtensions: true, verbatimModuleSyntax: true },
  });
  await writeFile(to.replace(/\.ts$/, '.js'), outputText);
}
