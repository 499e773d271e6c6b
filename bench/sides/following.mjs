/** Without this file nobody would know what a node pays for its replica: publishes stories with the replica following the ledger, and without, and tells how long it took. */
import { setTimeout as pause } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { runTransition } from '../../dist/src/editorial/runTransition.js';
import { startSequencer } from '../../dist/src/editorial/sequencer/sequencer.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openReplica } from '../../dist/src/replica/replica.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { draftStory, firstOf } from '../seed/drafts.mjs';

const env = readEnv();
const { payload, desk, ledger, close } = await openNewsroom(env, await createConfig(env));
const log = { info: () => undefined, warn: () => undefined, error: (...said) => console.error(...said) };
const [outlet, author, topic] = [await firstOf(payload, 'outlets'), await firstOf(payload, 'authors'), await firstOf(payload, 'topics')];
let written = 400_000;

process.on('message', async (order) => process.send(await publish(order)));
process.once('disconnect', () => void close().then(() => process.exit(0)));

/** Publishes `stories` new ones, `clients` of them at a time; where the replica follows, each until this node's readers see it. */
async function publish({ stories, clients, following }) {
  const replica = following ? openReplica({ ledger, dataDir: env.dataDir, clock: () => new Date(), log }) : undefined;
  const sequencer = startSequencer({ desk, ledger, log, follower: replica, afterAppend: () => replica?.nudge() });
  const prepared = [];
  while (prepared.length < stories) prepared.push(await anApprovedStory());
  await sequencer.drain();
  // The replica is there, and has read everything so far, before the clock starts.
  await replica?.holds((await ledger.head()).seq);
  await pause(200);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const one = async () => {
    for (let article = prepared.shift(); article !== undefined; article = prepared.shift()) {
      const seq = await sequencer.publish(() => runTransition(desk, { transition: 'publish', article, system: 'samples' }));
      if (seq === null || (replica && replica.head().seq < seq)) throw new Error('It was published, and is not to be seen.');
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  const milliseconds = performance.now() - began;
  delay.disable();
  await sequencer.close();
  await replica?.close();
  return { milliseconds, stall: delay.max / 1e6 };
}

async function anApprovedStory() {
  written += 1;
  const { article } = await draftStory(payload, written, { outlet, author, topic });
  for (const transition of ['submit', 'approve']) await runTransition(desk, { transition, article, system: 'samples' });
  return article;
}
