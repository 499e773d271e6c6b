/** Without this test what was kept could outlive the file that it was read from: over a replica of its own threads, set back, rebuilt and damaged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../../tests/helpers/memoryLedger.ts';
import Sqlite from '../../database/sqliteDriver.mjs';
import { listStories } from '../../replica/lists.ts';
import { startReplica, type Replica } from '../../replica/replica.ts';
import { stampById } from '../../replica/stamps.ts';
import { storyById } from '../../replica/stories.ts';
import type { Reply } from '../ready.ts';
import { ResponseCache } from './responseCache.ts';
import { workOut } from './workOut.ts';

const hook = createRequire(import.meta.url).resolve('../../../tests/helpers/typescriptThreads.mjs');
const AT = '2026-03-01T09:00:00.000Z';
let dataDir: string;
let ledger: MemoryLedger;
let replica: Replica;
let cache: ResponseCache;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-restore-'));
  ledger = new MemoryLedger();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  replica = startReplica({ ledger, dataDir, clock: () => new Date('2026-03-01T10:00:00.000Z'), log, interval: 30, execArgv: ['--import', hook] });
  cache = new ResponseCache(replica, 1_048_576);
});
afterEach(async () => {
  await replica.close();
  rmSync(dataDir, { recursive: true });
});

const publish = (id: string, title: string) => ledger.append([anEdition({ article: id, revision: 1, at: AT, content: aContent(id, { title }) })]);
const shown = () => vi.waitFor(async () => expect(replica.head()).toEqual(await ledger.head()), { timeout: 15_000, interval: 5 });

/** The titles of all stories, and that of the story `a`; each kept if it may be. */
async function titles(): Promise<[list: unknown, story: unknown]> {
  const list = await cache.answer({ key: 'list', spelling: 'list' }, () =>
    workOut(replica, async (read): Promise<Reply> => {
      const { stories } = await listStories(read, {}, '-firstPublishedAt', 10, null);
      return { type: 'text/plain', body: stories.map(({ content }) => content.title).join(), keys: '' };
    }),
  );
  const story = await cache.answer({ key: 'story', spelling: 'story' }, () =>
    workOut(replica, async (read): Promise<Reply> =>
      read((view) => {
        const found = storyById(view, 'a');
        const stamp = { value: stampById(view, 'a'), again: (other: typeof view) => stampById(other, 'a') };
        return { type: 'text/plain', body: found && 'story' in found ? found.story.content.title : 'none', keys: '', stamp };
      }),
    ),
  );
  return [await text(list), await text(story)];
}

async function text({ answer }: Awaited<ReturnType<ResponseCache['answer']>>): Promise<string> {
  return 'body' in answer ? String(await answer.body.bytesIn('identity')) : 'no page';
}

async function misses(work: () => Promise<unknown>): Promise<number> {
  const before = cache.figures().misses;
  await work();
  return cache.figures().misses - before;
}

it('what is entered while an answer is worked out makes it too old to be kept', async () => {
  await publish('a', 'First');
  await shown();
  const list = (during: () => Promise<void>) =>
    cache.answer({ key: 'slow', spelling: undefined }, () =>
      workOut(replica, async (read): Promise<Reply> => {
        const { stories } = await listStories(read, {}, '-firstPublishedAt', 10, null);
        await during();
        return { type: 'text/plain', body: stories.map(({ content }) => content.title).join(), keys: '' };
      }),
    );
  let go: (() => void) | undefined;
  const slow = list(async () => {
    await new Promise<void>((resolve) => (go = resolve));
  });
  await publish('b', 'Second');
  await shown();
  // Whoever asks from now on does not wait for what was begun before.
  expect(await text(await list(async () => undefined))).toBe('Second,First');
  go?.();
  expect(await text(await slow)).toBe('First');
  expect(await text(await list(async () => undefined))).toBe('Second,First');
});

it('another ledger in the place of the first, as after a restore, leaves nothing of it', async () => {
  await publish('a', 'First');
  await publish('b', 'Other');
  await shown();
  expect(await titles()).toEqual(['Other,First', 'First']);
  expect(await misses(titles)).toBe(0);
  ledger.entries.splice(0);
  // As many entries, of the same stories, at the same times.
  const restored = new MemoryLedger();
  await restored.append([
    anEdition({ article: 'a', revision: 1, at: AT, content: aContent('a', { title: 'Restored' }) }),
    anEdition({ article: 'b', revision: 1, at: AT, content: aContent('b', { title: 'Different' }) }),
  ]);
  ledger.entries.push(...restored.entries);
  await shown();
  expect(await titles()).toEqual(['Different,Restored', 'Restored']);
});

it('a file that was built anew is asked again; a story in it that is the same is not', async () => {
  await publish('a', 'First');
  await shown();
  await titles();
  await replica.rebuild();
  expect(await misses(async () => expect(await titles()).toEqual(['First', 'First']))).toBe(1);
});

it('a file that is found damaged ends what was read from it', async () => {
  await publish('a', 'First');
  await shown();
  await titles();
  const generation = replica.moment()?.generation;
  const db = new Sqlite(join(dataDir, 'replica.db'));
  db.exec("UPDATE editions SET content = replace(content, 'First', 'Forged')");
  db.close();
  expect(() => replica.read((view) => storyById(view, 'a'))).toThrow(/prepared anew/);
  expect(replica.moment()).toBeNull();
  // Nothing is given that could not be worked out.
  expect(cache.page('list')).toBeUndefined();
  await expect(titles()).rejects.toThrow(/prepared/);
  await vi.waitFor(() => expect(replica.moment()).not.toBeNull(), { timeout: 15_000, interval: 5 });
  expect(replica.moment()?.generation).not.toBe(generation);
  expect(await titles()).toEqual(['First', 'First']);
});
