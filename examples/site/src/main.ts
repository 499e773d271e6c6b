/** Starts the site, and ends it as it is told: without this file it would be code that nobody runs. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createClient } from './newsroom.ts';
import { createSite } from './server.ts';
import { help, settingsIn, type Settings } from './settings.ts';

/** Answers to ask about again instead of reading them again: some thousand stories and lists. */
const KEPT = 2_000;

const settings = settingsOrEnd();
if (settings !== null) await run(settings);

async function run(told: Settings): Promise<void> {
  const stopping = new AbortController();
  // A reader waits for a page: better an error soon than an answer late.
  const client = createClient({ baseUrl: told.newsroom, keep: KEPT, retries: 2, longestWait: 1_000, timeout: 5_000, signal: stopping.signal });
  const server = createSite(told, client, (error) => {
    if (!stopping.signal.aborted) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  });
  server.listen(told.port, told.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`The site is at http://${told.host === '127.0.0.1' ? 'localhost' : told.host}:${port}, and reads ${told.newsroom}.\n`);
  const stop = (): void => {
    server.close();
    server.closeIdleConnections();
    stopping.abort(new Error('The site stops.'));
    if (process.connected) process.disconnect();
  };
  // The last is heard when whoever started this is gone without a word.
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
}

/** The settings; null when somebody asked for help, or was told what is wrong. */
function settingsOrEnd(): Settings | null {
  try {
    const told = settingsIn(process.argv.slice(2), process.env);
    if (told === null) process.stdout.write(help);
    return told;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = 2;
    return null;
  }
}
