import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { progressBar } from './progress.ts';

function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; shown: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  let shown = '';
  stream.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, shown: () => shown };
}

it('a person at a terminal sees how many are done, how fast, and the time left; also when there turn out to be more', async () => {
  const { stream, shown } = terminal(true);
  const progress = progressBar(40, stream);
  await expect.poll(shown).toContain('0/40');
  progress.step(10, 40);
  await expect.poll(shown).toMatch(/10\/40 · [\d.]+ a second · \S+ left/);
  progress.step(5, 60);
  await expect.poll(shown).toMatch(/15\/60 · [\d.]+ a second · \S+ left/);
  progress.end();
});

it('a program that reads along sees nothing of it', () => {
  const { stream, shown } = terminal(false);
  const progress = progressBar(40, stream);
  progress.step(40, 40);
  progress.end();
  expect(shown()).toBe('');
});
