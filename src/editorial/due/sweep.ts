/** Looks for stories whose time has come; without it nothing would happen that nobody clicks for. */
import type { Logger } from 'pino';
import { newId } from '../../domain/ids.ts';
import { messageOf } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { startRounds } from '../rounds.ts';
import { settleDue, type Done } from './dueStory.ts';
import { recordFailure } from './failure.ts';
import { leaseDue } from './lease.ts';

const EVERY_MILLISECONDS = 1000;
const SAID: Record<Done, string> = { released: 'embargo ended', published: 'published as scheduled' };

type SweepLog = Pick<Logger, 'error' | 'info'>;

/** Looks every second until closed. Any number of nodes may: each story is in one hand at a time. */
export function startDueSweep(desk: Desk, log: SweepLog): { close: () => Promise<void> } {
  const owner = newId();
  return startRounds({
    every: EVERY_MILLISECONDS,
    round: async (goOn) => {
      while (goOn() && (await settleSome(desk, owner, log)) > 0);
    },
    failed: (error) => {
      log.error({ reason: messageOf(error) }, 'due stories could not be looked for; this is tried again');
    },
  });
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
