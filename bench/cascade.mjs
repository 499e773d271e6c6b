/** Without this file nobody would know how long a renamed outlet keeps a newsroom busy, and whether somebody who publishes meanwhile has to wait for it. */
import { join } from 'node:path';
import { startChild } from './measure/child.mjs';
import { makeNewsroom, own, settingsFor } from './measure/newsrooms.mjs';
import { inTurn, medianRatio } from './measure/pairs.mjs';

/** Stories that are published in a run: the median of their times is the run's. */
const atOnce = 15;
/** Stories that are made through the editorial rules; the others are copies of one of them. */
const made = 20;

export const title = 'a name that many stories show is changed, on SQLite';
export const needsPanel = false;
export const stories = 100_000;
export const about = `cascade: how many editions a second a changed name makes, and how long a publish takes meanwhile.

An outlet is quoted by ${stories.toLocaleString('en')} live stories of a few kilobytes (--stories; copies of one story, made as rows and as entries of the ledger).
It is renamed through the Local API; the sequencer and the replica run in the same process as they do in a server. Each edition is read, renamed, digested,
signed, appended for good (synchronous=FULL), and taken in by the replica, which the cascade does not leave far behind.
Beside it, to tell what is the program's and what is the machine's: the same headers signed and the same entries inserted, with nothing else.
Guard: at least 1,000 editions a second over the whole cascade, from the rename to its last edition.
Then ${atOnce} approved stories are published one after the other, each until it can be read on this node: while a cascade runs, and while none does.
Guard: the median publish takes at most 2 times as long beside a cascade as otherwise.`;

export async function measure({ pairs, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, made, say);
  const desk = startChild(own('sides/cascade.mjs'), { env: { ...(await settingsFor(dataDir)), LOG_LEVEL: 'warn' }, log: join(folder, 'cascade.log') });
  const patiently = async (order) => {
    desk.process.send(order);
    return new Promise((resolve, reject) => {
      desk.process.once('message', resolve);
      void desk.exited.then((code) => reject(new Error(`It ended with ${code}; see ${join(folder, 'cascade.log')}.`)));
    });
  };
  say(`copying a story ${count} times …`);
  const { seconds } = await patiently({ do: 'seed', stories: count });
  say(`made in ${seconds.toFixed(1)} s; renaming the outlet that they quote …`);
  const whole = await patiently({ do: 'whole' });
  const bare = await patiently({ do: 'bare', entries: Math.min(count, 10_000) });
  say(
    `${whole.editions} editions in ${whole.seconds.toFixed(1)} s, with ${whole.busy.toFixed(1)} s of processor time in all threads, the longest stall of the event loop ${whole.stall.toFixed(0)} ms; at its end readers had ${whole.behind} still to see`,
  );
  const publishing = (beside) => async () => (await patiently({ do: 'publish', stories: atOnce, beside })).milliseconds;
  const measured = await inTurn({ beside: publishing(true), alone: publishing(false) }, { pairs, say, unit: 'ms' });
  await desk.stop();
  return [
    {
      what: `editions a second, for an outlet that ${count} stories quote`,
      sides: {
        'whole cascade': { values: [whole.editions / whole.seconds], unit: 'editions/s' },
        'bare signing and inserting of its entries': { values: [bare.perSecond], unit: 'editions/s' },
      },
      value: whole.editions / whole.seconds,
      unit: 'editions/s',
      guard: { atLeast: 1000 },
    },
    {
      what: 'a publish, until it can be read on this node',
      sides: { 'beside a cascade': { values: measured.beside, unit: 'ms' }, otherwise: { values: measured.alone, unit: 'ms' } },
      value: medianRatio(measured.beside, measured.alone),
      unit: '',
      guard: { atMost: 2 },
    },
  ];
}
