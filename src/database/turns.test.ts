import { expect, it } from 'vitest';
import { inTurn } from './turns.ts';

/** Lets everything that can go on do so. */
const settled = () => new Promise((passed) => setImmediate(passed));

it('turns come one at a time, in the order in which they were asked for, also after one that failed', async () => {
  const said: string[] = [];
  const turn = (name: string) => async () => {
    said.push(`${name} begins`);
    await settled();
    said.push(`${name} ends`);
    if (name === 'first') throw new Error('in vain');
  };
  const first = inTurn(turn('first'));
  const others = [inTurn(turn('second')), inTurn(turn('third'))];
  await expect(first).rejects.toThrow('in vain');
  await Promise.all(others);
  expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
});

it('a turn inside a turn does not wait for it', async () => {
  expect(await inTurn(() => inTurn(async () => 'done'))).toBe('done');
});
