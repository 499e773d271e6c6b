/** Without this file a start would have nothing to be compared with: the least that any Payload and Next in one process have to do. */
import next from 'next';
import { getPayload } from 'payload';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { root } from '../../scripts/stages.mjs';

const env = readEnv();
const panel = next({ dev: false, dir: root, hostname: env.host, port: env.port, quiet: true });
await Promise.all([panel.prepare(), createConfig(env).then((config) => getPayload({ config }))]);
process.send('ready');
process.once('disconnect', () => process.exit(0));
