/** Without this file somebody who has just typed `npm start` would not know where to go next. */
import { stdout } from 'node:process';
import type { Logger } from '../log.ts';

interface Ready {
  address: string;
  admin: boolean;
  needsAdministrator: boolean;
}

/** One line `{"msg":"ready","address":…}` for programs; the same in words for a person at a terminal. */
export function sayWhereToGo(log: Logger, { address, admin, needsAdministrator }: Ready): void {
  log.info({ address, admin: admin ? `${address}/admin` : null, needsAdministrator }, 'ready');
  if (!stdout.isTTY) return;
  const first = needsAdministrator
    ? `\n  First administrator  open ${address}/admin on this machine, or run\n                       npx counterpoint user create --email you@news.example --role admin`
    : '';
  stdout.write(`
  Counterpoint is ready.

  Newsroom             ${address}
  Admin panel          ${admin ? `${address}/admin` : 'not started'}
  API reference        ${address}/v1/docs
  Published            ${address}/v1/articles
  Newsroom's own API   ${address}/api/articles${first}

`);
}
