/** Without this file a measurement that fails half way would leave servers behind: every process that a measurement starts, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { root } from '../../scripts/stages.mjs';

const living = new Set();
const patience = 120_000;

/**
 * Starts a program in the project's folder; what it says goes to the file `log`, as a supervisor's would.
 * @param {string[]} command program and arguments
 * @param {{ env: Record<string, string>, log: string, group?: boolean }} options `group`: it starts others, which end with it
 */
export function startChild([program, ...given], { env, log, group = false }) {
  const said = openSync(log, 'a');
  const process_ = spawn(program, given, { cwd: root, env: environment(env), stdio: ['ignore', said, said, ...(group ? [] : ['ipc'])], detached: group });
  closeSync(said);
  const exited = once(process_, 'exit').then(([code]) => code);
  const send = (signal) => {
    try {
      process.kill(group ? -process_.pid : process_.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const child = {
    began: performance.now(),
    process: process_,
    exited,
    /** Rejects, with what it said, when the program ends or takes too long before `done` has come true. */
    until: (done) => unlessEnded(done, exited, log),
    /** Asks the program something over its channel and resolves to its next message. */
    ask: (question) => {
      const answer = once(process_, 'message').then(([message]) => message);
      process_.send(question);
      return unlessEnded(answer, exited, log);
    },
    stop: async () => {
      send('SIGTERM');
      await exited;
      living.delete(child);
    },
    kill: () => send('SIGKILL'),
  };
  living.add(child);
  void exited.then(() => living.delete(child));
  return child;
}

/** Runs a Node program of ours to its end. @throws with what it said when it fails. */
export async function runToEnd(command, options) {
  const child = startChild(command, options);
  const code = await child.exited;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${lastWords(options.log)}`);
}

/** Ends whatever is still running, at once. */
export function endChildren() {
  for (const child of living) child.kill();
}

/** A port of this machine that nothing listens on just now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}

async function unlessEnded(done, exited, log) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${patience / 1000} s:\n${lastWords(log)}`)), patience);
  });
  const ended = exited.then((code) => {
    throw new Error(`It ended with ${code}:\n${lastWords(log)}`);
  });
  try {
    return await Promise.race([done, ended, late]);
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
  }
}

/** Nothing of the caller's own settings reaches what is measured. */
function environment(given) {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...given };
}

function lastWords(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
