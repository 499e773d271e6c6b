/** Without this file no test could stop a start in the middle of its samples: what the server does with them, one word a step on standard output. */
import { settleSamples } from '../../dist/src/editorial/imports/loadSamples.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';

const env = readEnv();
const config = await createConfig(env);
config.logger = { options: { level: 'error' }, destination: process.stderr };
const { desk, created, pictures, close } = await openNewsroom(env, config);
const clock = () => {
  process.stdout.write('step\n');
  return new Date();
};
const [folder] = process.argv.slice(2);
const intake = { pictures, largest: env.limits.uploadBytes };
const result = await settleSamples({ ...desk, clock }, { folder, created, wanted: true, timeZone: env.newsroomTimeZone, intake });
process.stdout.write(`${JSON.stringify({ result, created })}\n`);
await close();
process.exit(0);
