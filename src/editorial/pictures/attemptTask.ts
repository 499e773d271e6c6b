/** One task of a picture, done or put off; without this file a picture that cannot be made would be tried for ever. */
import type { Logger } from 'pino';
import { messageOf } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import type { PictureTaskRow } from '../records.ts';
import type { Pictures } from './pictures.ts';
import { removeFiles } from './removeFiles.ts';
import { giveUp, renderPicture, RenderingFailed } from './render.ts';
import { postponeTask, whileHeld } from './tasks.ts';

/** A picture that breaks the darkroom so often will not be better the next time. */
const ATTEMPTS = 3;

export type TaskLog = Pick<Logger, 'error' | 'info'>;

/** Does `task`, which whoever calls holds; one that fails is put off, and after the third time given up. */
export async function attemptTask(desk: Desk, pictures: Pictures, task: PictureTaskRow, log: TaskLog): Promise<void> {
  const { picture } = task;
  try {
    await whileHeld(desk, task, async () => {
      if (task.task === 'remove') await removeFiles(desk, pictures, task);
      else if (await renderPicture(desk, pictures, task)) log.info({ picture }, 'picture rendered');
    });
  } catch (error) {
    const attempts = await postponeTask(desk, task, messageOf(error));
    log.error(
      { picture, reason: messageOf(error), attempts },
      task.task === 'remove' ? 'files of a picture could not be removed' : 'a picture could not be rendered',
    );
    if (error instanceof RenderingFailed && attempts >= ATTEMPTS) await giveUp(desk, { ...task, owner: null });
  }
}
