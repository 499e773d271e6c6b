/** Without this file nobody would know what a database client of our own costs: creating stories beside the stock one, and how long a foreign lock stops us. */
import { join } from 'node:path';
import { startChild } from './measure/child.mjs';
import { perSecond } from './measure/load.mjs';
import { copyNewsroom, makeNewsroom, own, probed, server, settingsFor, startUntilReady } from './measure/newsrooms.mjs';
import { inTurn, medianRatio } from './measure/pairs.mjs';
import { writers } from './measure/writers.mjs';

const writing = 4;
const held = 2000;

export const title = 'creating stories over /api, on SQLite';
export const needsPanel = false;
export const stories = 50;
export const about = `writes: how many stories a second can be created, and what another process that holds the write lock does to the server.

Side one: the server as it is shipped (without the panel), each request one transaction.
Side two: the same server and collections on Payload's stock SQLite adapter (libsql), transactions off, on a copy of the same database.
Asked: by ${writing} clients at once, an excerpt, a commentary and an article each time. Both sides write with WAL and synchronous=FULL.
Guard: at least 0.95 times as many as the stock adapter: not slower, with a twentieth for noise.
Then, on side one alone: the longest stall of its event loop while another process holds the write lock for ${held / 1000} s, with the
writers waiting and a reader reading, beside the same without the lock. Guard: below 50 ms, in the worst of the rounds.`;

export async function measure({ pairs, seconds, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, count, say);
  const stockDir = copyNewsroom(dataDir, 'stock');
  const ours = await startUntilReady(probed([...server, '--without-admin']), dataDir, { log: join(folder, 'newsroom.log') });
  const stock = await startUntilReady(probed(own('sides/stockAdapter.mjs')), stockDir, { log: join(folder, 'stock.log') });
  const asking = { newsroom: await writers(ours.url, writing), stock: await writers(stock.url, writing) };

  const rate = (side) => () => perSecond(asking[side], seconds, asking[side].writeStory);
  const written = await inTurn({ newsroom: rate('newsroom'), stock: rate('stock') }, { pairs, say, unit: 'stories/s' });
  await stock.stop();
  const stall = (milliseconds) => () => longestStall(ours, asking.newsroom, milliseconds, join(folder, 'lock.log'));
  const stalls = await inTurn({ held: stall(held), free: stall(0) }, { pairs, say, unit: 'ms' });
  for (const side of Object.values(asking)) side.close();
  await ours.stop();
  return [
    {
      what: `stories created by ${writing} clients at once`,
      sides: { newsroom: { values: written.newsroom, unit: 'stories/s' }, 'stock adapter, no transactions': { values: written.stock, unit: 'stories/s' } },
      value: medianRatio(written.newsroom, written.stock),
      unit: '',
      guard: { atLeast: 0.95 },
    },
    {
      what: `longest stall of the event loop while another process holds the write lock for ${held / 1000} s`,
      sides: { 'lock held': { values: stalls.held, unit: 'ms' }, 'no lock': { values: stalls.free, unit: 'ms' } },
      // The longest there was, in any round: that is what somebody waits for.
      value: Math.max(...stalls.held),
      unit: 'ms',
      guard: { atMost: 50 },
    },
  ];
}

/** Milliseconds. The server is asked all the time: the writers wait for the lock, the reader must not. */
async function longestStall(newsroom, asking, milliseconds, log) {
  const holder = milliseconds > 0 ? startChild(own('probes/holdLock.mjs'), { env: await settingsFor(newsroom.dataDir), log }) : undefined;
  await holder?.ask(milliseconds);
  await newsroom.ask('watch');
  const seconds = held / 1000;
  const waiting = perSecond(asking, seconds, asking.writeStory);
  await perSecond({ count: 1 }, seconds, asking.readList);
  const { longestStall: longest } = await newsroom.ask('tell');
  await Promise.all([waiting, holder?.exited]);
  return longest;
}
