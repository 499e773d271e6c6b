/** Without this file a first look at the newsroom would show an empty one. */
import { resolve } from 'node:path';
import { samplesState } from '../editorial/imports/samplesMark.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import type { Newsroom } from './openNewsroom.ts';
import { projectRoot } from './projectRoot.ts';

/** Loads the sample newsroom where it is wanted and not dealt with yet. The importer is only loaded when there is something to do. @returns whether it loaded them. */
export async function offerSamples({ desk, created, pictures }: Newsroom, env: Env, log: Logger): Promise<boolean> {
  if ((await samplesState(desk)) === 'settled') return false;
  const { settleSamples } = await import('../editorial/imports/loadSamples.ts');
  const folder = resolve(projectRoot, 'samples');
  const order = { folder, created, wanted: env.loadSamples, timeZone: env.newsroomTimeZone, intake: { pictures, largest: env.limits.uploadBytes } };
  const samples = await settleSamples(desk, order);
  if (samples !== null) log.info(samples, 'sample newsroom loaded');
  return samples !== null;
}
