/** Without this test a node that died while it took the lease could hold up everybody who publishes, and two nodes could take turns for one. */
import { createLocalReq, type Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from '../desk.ts';
import { leaseOf } from './lease.ts';

// What a request holds beside its payload is of no concern here, and takes a whole configuration.
vi.mock('payload', async (stock) => ({ ...(await stock<object>()), createLocalReq: vi.fn() }));

const conflict = () => Promise.reject(Object.assign(new Error('WriteConflict'), { code: 112 }));
const MOMENT = new Date('2026-03-01T09:00:00.000Z');

interface Row {
  id: string;
  name: string;
  owner: string | null;
  heldUntil: string | null;
}

/** The rows of leases, and how often a transaction was begun. */
let rows: Row[];
let begun: number;
let desk: Desk;
let updateOne: ReturnType<typeof vi.fn>;

beforeEach(() => {
  rows = [];
  begun = 0;
  updateOne = vi.fn(async ({ id, data }: { id: string; data: Partial<Row> }) => {
    const row = rows.find((one) => one.id === id);
    if (row) Object.assign(row, data);
  });
  const payload = {
    db: {
      beginTransaction: async () => String((begun += 1)),
      commitTransaction: async () => undefined,
      rollbackTransaction: async () => undefined,
      find: async () => ({ docs: rows }),
      findOne: async () => rows.find(({ heldUntil }) => heldUntil !== null && new Date(heldUntil) > MOMENT) ?? null,
      create: async ({ data }: { data: Row }) => void rows.push(data),
      updateOne,
    },
  } as unknown as Payload;
  vi.mocked(createLocalReq).mockImplementation(async () => ({ payload }) as never);
  desk = { payload, clock: () => MOMENT } as Desk;
});

it('is one node’s until that one lets go of it', async () => {
  const [first, second] = [leaseOf(desk, 'sequencer'), leaseOf(desk, 'sequencer')];
  expect([await first.hold(), await second.hold(), await first.hold()]).toEqual([true, false, true]);
  // Whoever does not get it takes no writer for asking, nor does the one who has it.
  expect(begun).toBe(1);
  await first.release();
  expect([await second.hold(), await first.hold()]).toEqual([true, false]);
});

it('is given up after a few tries where somebody who died keeps the row from being written, and had by nobody then', async () => {
  rows.push({ id: '1', name: 'sequencer', owner: 'the dead', heldUntil: null });
  updateOne.mockImplementation(conflict);
  expect(await leaseOf(desk, 'sequencer').hold()).toBe(false);
  expect(begun).toBe(4);
});

it('is not taken back from the node that took it when a first one’s time was over', async () => {
  const first = leaseOf(desk, 'sequencer');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
  try {
    expect(await first.hold()).toBe(true);
    clock.mockReturnValue(1000 + 6000);
    rows = [{ ...(rows[0] as Row), owner: 'another', heldUntil: new Date(MOMENT.getTime() + 5000).toISOString() }];
    expect(await first.hold()).toBe(false);
    expect(rows[0]?.owner).toBe('another');
  } finally {
    clock.mockRestore();
  }
});

it('stays a node’s own for the rest of its time where it cannot be renewed', async () => {
  const lease = leaseOf(desk, 'sequencer');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
  try {
    expect(await lease.hold()).toBe(true);
    updateOne.mockImplementation(conflict);
    clock.mockReturnValue(1000 + 4999);
    expect(await lease.hold()).toBe(true);
    clock.mockReturnValue(1000 + 5000);
    expect(await lease.hold()).toBe(false);
  } finally {
    clock.mockRestore();
  }
});
