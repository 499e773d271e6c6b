/** Without this file every change would cost a full start: compiles on change, starts the server anew, reloads the panel in the browser. */
import { spawn } from 'node:child_process';
import { buildServer, fail, install, requireNode, root } from './stages.mjs';

requireNode();
try {
  process.chdir(root);
  await install();
  await buildServer();
} catch (error) {
  fail(error);
}

const environment = { ...process.env, NODE_ENV: 'development', COUNTERPOINT_PRODUCTION: 'false', NEXT_TELEMETRY_DISABLED: '1' };
const children = [
  spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], { stdio: 'inherit' }),
  spawn(process.execPath, ['--watch-path=dist', '--watch-preserve-output', 'dist/src/server/main.js', '--development'], { stdio: 'inherit', env: environment }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
process.on('exit', stop);
for (const child of children) {
  child.on('exit', (code) => {
    stop();
    process.exitCode ??= code ?? 0;
  });
}
