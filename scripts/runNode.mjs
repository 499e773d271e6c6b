/** Without this file a program of ours would outlive the terminal it was started from, or hide how it ended. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeFlags, root } from './stages.mjs';

/** Runs built code as this process's other half: its output, its signals, its exit code. It is told, over a channel, when this one is gone. */
export function runNode(file, given, environment) {
  const child = spawn(process.execPath, [...nodeFlags, join(root, file), ...given], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...environment },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1);
    if (child.connected) child.disconnect();
    process.exit();
  });
}
