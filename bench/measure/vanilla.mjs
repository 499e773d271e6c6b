/** Without this file the vanilla app would be built and filled in as many ways as it is compared: built, with its database, and running. */
import { join } from 'node:path';
import { root } from '../../scripts/stages.mjs';
import { buildNextApp } from '../sides/nextApps.mjs';
import { freePort, runToEnd } from './child.mjs';
import { own, startUntilReady } from './newsrooms.mjs';

/** Builds the app of bench/vanilla-payload, writes `stories` stories into its database, and starts it as Next does. */
export async function startVanilla(folder, stories, say) {
  const env = { DATABASE_URL: `file:${join(folder, 'vanilla.db')}`, BENCH_STORIES: String(stories) };
  const app = await buildNextApp('vanilla-payload', say, env);
  say(`writing ${stories} stories into the vanilla app …`);
  // Outside production Payload makes the tables by itself.
  await runToEnd(own('vanilla-payload/seed.mjs'), { env: { ...env, NODE_ENV: 'development' }, log: join(folder, 'vanilla-seed.log') });
  const port = await freePort();
  const next = [process.execPath, join(root, 'node_modules/next/dist/bin/next'), 'start', app, '-H', '127.0.0.1', '-p', port];
  const options = { env: { ...env, PORT: port }, log: join(folder, 'vanilla.log'), group: true, readyAt: '/api/articles?limit=1' };
  return startUntilReady(next, join(folder, 'vanilla'), options);
}
