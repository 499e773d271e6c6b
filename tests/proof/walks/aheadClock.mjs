/** Without this module a walk would have to wait for every embargo: in the server's process the clock is ahead by as much as a file says. */
import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(process.env.DATA_DIR, 'ahead');
if (!existsSync(file)) writeFileSync(file, '0'.padStart(15));
const opened = openSync(file, 'r');
process.once('exit', () => closeSync(opened));
const bytes = Buffer.alloc(15);
const Clock = Date;

/** Read each time: whoever moves the clock is in another process, and goes on at once. */
function now() {
  readSync(opened, bytes, 0, bytes.length, 0);
  return Clock.now() + Number(bytes.toString('latin1'));
}

globalThis.Date = new Proxy(Clock, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  apply: () => new Clock(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
