/** Without this file no test could run an example as whoever copies it does: in curl, TypeScript or Python, against a newsroom of the test's own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import type { CodeSample } from '../../src/delivery/openapi/types.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const programs: Readonly<Record<CodeSample['lang'], { needs: string; name: string; started: (file: string) => [program: string, given: string[]] }>> = {
  Shell: { needs: 'curl', name: 'sample.sh', started: (file) => ['sh', ['-e', file]] },
  TypeScript: { needs: process.execPath, name: 'sample.mjs', started: (file) => [process.execPath, [file]] },
  Python: { needs: 'python3', name: 'sample.py', started: (file) => ['python3', ['-I', file]] },
};

/** What is missing to run programs of `lang` here; undefined when nothing is. */
export function missingFor(lang: CodeSample['lang']): string | undefined {
  const { needs } = programs[lang];
  return spawnSync(needs, ['--version']).status === 0 ? undefined : needs;
}

/** Runs `source` to its end. */
export async function run(lang: CodeSample['lang'], source: string): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-sample-'));
  const { name, started } = programs[lang];
  writeFileSync(join(folder, name), lang === 'TypeScript' ? withoutTypes(source) : source);
  const [program, given] = started(join(folder, name));
  const child = spawn(program, given, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  rmSync(folder, { recursive: true });
  return { code, out: Buffer.concat(out ?? []).toString(), err: Buffer.concat(err ?? []).toString() };
}

/** What a strict compiler says of `sources`, by their names. */
export function typeErrors(sources: Readonly<Record<string, string>>): string[] {
  const options: ts.CompilerOptions = {
    ...{
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      moduleDetection: ts.ModuleDetectionKind.Force,
    },
    ...{ strict: true, noUnusedLocals: true, noUncheckedIndexedAccess: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => sources[file] !== undefined || fileExists(file);
  host.readFile = (file) => sources[file] ?? readFile(file);
  const program = ts.createProgram(Object.keys(sources), options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function withoutTypes(source: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
