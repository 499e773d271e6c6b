/** Without this file each test of the example site would start it in its own way: the built site, in a process of its own, over a room that a test has filled. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const main = resolve(import.meta.dirname, '../../dist/site/main.mjs');

export interface RunningSite {
  url: string;
  /** What it had to complain about. */
  complaints: string[];
  /** The exit code. */
  stop: () => Promise<number | null>;
}

/** Starts the site over `newsroom`, on any free port. */
export async function startSite(newsroom: string, given: readonly string[] = []): Promise<RunningSite> {
  if (!existsSync(main)) throw new Error('There is no site to test: run `npm run test:e2e`, which builds it.');
  const child = spawn(process.execPath, [main, '--newsroom', newsroom, '--port', '0', ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const url = await new Promise<string>((ready, failed) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      ready(`http://127.0.0.1:${/:(\d+),/.exec(line)?.[1] ?? ''}`);
    });
    void exited.then((code) => {
      failed(new Error(`The site ended with ${String(code)}:\n${complaints.join('\n')}`));
    });
  });
  return {
    ...{ url, complaints },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
