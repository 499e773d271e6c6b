/** Without this file Next's route handlers would have no process: the newsroom's own configuration and database, under Next instead of Express. */
import { createServer } from 'node:http';
import next from 'next';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { builtApp } from './nextApps.mjs';

const env = readEnv();
const building = createConfig(env);
globalThis[Symbol.for('counterpoint.config')] = building;
await openNewsroom(env, await building);
const app = next({ dev: false, dir: builtApp('next-api'), hostname: env.host, port: env.port, quiet: true });
await app.prepare();
const answer = app.getRequestHandler();
createServer((request, response) => {
  if (request.url === '/readyz') response.end();
  else void answer(request, response);
}).listen(env.port, env.host);
process.once('disconnect', () => process.exit(0));
