/** Without this file a story could not be published by the command that brings its picture: its formats would wait for a server. */
import type { Where } from 'payload';
import { newId } from '../../domain/ids.ts';
import type { Desk } from '../desk.ts';
import { attemptTask } from './attemptTask.ts';
import type { Pictures } from './pictures.ts';
import { leaseTask } from './tasks.ts';

/** Milliseconds: between two looks at what another process works on, and until nobody waits any longer. */
const LOOK_EVERY = 200;
const AT_MOST = 60_000;

const silent = { info: () => undefined, error: () => undefined };

/** Ends when all formats of the picture are there, or cannot be made, or somebody else has been at them for a minute. */
export async function renderNow(desk: Desk, pictures: Pictures, picture: string): Promise<void> {
  const owner = newId();
  const began = performance.now();
  while (performance.now() - began < AT_MOST) {
    const task = await leaseTask(desk, owner, picture);
    if (task !== null) await attemptTask(desk, pictures, task, silent);
    else if (!(await isWaiting(desk, picture))) return;
    else await new Promise((passed) => setTimeout(passed, LOOK_EVERY));
  }
}

async function isWaiting({ payload }: Desk, picture: string): Promise<boolean> {
  const where: Where = { and: [{ picture: { equals: picture } }, { task: { equals: 'render' } }] };
  return (await payload.db.findOne({ collection: 'picture-tasks', where })) !== null;
}
