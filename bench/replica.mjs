/** Without this file nobody would know how long readers wait after a damaged disk, and what a node that publishes pays for its replica. */
import { join } from 'node:path';
import { startChild } from './measure/child.mjs';
import { copyNewsroom, makeNewsroom, own, settingsFor } from './measure/newsrooms.mjs';
import { inTurn, median, medianRatio } from './measure/pairs.mjs';

/** Editions that another process enters while the event loop of one that follows is watched. */
const followed = 2_000;
/** Stories that are published in a run, and by how many at a time. */
const published = 120;
const clients = 4;

export const title = 'building the replica of the published stories, and following with it, on SQLite';
export const needsPanel = false;
export const stories = 20_000;
export const about = `replica: how many editions a second a replica is built from, and what following the ledger costs.

Building. Side one: "replica rebuild" as the command does it, from a ledger in the newsroom's own SQLite: starting its threads, reading and parsing the
  entries, checking the chain and every digest, folding, cutting and folding words, writing rows and full-text index, making the file durable, and
  swapping it in. It reads in one thread and writes in another. Side two, in the same process: better-sqlite3 inserts the rows of the file that side one
  made, read into memory before the clock starts, into a new file with the same tables and full-text index, table by table in transactions of as many
  stories, in one thread, without secure_delete, with the readers' indexes made at the end; not made durable.
Default ${stories} editions, one a story, of about 8 KB (--stories). Guard: at least 0.5 times as many a second.

Following. Side one: a newsroom publishes ${published} approved stories, ${clients} at a time, with a replica that follows, as in a server: each answer waits until the
  story can be read on this node. Side two, "without": the same process, database and sequencer with no replica, so each answer waits until the ledger
  names the story, and nobody reads the ledger. Guard: at least 0.9 times as many publishes a second.

Stalls. The longest stall of the event loop, at most 20 ms each (perf_hooks.monitorEventLoopDelay, resolution 5 ms): while a replica is built, the median of
  the rounds; and, in a process that follows and has nothing else to do, while another process enters ${followed.toLocaleString('en')} editions, the median of as many rounds.
  Publishing stalls the loop by itself, so what is seen with and without a replica is printed and not judged.`;

export async function measure({ pairs, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, 1, say);
  const publishingDir = copyNewsroom(dataDir, 'publishing');
  const building = await build(dataDir, { pairs, count, folder, say });
  return [...building, await follow(publishingDir, { pairs, folder, say })];
}

async function build(dataDir, { pairs, count, folder, say }) {
  const side = startChild(own('sides/replica.mjs'), { env: { ...(await settingsFor(dataDir)), LOG_LEVEL: 'warn' }, log: join(folder, 'replica.log') });
  say(`entering ${count} editions into the ledger …`);
  const { bytes } = await side.ask({ side: 'fill', editions: count });
  say(`${Math.round(bytes / count)} bytes of content each`);
  const stalls = [];
  const rate = (name) => async () => {
    const { milliseconds, stall } = await side.ask({ side: name });
    if (stall !== undefined) stalls.push(stall);
    return (count * 1000) / milliseconds;
  };
  // Bare inserts need the rows that a rebuild has made.
  await side.ask({ side: 'rebuild' });
  const measured = await inTurn({ rebuild: rate('rebuild'), bare: rate('bare') }, { pairs, say, unit: 'editions/s' });
  const watching = await followAnother(side, dataDir, { pairs, folder });
  await side.stop();
  return [
    {
      what: 'editions from the ledger to a finished replica',
      sides: { 'replica rebuild': { values: measured.rebuild, unit: 'editions/s' }, 'bare inserts of its rows': { values: measured.bare, unit: 'editions/s' } },
      value: medianRatio(measured.rebuild, measured.bare),
      unit: '',
      guard: { atLeast: 0.5 },
    },
    {
      what: 'the longest stall of the event loop during a rebuild',
      sides: { 'replica rebuild': { values: stalls, unit: 'ms' } },
      value: median(stalls),
      unit: 'ms',
      guard: { atMost: 20 },
    },
    {
      what: `the longest stall of the event loop while ${followed} editions of another process are followed`,
      sides: { following: { values: watching, unit: 'ms' } },
      value: median(watching),
      unit: 'ms',
      guard: { atMost: 20 },
    },
  ];
}

async function followAnother(side, dataDir, { pairs, folder }) {
  const writer = startChild(own('sides/replica.mjs'), { env: { ...(await settingsFor(dataDir)), LOG_LEVEL: 'warn' }, log: join(folder, 'writer.log') });
  await side.ask({ side: 'serve' });
  const stalls = [];
  while (stalls.length < pairs) {
    const [{ stall }] = await Promise.all([side.ask({ side: 'follow', editions: followed }), writer.ask({ side: 'fill', editions: followed })]);
    stalls.push(stall);
  }
  await writer.stop();
  return stalls;
}

async function follow(dataDir, { pairs, folder, say }) {
  const node = startChild(own('sides/following.mjs'), { env: { ...(await settingsFor(dataDir)), LOG_LEVEL: 'warn' }, log: join(folder, 'following.log') });
  const stalls = { following: [], without: [] };
  const rate = (name) => async () => {
    const { milliseconds, stall } = await node.ask({ stories: published, clients, following: name === 'following' });
    stalls[name].push(stall);
    return (published * 1000) / milliseconds;
  };
  const measured = await inTurn({ following: rate('following'), without: rate('without') }, { pairs, say, unit: 'publishes/s' });
  await node.stop();
  for (const [name, values] of Object.entries(stalls)) say(`longest stall of the event loop while publishing, ${name}: median ${median(values).toFixed(1)} ms`);
  return {
    what: 'publishes a second of a node whose replica follows',
    sides: {
      'with the replica following': { values: measured.following, unit: 'publishes/s' },
      'without a replica': { values: measured.without, unit: 'publishes/s' },
    },
    value: medianRatio(measured.following, measured.without),
    unit: '',
    guard: { atLeast: 0.9 },
  };
}
