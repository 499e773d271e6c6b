/** What the newsroom works on pictures with; passed in, so that whoever opens it can close it. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../../env.ts';
import { Darkroom } from './darkroom.ts';
import { pictureStore, type PictureStore } from './store.ts';

export interface Pictures {
  store: PictureStore;
  /** Turns uploads into originals and JPEGs while somebody waits. */
  jpegs: Darkroom;
  /** Makes the formats that nobody waits for; gives way to everything else. */
  slow: Darkroom;
  /** Where files are made before they are in the store; on the same disk as a media folder. */
  workFolder: string;
  close(): Promise<void>;
}

/** A file that was being made by a process that is gone is waited for no longer than this, in milliseconds. */
const GONE = 60 * 60_000;

/** Opens the store that the settings name. Starts nothing before the first picture. */
export function openPictures(env: Pick<Env, 's3' | 'mediaDir' | 'dataDir'>): Pictures {
  const store = pictureStore(env);
  const jpegs = new Darkroom({ nice: 10, patience: 120_000, queue: 32 });
  const slow = new Darkroom({ nice: 19, patience: 600_000, queue: 4 });
  return {
    store,
    jpegs,
    slow,
    workFolder: env.s3 ? path.join(env.dataDir, 'incoming') : path.join(env.mediaDir, '.incoming'),
    close: async () => {
      await Promise.all([jpegs.close(), slow.close()]);
      store.close();
    },
  };
}

/** Runs `work` with a folder that is gone afterwards. */
export async function inFolder<Result>({ workFolder }: Pick<Pictures, 'workFolder'>, work: (folder: string) => Promise<Result>): Promise<Result> {
  await mkdir(workFolder, { recursive: true });
  const folder = await mkdtemp(path.join(workFolder, 'picture-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed left half made. */
export async function clearAbandoned({ workFolder }: Pick<Pictures, 'workFolder'>, now: Date): Promise<void> {
  for (const name of await readdir(workFolder).catch(() => [])) {
    const folder = path.join(workFolder, name);
    const since = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => now.getTime(),
    );
    if (since < now.getTime() - GONE) await rm(folder, { recursive: true, force: true });
  }
}
