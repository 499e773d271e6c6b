/** Does what is still to be done for pictures, one at a time; without it they would stay without their slow formats, and deleted ones on the disk. */
import { newId } from '../../domain/ids.ts';
import { messageOf } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { attemptTask, type TaskLog } from './attemptTask.ts';
import { clearAbandoned, type Pictures } from './pictures.ts';
import { leaseTask } from './tasks.ts';

const EVERY_MILLISECONDS = 1000;
/** While the database does not answer. */
const AT_MOST_MILLISECONDS = 30_000;

/** Looks every second until closed. Any number of nodes may: each picture is in one hand at a time. */
export function startPictureSweep(desk: Desk, pictures: Pictures, log: TaskLog): { close: () => Promise<void> } {
  const owner = newId();
  let pause = EVERY_MILLISECONDS;
  let closed = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = clearAbandoned(pictures, desk.clock()).catch((error: unknown) => {
    log.error({ reason: messageOf(error) }, 'what was left half made could not be removed');
  });
  const later = (): void => {
    timer = setTimeout(() => {
      running = sweep().finally(() => {
        if (!closed) later();
      });
    }, pause);
    timer.unref();
  };
  const sweep = async (): Promise<void> => {
    try {
      for (let task = await leaseTask(desk, owner); task !== null; task = await leaseTask(desk, owner)) {
        await attemptTask(desk, pictures, task, log);
        if (closed) return;
      }
      pause = EVERY_MILLISECONDS;
    } catch (error) {
      pause = Math.min(pause * 2, AT_MOST_MILLISECONDS);
      if (!closed) log.error({ reason: messageOf(error) }, 'pictures could not be looked after; this is tried again');
    }
  };
  later();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      // Whatever is being made is made again at the next start.
      await pictures.close();
      await running;
    },
  };
}
