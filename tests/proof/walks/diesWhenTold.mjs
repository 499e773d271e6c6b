/** Without this module a server would hardly ever die between a commit and its answer: it ends its own process (SIGKILL) at the point that a file names. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { onCommit } from '../onCommit.mjs';

const file = join(process.env.DATA_DIR, 'dies-at');

function dieAt(point) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== point) return;
  rmSync(file);
  process.kill(process.pid, 'SIGKILL');
}

onCommit(() => dieAt('commit'));

const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (...given) {
  if (this.req.method !== 'GET') dieAt('answer');
  return end.apply(this, given);
};
