/** Looks for stories whose time has come; without it nothing would happen that nobody clicks for. */
import type { Logger } from 'pino';
import { newId } from '../../domain/ids.ts';
import { messageOf } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { settleDue, type Done } from './dueStory.ts';
import { recordFailure } from './failure.ts';
import { leaseDue } from './lease.ts';

const EVERY_MILLISECONDS = 1000;
/** While the database does not answer. */
const AT_MOST_MILLISECONDS = 30_000;
const SAID: Record<Done, string> = { released: 'embargo ended', published: 'published as scheduled' };

type SweepLog = Pick<Logger, 'error' | 'info'>;

/** Looks every second until closed. Any number of nodes may: each story is in one hand at a time. */
export function startDueSweep(desk: Desk, log: SweepLog): { close: () => Promise<void> } {
  const owner = newId();
  let pause = EVERY_MILLISECONDS;
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
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
      while (!closed && (await settleSome(desk, owner, log)) > 0);
      pause = EVERY_MILLISECONDS;
    } catch (error) {
      pause = Math.min(pause * 2, AT_MOST_MILLISECONDS);
      log.error({ reason: messageOf(error) }, 'due stories could not be looked for; this is tried again');
    }
  };
  later();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function settleSome(desk: Desk, owner: string, log: SweepLog): Promise<number> {
  const articles = await leaseDue(desk, owner);
  for (const article of articles) {
    try {
      for (const done of await settleDue(desk, article, owner)) log.info({ article }, SAID[done]);
    } catch (error) {
      const problem = await recordFailure(desk, article, owner, error);
      log.error({ article, reason: messageOf(error), attempts: problem?.attempts, nextAttemptAt: problem?.nextAttemptAt }, 'a due story could not go out');
    }
  }
  return articles.length;
}
