/** Without this test a database that is down could take the public keys with it, and every append could read and open all keys that ever signed. */
import type { Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';
import type { KeyRow } from './keyRows.ts';
import * as seals from './seal.ts';
import { openKeys } from './openKeys.ts';

const FRESH = 5_000;
let rows: KeyRow[];
let now: number;
let find: ReturnType<typeof vi.fn>;
let payload: Payload;

interface Question {
  where?: { number?: { greater_than: number } };
}

beforeEach(() => {
  rows = [];
  now = Date.parse('2026-03-01T09:00:00.000Z');
  find = vi.fn(async ({ where }: Question) => ({ docs: rows.filter(({ number }) => number > (where?.number?.greater_than ?? 0)) }));
  payload = { db: { find, create: async ({ data }: { data: KeyRow }) => void rows.push(data) } } as unknown as Payload;
});

const open = () => openKeys({ payload, secret: 'a secret of the newsroom', clock: () => new Date(now) });
const kidsOf = (keys: readonly { kid: string }[]) => keys.map(({ kid }) => kid);

it('public keys are told on while the database is down, for however long, and nothing is made up where none were ever read', async () => {
  const keys = open();
  const known = kidsOf(await keys.publicKeys());
  expect(known).toHaveLength(1);
  find.mockRejectedValue(new Error('connection refused'));
  for (const passed of [0, FRESH, 24 * 3_600_000]) {
    now += passed;
    expect(kidsOf(await keys.publicKeys())).toEqual(known);
  }
  await expect(open().publicKeys()).rejects.toThrow('connection refused');
});

it('the database is asked for public keys once in five seconds, and by many at once as one', async () => {
  const keys = open();
  await Promise.all([keys.publicKeys(), keys.publicKeys(), keys.publicKeys()]);
  expect(find).toHaveBeenCalledTimes(1);
  now += FRESH - 1;
  await keys.publicKeys();
  expect(find).toHaveBeenCalledTimes(1);
  now += 1;
  await keys.publicKeys();
  expect(find).toHaveBeenCalledTimes(2);
});

it('who signs reads what is new of the keys, and opens one once', async () => {
  const unseal = vi.spyOn(seals, 'unseal');
  const keys = open();
  await keys.signer();
  await keys.rotate(0);
  const signers = [await keys.signer(), await keys.signer(), await keys.signer()];
  expect(new Set(signers.map(({ kid }) => kid))).toEqual(new Set([rows[1]?.kid]));
  const questions = find.mock.calls.slice(-2).map(([question]) => (question as Question).where);
  expect(questions).toEqual([{ number: { greater_than: 2 } }, { number: { greater_than: 2 } }]);
  expect(unseal).toHaveBeenCalledTimes(2);
  unseal.mockRestore();
});

it('a list that was read before another key was made does not take the place of the later one', async () => {
  const keys = open();
  await keys.publicKeys();
  const stale = { docs: [...rows] };
  let answer = (): void => undefined;
  find.mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve(stale))));
  now += FRESH;
  const slow = keys.publicKeys();
  await keys.rotate(0);
  answer();
  expect(kidsOf(await slow)).toEqual(kidsOf(rows));
  expect(kidsOf(await keys.publicKeys())).toEqual(kidsOf(rows));
});
