/** Without this file each integration test would start a server in its own way, and leave it running in its own way too. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { forgetDatabase } from './forgetDatabase.ts';

const dist = resolve(import.meta.dirname, '../../dist');
/** As `npm start` runs it. */
const main = resolve(dist, 'newsroom/server.mjs');
/** The same modules, each in a file of its own, as in development. */
const loose = resolve(dist, 'src/server/main.js');
const patience = 120_000;

export interface NewsroomOptions {
  /** Settings on top of those of a test: any free port, no limits on how often, a log worth reading. */
  env?: Readonly<Record<string, string>>;
  /** Whether the admin panel starts as well; it needs a build of it, and some seconds. */
  withAdmin?: boolean;
  /** Starts again on what an earlier newsroom left behind, or beside one that runs. */
  on?: Remains;
  /** Modules that the process loads before the server, to watch or to disturb it: they reach into our own modules, which are then not bundled. */
  preload?: readonly string[];
  /** Such modules that only look at the process from outside: the server stays as it is shipped. */
  watch?: readonly string[];
}

/** What is left of a newsroom when its process is gone. */
export interface Remains {
  dataDir: string;
  /** Undefined on SQLite. */
  databaseUrl: string | undefined;
}

/** A server in a process of its own, with a database of its own. */
export interface Newsroom extends Remains {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string;
  pid: number;
  /** Every line of standard output and error so far. */
  logs: string[];
  signal(name: NodeJS.Signals): void;
  /** The exit code, once the process has ended: null when a signal ended it. */
  exited: Promise<number | null>;
  /** Ends it as a supervisor would, and removes what it kept. Resolves to the exit code. */
  stop(): Promise<number | null>;
  /** Ends it at once (SIGKILL) and keeps what it wrote, for `on`. */
  kill(): Promise<void>;
}

/** Starts a newsroom and waits until it says that it is ready. @throws with its log when it does not. */
export async function startNewsroom({ env = {}, withAdmin = false, on, preload = [], watch = [] }: NewsroomOptions = {}): Promise<Newsroom> {
  if (!existsSync(main)) throw new Error('There is no build to test: run `npm run build -- --server-only` first.');
  const dataDir = on?.dataDir ?? mkdtempSync(join(tmpdir(), 'counterpoint-'));
  const databaseUrl = on ? on.databaseUrl : freshDatabaseUrl();
  const child = spawn(
    process.execPath,
    [
      ...[...preload, ...watch].flatMap((file) => ['--import', pathToFileURL(file).href]),
      '--conditions=production',
      preload.length > 0 ? loose : main,
      ...(withAdmin ? [] : ['--without-admin']),
    ],
    {
      cwd: dataDir,
      // The channel tells the server when this process is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: environment({ ...settings(dataDir, databaseUrl), ...env }),
    },
  );
  const logs: string[] = [];
  const exited = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      done(code);
    }),
  );
  const url = await whenReady(child, logs, exited);
  const cleanUp = async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await forgetDatabase(databaseUrl);
  };
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    databaseUrl,
    logs,
    exited,
    signal: (name) => {
      child.kill(name);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exited;
      await cleanUp();
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs a server that should not come up, and returns what it said and its exit code. */
export async function failToStart(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  const child = spawn(process.execPath, ['--conditions=production', main, '--without-admin'], {
    cwd: dataDir,
    env: environment({ ...settings(dataDir, undefined), ...env }),
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  rmSync(dataDir, { recursive: true, force: true });
  return { code, said: said.join('') };
}

function settings(dataDir: string, databaseUrl: string | undefined): Record<string, string> {
  return {
    COUNTERPOINT_PRODUCTION: 'false',
    DATA_DIR: dataDir,
    PORT: '0',
    LOAD_SAMPLES: 'false',
    RATE_LIMIT_PER_MINUTE: '0',
    LOGIN_ATTEMPTS_PER_MINUTE: '0',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/** Nothing of the tester's own settings reaches the server under test. */
function environment(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { NODE_ENV: 'production', PATH, HOME, TMPDIR, SystemRoot, ...given };
}

function whenReady(child: ChildProcess, logs: string[], exited: Promise<number | null>): Promise<string> {
  return new Promise((ready, failed) => {
    const giveUp = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      failed(new Error(`The newsroom ${why}:\n${logs.join('\n')}`));
    };
    const timer = setTimeout(() => {
      giveUp('did not become ready');
    }, patience);
    void exited.then((code) => {
      giveUp(`ended with ${String(code)}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        logs.push(line);
        const address = readyAddress(line);
        if (address === undefined) return;
        clearTimeout(timer);
        ready(address);
      });
    }
  });
}

function readyAddress(line: string): string | undefined {
  if (!line.includes('"msg":"ready"')) return undefined;
  return (JSON.parse(line) as { address: string }).address;
}

/** A database nobody else uses on the MongoDB under test, when the run is about MongoDB. */
function freshDatabaseUrl(): string | undefined {
  if (process.env.TEST_DATABASE !== 'mongodb') return undefined;
  const server = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(process.env.MONGODB_TEST_URL ?? '');
  if (!server) throw new Error('MONGODB_TEST_URL must name the MongoDB to test on: use `npm run test:mongodb`.');
  return `${server[1] ?? ''}/counterpoint_${randomBytes(6).toString('hex')}${server[2] ?? ''}`;
}
