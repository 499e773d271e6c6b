/** Without this file clients of a server that is killed would have to know that it was: one newsroom, many lives. */
import { noteTransactions, rollBackTheDead } from './deadTransactions.ts';
import { startNewsroom, type Remains } from './newsroom.ts';
import { firstAdministrator, signIn, type Caller } from './staff.ts';

/** A newsroom that can be killed and started again on what it wrote, under clients that go on. */
export interface MortalNewsroom {
  /** The administrator, signed in to the present life; waits while there is none. */
  chief(): Promise<Caller>;
  /** What its servers logged as errors, in all lives. */
  complaints(): string[];
  /** Ends the server at once (SIGKILL) and starts the next on what it wrote. */
  killAndStart(): Promise<void>;
  /** Ends it well and runs `look` on what lies there, before all of it is removed. */
  stop(look?: (remains: Remains) => Promise<void>): Promise<void>;
}

/** Starts the first life, with an administrator. */
export async function mortalNewsroom(): Promise<MortalNewsroom> {
  let newsroom = await startNewsroom({ preload: [noteTransactions] });
  const lives = [newsroom];
  let chief = firstAdministrator(newsroom);
  const { email } = (await (await chief).send<{ email: string }>('GET', `/api/users/${(await chief).id}`)).body;
  const live = async (): Promise<Caller> => {
    await rollBackTheDead(newsroom);
    newsroom = await startNewsroom({ on: newsroom, preload: [noteTransactions] });
    lives.push(newsroom);
    return signIn(newsroom, email);
  };
  return {
    chief: () => chief,
    complaints: () => lives.flatMap(({ logs }) => logs.filter((line) => line.includes('"level":"error"'))),
    killAndStart: async () => {
      const ended = newsroom.kill();
      // From this moment on clients wait for the next life.
      chief = ended.then(live);
      await chief;
    },
    stop: async (look) => {
      if (look) {
        newsroom.signal('SIGTERM');
        await newsroom.exited;
        await look(newsroom);
      }
      await newsroom.stop();
    },
  };
}
