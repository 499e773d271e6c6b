/** Does what is still to be done for pictures, one at a time; without it they would stay without their slow formats, and deleted ones on the disk. */
import { newId } from '../../domain/ids.ts';
import { messageOf } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { startRounds } from '../rounds.ts';
import { attemptTask, type TaskLog } from './attemptTask.ts';
import { clearAbandoned, type Pictures } from './pictures.ts';
import { leaseTask } from './tasks.ts';

const EVERY_MILLISECONDS = 1000;

/** Looks every second until closed. Any number of nodes may: each picture is in one hand at a time. */
export function startPictureSweep(desk: Desk, pictures: Pictures, log: TaskLog): { close: () => Promise<void> } {
  const owner = newId();
  const cleared = clearAbandoned(pictures, desk.clock()).catch((error: unknown) => {
    log.error({ reason: messageOf(error) }, 'what was left half made could not be removed');
  });
  const rounds = startRounds({
    every: EVERY_MILLISECONDS,
    round: async (goOn) => {
      for (let task = await leaseTask(desk, owner); task !== null; task = await leaseTask(desk, owner)) {
        await attemptTask(desk, pictures, task, log);
        if (!goOn()) return;
      }
    },
    failed: (error) => {
      log.error({ reason: messageOf(error) }, 'pictures could not be looked after; this is tried again');
    },
  });
  return {
    close: async () => {
      const ended = rounds.close();
      // Whatever is being made is made again at the next start.
      await pictures.close();
      await Promise.all([ended, cleared]);
    },
  };
}
