/** Without this file nobody without a MongoDB could test on one: the given replica set, or a test-only server in an environment of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

const server = { package: 'SecantusDB==0.7.0b3', program: 'secantusd-py', replicaSet: 'secantus' };
const environment = join(import.meta.dirname, '../../node_modules/.cache/mongodb-for-tests');
const patience = 60_000;

/** `{ url, thrownAway, stop }` (thrown away whole when it is stopped, or somebody's), or `{ skipped }` with the reason. It is never shipped: nothing outside the tests knows of it. */
export async function startMongodb() {
  const given = process.env.MONGODB_TEST_URL;
  if (given) return { url: given, thrownAway: false, stop: async () => {} };
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import venv, ensurepip']).status === 0);
  if (!python) return { skipped: 'there is neither MONGODB_TEST_URL nor a Python 3 with venv' };
  const program = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin', server.program);
  if (!existsSync(program)) {
    const failure = prepare(python);
    if (failure) return { skipped: failure };
  }
  return serve(program);
}

function prepare(python) {
  mkdirSync(join(environment, '..'), { recursive: true });
  console.error(`· preparing ${server.package} for the tests …`);
  if (spawnSync(python, ['-m', 'venv', environment], { stdio: 'inherit' }).status !== 0) return 'no virtual environment could be made';
  const pip = join(environment, process.platform === 'win32' ? 'Scripts/pip' : 'bin/pip');
  const installed = spawnSync(pip, ['install', '--quiet', '--disable-pip-version-check', server.package], { stdio: 'inherit' });
  return installed.status === 0 ? undefined : `${server.package} could not be installed`;
}

async function serve(program) {
  const port = await freePort();
  const storage = mkdtempSync(join(tmpdir(), 'counterpoint-mongodb-'));
  const said = [];
  const child = spawn(program, ['--port', String(port), '--storage-path', storage], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(last, 10_000);
    await ended;
    clearTimeout(late);
    process.off('exit', last);
    rmSync(storage, { recursive: true, force: true });
  };
  const url = `mongodb://127.0.0.1:${port}/?replicaSet=${server.replicaSet}`;
  try {
    await answers(url, child);
  } catch {
    await stop();
    throw new Error(`The MongoDB for tests did not start:\n${Buffer.concat(said).toString().slice(-4000)}`);
  }
  return { url, thrownAway: true, stop };
}

async function answers(url, child) {
  const until = Date.now() + patience;
  while (Date.now() < until && child.exitCode === null) {
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 });
    try {
      await client.db('admin').command({ ping: 1 });
      return;
    } catch {
      await pause(100);
    } finally {
      await client.close();
    }
  }
  throw new Error('no answer');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
