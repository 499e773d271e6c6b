/** Without this file clients of a server that is killed would have to know that it was: one newsroom, many lives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteTransactions, rollBackTheDead } from './deadTransactions.ts';
import { startNewsroom, type Newsroom, type NewsroomOptions, type Remains } from './newsroom.ts';
import { firstAdministrator, signIn, type Caller } from './staff.ts';

/** A newsroom that can be killed and started again on what it wrote, under clients that go on. */
export interface MortalNewsroom {
  /** The administrator, signed in to the present life; waits while there is none. */
  chief(): Promise<Caller>;
  /** Where the present life is found; waits while there is none. */
  address(): Promise<Pick<Newsroom, 'url' | keyof Remains>>;
  /** Whether there is a present life. */
  isUp(): boolean;
  /** What its servers logged as errors, in all lives. */
  complaints(): string[];
  /** Ends the server at once (SIGKILL) and starts the next on what it wrote. */
  killAndStart(): Promise<void>;
  /** Ends it well and runs `look` on what lies there, before all of it is removed. */
  stop(look?: (remains: Remains) => Promise<void>): Promise<void>;
}

export interface MortalOptions extends Pick<NewsroomOptions, 'preload' | 'env'> {
  /** Another node of the same newsroom, which has to outlive this one; this one gets a folder of its own, as on another machine. */
  beside?: MortalNewsroom;
}

/** Starts the first life, with an administrator; each life loads `preload` before anything else. */
export async function mortalNewsroom({ preload = [], env = {}, beside }: MortalOptions = {}): Promise<MortalNewsroom> {
  const loaded = [noteTransactions, ...preload];
  const first = beside && { dataDir: mkdtempSync(join(tmpdir(), 'counterpoint-')), databaseUrl: (await beside.address()).databaseUrl };
  const start = (on?: Remains): Promise<Newsroom> => startNewsroom({ preload: loaded, env, ...(on ? { on } : {}) });
  let newsroom = await start(first);
  const lives = [newsroom];
  const { id, send } = beside ? await beside.chief() : await firstAdministrator(newsroom);
  const { email } = (await send<{ email: string }>('GET', `/api/users/${id}`)).body;
  let chief = signIn(newsroom, email);
  let up = true;
  const live = async (): Promise<Caller> => {
    await rollBackTheDead(newsroom);
    newsroom = await start(newsroom);
    lives.push(newsroom);
    const signedIn = await signIn(newsroom, email);
    up = true;
    return signedIn;
  };
  return {
    chief: () => chief,
    address: async () => {
      await chief;
      return newsroom;
    },
    isUp: () => up,
    complaints: () => lives.flatMap(({ logs }) => logs.filter((line) => line.includes('"level":"error"'))),
    killAndStart: async () => {
      up = false;
      const ended = newsroom.kill();
      // From this moment on clients wait for the next life.
      chief = ended.then(live);
      await chief;
    },
    stop: async (look) => {
      if (look || first) {
        newsroom.signal('SIGTERM');
        await newsroom.exited;
        await look?.(newsroom);
      }
      // The database is not this node's alone.
      if (first) rmSync(first.dataDir, { recursive: true, force: true });
      else await newsroom.stop();
    },
  };
}
