/** Without this test whoever publishes could wait for a hundred thousand stories whose outlet was renamed, or the outlet wait for ever for those who publish. */
import { createLocalReq, type Payload, type Where } from 'payload';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aContent, anEdition, MemoryLedger } from '../../../tests/helpers/memoryLedger.ts';
import type { LedgerEntry } from '../../domain/entries.ts';
import type { NewEntry } from '../../ledger/ledger.ts';
import type { Desk } from '../desk.ts';
import { cascades } from './cascade.ts';
import { startSequencer, type Sequencer } from './sequencer.ts';

// What a request holds beside its payload is of no concern here, and takes a whole configuration.
vi.mock('payload', async (stock) => ({ ...(await stock<object>()), createLocalReq: vi.fn() }));

const STORIES = 430;
const MOMENT = '2026-03-01T09:00:00.000Z';
const quiet = { info: () => undefined, error: () => undefined };
const idOf = (number: number) => `s${String(number).padStart(4, '0')}`;

/** Says what it was told in which call, and takes its time where it is asked to. */
class SlowLedger extends MemoryLedger {
  told: number[] = [];
  asked = 0;
  onAppend: () => Promise<void> = () => Promise.resolve();

  override async append(added: readonly NewEntry[]): Promise<LedgerEntry[]> {
    this.told.push(added.length);
    await this.onAppend();
    return super.append(added);
  }

  override newestEditions(ids: readonly string[]): ReturnType<MemoryLedger['newestEditions']> {
    this.asked += 1;
    return super.newestEditions(ids);
  }
}

let ledger: SlowLedger;
let desk: Desk;
let tasks: { id: string; task: string; subject: string; attempts: number; reached: string | null }[];

beforeEach(async () => {
  ledger = new SlowLedger();
  for (let number = 1; number <= STORIES; number += 1)
    await ledger.append([anEdition({ article: idOf(number), revision: 1, at: MOMENT, content: aContent(idOf(number)) })]);
  ledger.told = [];
  tasks = [{ id: 'task', task: 'cascade', subject: 'cascade', attempts: 0, reached: null }];
  const conditions = (where: Where): Where[] => (where.and ? where.and : [where]);
  const about: Record<string, (where: Where) => unknown[]> = {
    'ledger-tasks': (where) =>
      tasks.filter(({ task }) => conditions(where).every((one) => !('task' in one) || (one['task'] as { equals: string }).equals === task)),
    carriages(where) {
      const reached = conditions(where).flatMap((one) => ('article' in one ? (one['article'] as { greater_than: string }).greater_than : []))[0] ?? '';
      return Array.from({ length: STORIES }, (_, index) => ({ article: idOf(index + 1) })).filter(({ article }) => article > reached);
    },
    outlets: () => [{ id: 'outlet-harbour', slug: 'harbour-post', name: { en: 'Harbour Wire' }, homepage: 'https://harbour.example' }],
  };
  const db = {
    find: async ({ collection, where, limit }: { collection: string; where: Where; limit: number }) => ({
      docs: (about[collection]?.(where) ?? []).slice(0, limit || undefined),
    }),
    findOne: async ({ collection }: { collection: string }) =>
      collection === 'cascades' ? { id: 'cascade', collection: 'outlets', document: 'outlet-harbour' } : null,
    create: async () => undefined,
    deleteMany: async () => void tasks.splice(0),
    updateOne: async ({ data }: { data: { reached: string } }) => void Object.assign(tasks[0] ?? {}, data),
    beginTransaction: async () => 'one',
    commitTransaction: async () => undefined,
  };
  const payload = { db } as unknown as Payload;
  vi.mocked(createLocalReq).mockImplementation(async () => ({ payload }) as never);
  desk = { payload, clock: () => new Date(MOMENT), language: 'en' } as Desk;
});

const done = () => ledger.entries.length - STORIES;
const nobody = () => false;

describe('a cascade', () => {
  const begin = () => cascades({ desk, ledger, appended: () => undefined }, quiet);

  it('gives each story one edition, with many in a commit while nobody waits, and few while somebody may', async () => {
    const names = begin();
    expect(await names.next(true, nobody)).toBe(true);
    while (await names.next(false, nobody));
    expect(ledger.told).toEqual([10, 100, 100, 100, 100, 20]);
    expect(new Set(ledger.entries.slice(STORIES).map(({ header }) => 'articleId' in header && header.articleId)).size).toBe(STORIES);
    expect(tasks).toEqual([]);
  });

  it('reads the next stories while some are written', async () => {
    const names = begin();
    let askedMeanwhile = 0;
    ledger.onAppend = async () => {
      const before = ledger.asked;
      await new Promise(setImmediate);
      askedMeanwhile = ledger.asked - before;
    };
    await names.next(false, nobody);
    expect(askedMeanwhile).toBe(1);
    expect(ledger.asked).toBe(2);
    await names.next(false, nobody);
    expect([ledger.asked, done()]).toEqual([3, 200]);
  });

  it('writes nothing when somebody began to publish while it read; but it gives way once, not for ever', async () => {
    const names = begin();
    const somebody = () => true;
    for (const so of [0, 100, 100, 200]) {
      expect(await names.next(false, somebody)).toBe(true);
      expect(done()).toBe(so);
    }
  });

  it('that another node has taken over meanwhile is looked at anew, and doubles nothing', async () => {
    const names = begin();
    await names.next(false, nobody);
    tasks = [];
    while (await names.next(false, nobody));
    expect(new Set(ledger.told)).toEqual(new Set([100, 30]));
    expect(done()).toBe(STORIES);
  });
});

describe('while a cascade goes on', () => {
  let sequencer: Sequencer;
  beforeEach(() => {
    vi.useFakeTimers();
    // A commit takes a while: so much is done, and then somebody publishes.
    ledger.onAppend = () => new Promise((resolve) => setTimeout(resolve, 40));
    sequencer = startSequencer({ desk, ledger, log: quiet });
  });
  afterEach(async () => {
    const closing = sequencer.close();
    await vi.runAllTimersAsync();
    await closing;
    vi.useRealTimers();
  });

  it('whoever publishes has the ledger for the time, but for no longer than a quarter of a second', async () => {
    await vi.advanceTimersByTimeAsync(5);
    const before = ledger.told.length;
    expect(before).toBeGreaterThan(0);
    void sequencer.publish(() => new Promise(() => undefined));
    // What was being written is written.
    await vi.advanceTimersByTimeAsync(40);
    const meanwhile = ledger.told.length;
    await vi.advanceTimersByTimeAsync(200);
    expect(ledger.told.length).toBe(meanwhile);
    await vi.advanceTimersByTimeAsync(100);
    expect(ledger.told.length).toBeGreaterThan(meanwhile);
  });

  it('readers of this node are not left further behind than they catch up with in a moment, unless they see nothing at all', async () => {
    await sequencer.close();
    let seen = (): void => undefined;
    const wanted: number[] = [];
    const holds = (seq: number) => {
      wanted.push(seq);
      return new Promise<void>((resolve) => (seen = resolve));
    };
    sequencer = startSequencer({ desk, ledger, log: quiet, follower: { holds } });
    await vi.advanceTimersByTimeAsync(200);
    const [first] = wanted;
    const ahead = ledger.entries.length - (first ?? 0);
    expect(ahead).toBe(200);
    await vi.advanceTimersByTimeAsync(40);
    expect(ledger.entries.length - (first ?? 0)).toBe(200);
    seen();
    await vi.advanceTimersByTimeAsync(60);
    expect(ledger.entries.length - (first ?? 0)).toBe(300);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done()).toBe(STORIES);
  });

  it('nor by more than a few entries in the second after somebody published, who would have to wait for them', async () => {
    await sequencer.close();
    const wanted: number[] = [];
    const holds = (seq: number) => new Promise<void>(() => wanted.push(seq));
    sequencer = startSequencer({ desk, ledger, log: quiet, follower: { holds } });
    await sequencer.publish(async () => null);
    wanted.length = 0;
    await vi.advanceTimersByTimeAsync(600);
    expect(wanted.length).toBeGreaterThan(0);
    const steps = ledger.entries.length - (wanted.at(-1) ?? 0);
    expect(steps).toBe(20);
  });

  it('and for a second after somebody published it takes small steps, since that person may come again', async () => {
    await sequencer.publish(async () => null);
    await vi.advanceTimersByTimeAsync(50);
    const from = ledger.told.length;
    await vi.advanceTimersByTimeAsync(200);
    expect(ledger.told.length).toBeGreaterThan(from);
    expect(Math.max(...ledger.told.slice(from))).toBe(10);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(Math.max(...ledger.told.slice(from))).toBe(100);
    expect(done()).toBe(STORIES);
  });
});
