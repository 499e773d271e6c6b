/** Without this file each script would decide for itself what is installed, what is built, and when that is stale. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, cpSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharePayload } from './sharePayload.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * How built code is run. The rich text editor's packages have an entry for Node that loads the real one by a top-level await, and
 * on Node 20 one start in twenty ends there with code 13; under this condition their real entry is taken directly.
 */
export const nodeFlags = ['--conditions=production'];
const at = (...parts) => join(root, ...parts);
const shared = ['package-lock.json', 'tsconfig.json', 'scripts/bundle.mjs'];
const notTheServer = /[\\/]src[\\/](app|admin|client)[\\/]/;
const server = {
  name: 'server',
  inputs: ['src', 'collections', 'migrations', 'tsconfig.build.json', ...shared],
  except: notTheServer,
  output: 'dist/newsroom/server.mjs',
  stamp: 'dist/.stamp.json',
};
const client = {
  name: 'client',
  inputs: ['src/client', 'LICENSE', 'package-lock.json', 'tsconfig.json', 'tsconfig.client.json', 'scripts/bundleClient.mjs'],
  output: 'dist/client/index.js',
  stamp: 'dist/client/.stamp.json',
};
const site = {
  name: 'site',
  inputs: ['examples/site/src', 'src/client', 'package-lock.json', 'scripts/bundleSite.mjs'],
  output: 'dist/site/main.mjs',
  stamp: 'dist/site/.stamp.json',
};
const panel = {
  name: 'admin panel',
  inputs: ['src/app', 'src/admin', 'src/domain', 'src/import', 'src/editorial', 'src/renditions', 'next.config.mjs', 'tsconfig.next.json', ...shared],
  output: '.next/BUILD_ID',
  stamp: '.next/counterpoint.stamp.json',
};

/** Ends with one sentence where Node is too old for what follows. */
export function requireNode() {
  const wanted = [20, 9];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return;
  console.error(`Counterpoint needs Node.js ${wanted.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs exactly what the lockfile names, if what is there came from another lockfile, platform or Node ABI. */
export async function install() {
  const mark = at('node_modules/.counterpoint-lock');
  const machine = `${process.platform} ${process.arch} ${process.versions.modules}`;
  const lock = read(at('package-lock.json'));
  const wanted = `${machine} ${hash(lock)}`;
  const made = read(mark);
  if (made === wanted) return;
  if ((made === undefined || made.startsWith(machine)) && isInstalled(JSON.parse(lock))) {
    writeFileSync(mark, wanted);
    return;
  }
  await step('installing packages', () => run(npm(), ['ci', '--no-audit', '--no-fund'], { NODE_ENV: 'development' }));
  writeFileSync(mark, wanted);
}

/** Compiles what runs in Node, copies beside it what needs no compiling, and bundles all of it. */
export async function buildServer() {
  await unlessFresh(server, async () => {
    await run(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
    for (const folder of ['src', 'collections', 'migrations']) {
      for (const file of files(at(folder))) {
        if (isAsset(file) && !notTheServer.test(file)) cpSync(file, at('dist', relative(root, file)));
      }
    }
    removeOrphans();
    // Loaded here, as it needs packages, which may just have been installed.
    await (await import('./bundle.mjs')).bundle(root);
  });
}

/** Makes the package that others install: `npm pack ./dist/client`. */
export async function buildClient() {
  await unlessFresh(client, async () => {
    rmSync(at('dist/client'), { recursive: true, force: true });
    await run(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.client.json']);
    await (await import('./bundleClient.mjs')).bundleClient(root);
  });
}

/** Builds the example site. */
export async function buildSite() {
  await unlessFresh(site, async () => (await import('./bundleSite.mjs')).bundleSite(root));
}

/** Builds the admin panel. */
export async function buildPanel() {
  await unlessFresh(panel, () =>
    run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  );
  sharePayload(root);
}

/** Runs a program to its end, its output shown. Rejects with its exit code. */
export function run(program, given, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32' && program === npm(),
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(Object.assign(new Error(`${[program, ...given].join(' ')} ended with ${signal ?? code}`), { exitCode: code ?? 1 }));
    });
  });
}

/** Says what went wrong in one line, and ends with a true exit code. */
export function fail(error) {
  console.error(error.message);
  process.exit(error.exitCode ?? 1);
}

/** Whether npm's own record of node_modules has what the lockfile asks for: somebody may have run `npm install` by hand. */
function isInstalled(lock) {
  const { packages } = JSON.parse(read(at('node_modules/.package-lock.json')) ?? '{"packages":{}}');
  return Object.entries(lock.packages).every(([path, { version, optional }]) => path === '' || optional || packages[path]?.version === version);
}

const isAsset = (file) => /\.(mjs|sql|json|css|html)$/.test(file);

/** What was built from a file that is gone would still be found, a deleted migration above all. */
function removeOrphans() {
  for (const folder of ['src', 'collections', 'migrations']) {
    for (const built of files(at('dist', folder))) {
      const source = join(root, relative(at('dist'), built)).replace(/(\.js(\.map)?|\.d\.ts)$/, '');
      if (![source, `${source}.ts`, `${source}.tsx`].some((path) => existsSync(path))) rmSync(built);
    }
  }
}

async function unlessFresh(stage, build) {
  const before = snapshot(stage);
  if (before.fresh) return;
  await step(`building the ${stage.name}`, build);
  mkdirSync(dirname(at(stage.stamp)), { recursive: true });
  writeFileSync(at(stage.stamp), JSON.stringify(before.now));
}

/** First by size and time of change, which costs a stat a file; only what differs there is read. */
function snapshot(stage) {
  const old = JSON.parse(read(at(stage.stamp)) ?? '{}');
  const now = {};
  let fresh = existsSync(at(stage.output));
  for (const file of stage.inputs.flatMap((input) => files(at(input))).filter((path) => !stage.except?.test(path))) {
    const name = relative(root, file);
    const { size, mtimeMs } = statSync(file);
    const known = old[name];
    const same = known !== undefined && known.size === size && known.mtimeMs === mtimeMs;
    now[name] = { size, mtimeMs, hash: same ? known.hash : hash(readFileSync(file)) };
    if (known?.hash !== now[name].hash) fresh = false;
  }
  if (Object.keys(old).length !== Object.keys(now).length) fresh = false;
  return { fresh, now };
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]));
}

async function step(name, work) {
  const began = Date.now();
  console.error(`· ${name} …`);
  await work();
  console.error(`· ${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
