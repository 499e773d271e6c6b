/** Without this file nobody would notice that each start of the newsroom has become a little longer. */
import { join } from 'node:path';
import { startChild } from './measure/child.mjs';
import { makeNewsroom, own, server, settingsFor, startUntilReady } from './measure/newsrooms.mjs';
import { inTurn, medianDifference, medianRatio } from './measure/pairs.mjs';

export const title = 'from process start until ready';
export const needsPanel = true;
export const stories = 1000;
export const about = `startup: how long a start takes.

Side one: the server as it is shipped, with the panel, from process start until /readyz says 200 (by then the page that signs in has been answered).
Side two: a process that only does getPayload, with the same configuration and database, and next.prepare().
Beside them: npm start with nothing to install or build, until /readyz says 200.
Guards: side one at most 1.5 times side two; npm start at most 1 s more than side one.`;

export async function measure({ pairs, stories: count, folder, say }) {
  const dataDir = await makeNewsroom(folder, count, say);
  const log = (name) => join(folder, `${name}.log`);
  const untilReady = async (command, name, group = false) => {
    const started = await startUntilReady(command, dataDir, { log: log(name), group });
    await started.stop();
    return started.milliseconds / 1000;
  };
  const bare = async () => {
    const child = startChild(own('sides/bareStart.mjs'), { env: await settingsFor(dataDir), log: log('bare') });
    await child.until(new Promise((ready) => child.process.once('message', ready)));
    const milliseconds = performance.now() - child.began;
    await child.stop();
    return milliseconds / 1000;
  };
  const measured = await inTurn(
    { newsroom: () => untilReady(server, 'newsroom'), bare, 'npm start': () => untilReady(['npm', 'start'], 'npm-start', true) },
    { pairs, say, unit: 's' },
  );
  const side = (name) => ({ values: measured[name], unit: 's' });
  return [
    {
      what: `the newsroom with ${count} stories beside bare getPayload and next.prepare()`,
      sides: { 'newsroom until /readyz is 200': side('newsroom'), 'bare getPayload + next.prepare()': side('bare') },
      value: medianRatio(measured.newsroom, measured.bare),
      unit: '',
      guard: { atMost: 1.5 },
    },
    {
      what: 'what npm start adds when there is nothing to install or build',
      sides: { 'npm start until /readyz is 200': side('npm start'), 'newsroom until /readyz is 200': side('newsroom') },
      value: medianDifference(measured['npm start'], measured.newsroom),
      unit: 's',
      guard: { atMost: 1 },
    },
  ];
}
