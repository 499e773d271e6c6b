/** Opens the newsroom for one command and closes it again, whatever happens in between. */
import { resolve } from 'node:path';
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import { destination, pino } from 'pino';
import { readEnv, type Env } from '../env.ts';
import { createConfig } from '../payload.config.ts';
import { openNewsroom, type Newsroom } from '../server/openNewsroom.ts';
import { settleSamples } from '../editorial/imports/loadSamples.ts';

/** Runs `work` in the newsroom that the settings name; its database is migrated first, and made where there is none. */
export async function withNewsroom<Result>(work: (newsroom: Newsroom, env: Env) => Promise<Result>): Promise<Result> {
  const env = readEnv();
  const newsroom = await openNewsroom(env, await quietConfig(env));
  try {
    // A newsroom that somebody sets up by commands is not a first look: it gets no samples later.
    const { desk, created, pictures } = newsroom;
    const intake = { pictures, largest: env.limits.uploadBytes };
    await settleSamples(desk, { folder: resolve('samples'), created, wanted: false, timeZone: env.newsroomTimeZone, intake });
    return await work(newsroom, env);
  } finally {
    await newsroom.close();
  }
}

/** Runs `work` on the database as it is, without migrating it. */
export async function withDatabase<Result>(work: (payload: Payload, env: Env) => Promise<Result>): Promise<Result> {
  const env = readEnv();
  const payload = await getPayload({ config: await quietConfig(env) });
  try {
    return await work(payload, env);
  } finally {
    await payload.destroy();
  }
}

/** Standard output belongs to the result: what Payload has to say goes to standard error, and only if it matters. */
async function quietConfig(env: Env): Promise<SanitizedConfig> {
  return Object.assign(await createConfig(env), { logger: pino({ level: 'error', base: null }, destination({ fd: 2, sync: true })) });
}
