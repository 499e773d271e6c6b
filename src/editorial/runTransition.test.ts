/** Without this test those who publish at the same moment on MongoDB could all write the row of the same outlet, and all but one in vain, try after try. */
import { createLocalReq, type Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from './desk.ts';
import { settleDue } from './due/dueStory.ts';
import { runTransition } from './runTransition.ts';
import type { TransitionName } from './stages.ts';

// What a request holds beside its payload is of no concern here, and takes a whole configuration.
vi.mock('payload', async (stock) => ({ ...(await stock<object>()), createLocalReq: vi.fn() }));

/** The most transactions that were open at a time. */
let most: number;
let open: number;

beforeEach(() => {
  most = 0;
  open = 0;
});

/** A desk without stories on a database of this kind: what is asked for fails in its transaction, which is all that is looked at. */
function deskOn(database: 'mongoose' | 'sqlite'): Desk {
  const end = async () => void (open -= 1);
  const db = {
    name: database,
    beginTransaction: async () => {
      most = Math.max(most, (open += 1));
      return String(open);
    },
    commitTransaction: end,
    rollbackTransaction: end,
    find: async () => {
      await new Promise(setImmediate);
      return { docs: [] };
    },
  };
  const payload = { db } as unknown as Payload;
  vi.mocked(createLocalReq).mockImplementation(async () => ({ payload }) as never);
  return { payload, clock: () => new Date() } as Desk;
}

async function atOnce(work: () => Promise<unknown>): Promise<number> {
  const settled = await Promise.allSettled([work(), work(), work()]);
  expect(settled.map((one) => (one.status === 'rejected' ? (one.reason as Error).message : 'done'))).toEqual(Array(3).fill('There is no such story.'));
  return most;
}
const move = (desk: Desk, transition: TransitionName) => () =>
  runTransition(desk, { transition, article: 'a', system: 'samples', notice: 'No.', reason: 'No.' });

it.each(['publish', 'correct', 'withdraw', 'reinstate'] as const)('on MongoDB one %s waits for the other, whatever the story', async (transition) => {
  expect(await atOnce(move(deskOn('mongoose'), transition))).toBe(1);
});

it('so does what is due, its release and its publication', async () => {
  const desk = deskOn('mongoose');
  expect(await atOnce(() => settleDue(desk, 'a', 'this node'))).toBe(1);
});

it.each(['submit', 'return', 'approve', 'unschedule'] as const)('nobody waits who does no more than %s', async (transition) => {
  expect(await atOnce(move(deskOn('mongoose'), transition))).toBe(3);
});

it('and on SQLite, where one transaction writes at a time anyway, nobody waits here', async () => {
  expect(await atOnce(move(deskOn('sqlite'), 'publish'))).toBe(3);
});
