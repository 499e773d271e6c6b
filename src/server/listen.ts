/** Without this file the promise "it listens" would be kept in a callback, and a taken port would be a stack. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WrongSetting, type Env } from '../env.ts';

/** Listens on HOST and PORT. @throws {WrongSetting} when it cannot, saying why. */
export async function listen(listener: RequestListener, env: Pick<Env, 'host' | 'port' | 'limits'>): Promise<Server> {
  // Room for an address over the limit, so that it is told apart (414) from headers that are too large (431).
  const server = createServer({ maxHeaderSize: env.limits.urlBytes * 4 + 16 * 1024 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new WrongSetting(`HOST ${env.host} and PORT ${String(env.port)} cannot be listened on: ${reasons[error.code ?? ''] ?? error.message}.`));
    });
    server.listen(env.port, env.host, resolve);
  });
  return server;
}

/** The address under which this machine reaches `server`. */
export function localAddress(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${String(port)}`;
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'something else listens there already; choose another PORT',
  EACCES: 'this user may not; choose a PORT above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; choose another HOST',
};
