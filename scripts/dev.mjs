/** Without this file every change would cost a full start: compiles on change, starts the server anew, reloads the panel in the browser. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildServer, fail, install, nodeFlags, requireNode, root } from './stages.mjs';

requireNode();
try {
  process.chdir(root);
  await install();
  await buildServer();
} catch (error) {
  fail(error);
}

const environment = { ...process.env, NODE_ENV: 'development', COUNTERPOINT_PRODUCTION: 'false', NEXT_TELEMETRY_DISABLED: '1' };
const compiler = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
  stdio: 'inherit',
});
let server = startServer();
let leaving = false;
let settling;

// Not by `node --watch`: what it sends to its children reaches Next's own workers too, which fail on it.
const watcher = watch(join(root, 'dist'), { recursive: true }, (_event, name) => {
  if (leaving || !/\.m?js$/.test(name ?? '')) return;
  clearTimeout(settling);
  settling = setTimeout(() => server.kill('SIGTERM'), 300);
});

function startServer() {
  const child = spawn(process.execPath, [...nodeFlags, 'dist/src/server/main.js', '--development'], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment,
  });
  child.on('exit', (code) => {
    if (leaving) return;
    if (code !== 0) console.error('· the server stopped; the next change starts it again …');
    if (code === 0) server = startServer();
    else watcher.once('change', () => setTimeout(() => (server = startServer()), 1000));
  });
  return child;
}

function leave() {
  leaving = true;
  clearTimeout(settling);
  watcher.close();
  compiler.kill('SIGTERM');
  server.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
compiler.on('exit', leave);
