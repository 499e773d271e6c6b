/** Without this file a first look at the newsroom would show an empty one. */
import { resolve } from 'node:path';
import { samplesState } from '../editorial/imports/samplesMark.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import type { Newsroom } from './openNewsroom.ts';
import { projectRoot } from './projectRoot.ts';

/** Loads the sample newsroom where it is wanted and not dealt with yet. The importer is only loaded when there is something to do. */
export async function offerSamples({ desk, created }: Newsroom, env: Env, log: Logger): Promise<void> {
  if ((await samplesState(desk)) === 'settled') return;
  const { settleSamples } = await import('../editorial/imports/loadSamples.ts');
  const order = { folder: resolve(projectRoot, 'samples'), created, wanted: env.loadSamples, timeZone: env.newsroomTimeZone };
  const samples = await settleSamples(desk, order);
  if (samples !== null) log.info(samples, 'sample newsroom loaded');
}
