/** Without this test a sweep could hammer a database that is down, never come back after it, or begin a round on a server that has closed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startRounds } from './rounds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a round follows the other, the first one after a pause', async () => {
  const round = vi.fn(() => Promise.resolve());
  const rounds = startRounds({ every: 1000, round, failed: () => undefined });
  await vi.advanceTimersByTimeAsync(999);
  expect(round).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3001);
  expect(round).toHaveBeenCalledTimes(4);
  await rounds.close();
});

it('whoever wakes it waits for no pause, and begins no second round beside one', async () => {
  let end = (): void => undefined;
  const round = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const rounds = startRounds({ every: 1000, round, failed: () => undefined });
  rounds.wake();
  rounds.wake();
  await vi.advanceTimersByTimeAsync(5000);
  expect(round).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(round).toHaveBeenCalledTimes(2);
  end();
  await rounds.close();
});

it('while rounds fail they come ever more seldom, up to half a minute; when one succeeds, as often as before', async () => {
  let down = true;
  const at: number[] = [];
  const began = Date.now();
  const failed = vi.fn();
  const round = () => {
    at.push((Date.now() - began) / 1000);
    return down ? Promise.reject(new Error('down')) : Promise.resolve();
  };
  const rounds = startRounds({ every: 1000, round, failed });
  await vi.advanceTimersByTimeAsync(100_000);
  expect(at).toEqual([1, 3, 7, 15, 31, 61, 91]);
  expect(failed).toHaveBeenCalledTimes(7);
  down = false;
  await vi.advanceTimersByTimeAsync(23_000);
  expect(at.slice(7)).toEqual([121, 122, 123]);
  await rounds.close();
});

it('closing waits for the round that is under way, which is told so, and none follows', async () => {
  let end = (): void => undefined;
  let goesOn = (): boolean => true;
  const round = vi.fn((goOn: () => boolean) => {
    goesOn = goOn;
    return new Promise<void>((resolve) => (end = resolve));
  });
  const rounds = startRounds({ every: 1000, round, failed: () => undefined });
  rounds.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(goesOn()).toBe(true);
  let closed = false;
  const closing = rounds.close().then(() => (closed = true));
  await vi.advanceTimersByTimeAsync(0);
  expect([goesOn(), closed]).toEqual([false, false]);
  end();
  await closing;
  rounds.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(round).toHaveBeenCalledTimes(1);
});
