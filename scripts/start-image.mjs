/** Without this file the image would be started for the first time by the person who depends on it: no machine of ours has a container engine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fail, root } from './stages.mjs';

const [packages] = process.argv.slice(2);
const patience = 120_000;

/** The Dockerfile's last stage: what it copies, what it runs. */
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const command = JSON.parse(last.find((line) => line.startsWith('CMD '))?.slice('CMD '.length) ?? '[]');

if (packages === undefined) fail(new Error('node scripts/start-image.mjs FOLDER: the folder in which `npm ci --omit=dev` ran'));
const image = mkdtempSync(join(tmpdir(), 'counterpoint-image-'));
try {
  for (const line of last.filter((one) => one.startsWith('COPY '))) copy(line.split(/\s+/).slice(1));
  await startAndStop();
  console.log('The image holds what it needs to start.');
} catch (error) {
  process.exitCode = 1;
  console.error(error.message);
} finally {
  rmSync(image, { recursive: true, force: true });
}

/** As Docker does it, with the image's /app and /data as folders of `image`. */
function copy(words) {
  const flags = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--')).map((path) => path.replace(/^\/app\//, ''));
  const target = paths.pop();
  const source = flags.includes('--from=packages') ? packages : root;
  for (const path of paths) {
    const into = target.endsWith('/') ? join(target, basename(path)) : target;
    cpSync(join(source, path), join(image, into.startsWith('/') ? into : join('app', into)), { recursive: true, verbatimSymlinks: true });
  }
}

async function startAndStop() {
  const [program, ...given] = command;
  const child = spawn(program === 'node' ? process.execPath : program, given, {
    cwd: join(image, 'app'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATA_DIR: join(image, 'data'),
      PORT: '0',
      PAYLOAD_SECRET: 'for this start only, 32 characters long',
    },
  });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (!said.includes('"msg":"ready"')) continue;
    child.kill('SIGTERM');
  }
  const [code] = await ended;
  clearTimeout(timer);
  if (code !== 0 || !said.includes('"msg":"ready"')) throw new Error(`What the image holds does not start:\n${said}`);
}
