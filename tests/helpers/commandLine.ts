/** Without this file no test could type a command: the built command line, in a process and a newsroom of its own. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { forgetDatabase } from './forgetDatabase.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where a newsroom of a test lives; `startNewsroom({ on: place })` serves it. */
export interface Place {
  dataDir: string;
  /** Undefined on SQLite. */
  databaseUrl: string | undefined;
  /** The settings by which a program finds it; nothing of the tester's own reaches it. */
  env: NodeJS.ProcessEnv;
  /** A folder for documents; the paths of `write` are from it. */
  folder: string;
  write(path: string, content: string | Buffer): string;
  remove(): Promise<void>;
}

/** What a command answered. */
export interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A place of its own on the database under test. */
export function testEnvironment(settings: Readonly<Record<string, string>> = {}): Place {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'counterpoint-')));
  const dataDir = join(home, 'data');
  const folder = join(home, 'documents');
  for (const path of [dataDir, folder]) mkdirSync(path);
  const databaseUrl = freshDatabaseUrl();
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return {
    dataDir,
    databaseUrl,
    folder,
    env: {
      ...{ PATH, HOME, TMPDIR, SystemRoot, NODE_ENV: 'production', COUNTERPOINT_PRODUCTION: 'false', DATA_DIR: dataDir },
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...settings,
    },
    write(path, content) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    async remove() {
      rmSync(home, { recursive: true, force: true });
      await forgetDatabase(databaseUrl);
    },
  };
}

/** Types `counterpoint` with `given` in the folder of documents, and waits for the end. */
export function counterpoint(place: Place, given: readonly string[], input = ''): Promise<Answer> {
  return runBuilt(place, join(root, 'dist/newsroom/cli.mjs'), given, { input });
}

type Kill = (signal: NodeJS.Signals) => void;

export interface RunOptions {
  input?: string;
  /** Modules that the process loads before anything else. */
  preload?: readonly string[];
  onStart?: (kill: Kill) => void;
  /** Sees all it has said so far, and may end it. */
  onOutput?: (said: string, kill: Kill) => void;
}

/** Runs `file` to its end. */
export function runBuilt(
  place: Place,
  file: string,
  given: readonly string[],
  { input = '', preload = [], onStart, onOutput }: RunOptions = {},
): Promise<Answer> {
  const child = spawn(process.execPath, [...preload.flatMap((module) => ['--import', module]), '--conditions=production', file, ...given], {
    cwd: place.folder,
    env: place.env,
    stdio: 'pipe',
  });
  const answer: Answer = { code: null, stdout: '', stderr: '' };
  onStart?.((signal) => child.kill(signal));
  child.stdout.on('data', (chunk: Buffer) => {
    answer.stdout += chunk.toString();
    onOutput?.(answer.stdout, (signal) => child.kill(signal));
  });
  child.stderr.on('data', (chunk: Buffer) => (answer.stderr += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      done({ ...answer, code });
    });
  });
}

/** A database nobody else uses on the MongoDB under test, when the run is about MongoDB. */
function freshDatabaseUrl(): string | undefined {
  if (process.env.TEST_DATABASE !== 'mongodb') return undefined;
  const server = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(process.env.MONGODB_TEST_URL ?? '');
  if (!server) throw new Error('MONGODB_TEST_URL must name the MongoDB to test on: use `npm run test:mongodb`.');
  return `${server[1] ?? ''}/counterpoint_${randomBytes(6).toString('hex')}${server[2] ?? ''}`;
}
