/** Without this file each measurement would make its newsroom, its settings and its idea of "ready" anew. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFlags, root } from '../../scripts/stages.mjs';
import { freePort, runToEnd, startChild } from './child.mjs';

/** The command of the server as it is shipped. */
export const server = [process.execPath, ...nodeFlags, join(root, 'dist/newsroom/server.mjs')];

/** The command of a program of bench/. */
export function own(path) {
  return [process.execPath, ...nodeFlags, join(root, 'bench', path)];
}

/** The same command, with a probe in the process that answers `watch` and `tell`. */
export function probed([node, ...given]) {
  return [node, '--import', join(root, 'bench/probes/inside.mjs'), ...given];
}

/** Settings of a newsroom on a folder and a port of its own; nobody is slowed down on purpose. */
export async function settingsFor(dataDir) {
  return {
    DATA_DIR: dataDir,
    PORT: await freePort(),
    // Empty: a .env file of the project says nothing here.
    DATABASE_URL: '',
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD: '',
    PUBLIC_URL: '',
    COUNTERPOINT_PRODUCTION: 'false',
    RATE_LIMIT_PER_MINUTE: '0',
    LOGIN_ATTEMPTS_PER_MINUTE: '0',
  };
}

/** Makes a newsroom with `stories` published stories, through the editorial rules; `given` are settings beside the usual ones. @returns its folder */
export async function makeNewsroom(folder, stories, say, given = {}) {
  const began = performance.now();
  const dataDir = join(folder, 'newsroom');
  say(`making a newsroom with ${stories} published stories …`);
  const env = { ...(await settingsFor(dataDir)), BENCH_STORIES: String(stories), LOG_LEVEL: 'warn', ...given };
  await runToEnd(own('seed/makeNewsroom.mjs'), { env, log: join(folder, 'seed.log') });
  say(`made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return dataDir;
}

/** A copy of a newsroom that nobody works in. @returns its folder */
export function copyNewsroom(dataDir, name) {
  const copy = `${dataDir}-${name}`;
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

/**
 * Starts a server and waits until /readyz, or `readyAt`, says 200.
 * @param {{ log: string, group?: boolean, env?: Record<string, string>, readyAt?: string }} options `env`: settings beside the usual ones
 * @returns its address, the milliseconds from its start until it was ready, what it has in memory when asked, and the child
 */
export async function startUntilReady(command, dataDir, { log, group = false, env: given = {}, readyAt = '/readyz' }) {
  const env = { ...(await settingsFor(dataDir)), ...given };
  const child = startChild(command, { env, log, group });
  const url = `http://127.0.0.1:${env.PORT}`;
  const looking = new AbortController();
  try {
    await child.until(ready(`${url}${readyAt}`, looking.signal));
  } finally {
    looking.abort();
  }
  const residentMegabytes = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.process.pid)], { encoding: 'utf8' })) / 1024;
  return { url, dataDir, milliseconds: performance.now() - child.began, residentMegabytes, ...child };
}

async function ready(url, signal) {
  while (!signal.aborted && (await statusOf(url)) !== 200) await pause(10);
}

/** 0 where nobody listens yet. */
function statusOf(url) {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    asked.once('error', () => resolve(0));
    asked.end();
  });
}
