/** Without this file a password would have to stand on the command line, where every other user of the machine can read it. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import { Writable } from 'node:stream';
import { WrongUse } from './outcome.ts';

/**
 * The password: asked for without showing it when `input` is a terminal, otherwise the first line of `input`.
 * @throws {WrongUse} when nothing is given.
 */
export async function readPassword(input: NodeJS.ReadableStream & Partial<ReadStream>): Promise<string> {
  const terminal = input.isTTY === true;
  // The terminal's own echo is off while readline holds it, and readline's goes nowhere.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input, output: nowhere, terminal });
  if (terminal) process.stderr.write('Password: ');
  const password = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(lines, 'close').then(() => ''),
    once(lines, 'SIGINT').then(() => ''),
  ]);
  lines.close();
  if (terminal) process.stderr.write('\n');
  if (password === '') throw new WrongUse('No password was given: type it, or send it on standard input.');
  return password;
}
