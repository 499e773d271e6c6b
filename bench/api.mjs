/** Without this file the reason to mount Payload on Express ourselves would be a memory: reading over /api, beside Next's route handlers. */
import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { clients, perSecond } from './measure/load.mjs';
import { makeNewsroom, own, probed, server, startUntilReady } from './measure/newsrooms.mjs';
import { inTurn, medianRatio } from './measure/pairs.mjs';
import { buildNextApp } from './sides/nextApps.mjs';

const connections = 8;
const sides = { newsroom: server, "Next's route handlers": own('sides/throughNext.mjs') };
const [ours, theirs] = Object.keys(sides);

export const title = 'anonymous reads over /api';
export const needsPanel = true;
export const stories = 200;
export const about = `api: how many anonymous reads a second, from ${connections} connections that stay open.

Side one: the server as it is shipped, with its panel, logs, headers, limits and guards.
Side two: the same configuration on the same database, through Next's route handlers and nothing else.
Nothing is written meanwhile, so side one may give again what it has worked out; side two keeps nothing.
Asked: a list of 10 stories, and one story at depth 2. Both sides have to give the same answers.
Guard: each at least 1.8 times as many as through Next.
Shown beside it: the processor time that a request takes, which a busy machine disturbs less.`;

export async function measure({ pairs, seconds, stories: count, folder, say }) {
  await buildNextApp('next-api', say);
  const dataDir = await makeNewsroom(folder, count, say);
  const running = {};
  for (const [name, command] of Object.entries(sides)) {
    const started = await startUntilReady(probed(command), dataDir, { log: join(folder, `${name}.log`) });
    running[name] = { ...started, asking: clients(started.url, connections) };
  }

  const list = '/api/articles?limit=10';
  const [{ id }] = await answerOfBoth(running, list).then(({ docs }) => docs);
  const story = `/api/articles/${id}?depth=2`;
  const findings = [];
  for (const [what, path] of Object.entries({ 'a list of 10 stories': list, 'one story at depth 2': story })) {
    await answerOfBoth(running, path);
    say(what);
    findings.push(await compare(running, path, { what: `${what} (${path.replace(id, '{id}')})`, pairs, seconds, say }));
  }
  for (const { asking, stop } of Object.values(running)) {
    asking.close();
    await stop();
  }
  return findings;
}

/** @throws when the sides answer differently */
async function answerOfBoth(running, path) {
  const [one, other] = await Promise.all([ours, theirs].map(async (name) => JSON.parse(await running[name].asking.get(path))));
  deepStrictEqual(other, one, `The two sides answer differently to ${path}.`);
  return one;
}

async function compare(running, path, { what, pairs, seconds, say }) {
  const processorTime = { [ours]: [], [theirs]: [] };
  const rate = (name) => async () => {
    const { asking, ask } = running[name];
    let answered = 0;
    await ask('watch');
    const rate = await perSecond(asking, seconds, async () => {
      await asking.get(path);
      answered += 1;
    });
    processorTime[name].push((await ask('tell')).processorTime / answered);
    return rate;
  };
  const rates = await inTurn({ [ours]: rate(ours), [theirs]: rate(theirs) }, { pairs, say, unit: 'requests/s' });
  // The first round is the one that warms up.
  const computed = (name) => processorTime[name].slice(1);
  return {
    what,
    sides: {
      [ours]: { values: rates[ours], unit: 'requests/s' },
      [theirs]: { values: rates[theirs], unit: 'requests/s' },
      'processor time, newsroom': { values: computed(ours), unit: 'ms a request' },
      'processor time, Next': { values: computed(theirs), unit: 'ms a request' },
      'processor time, Next over newsroom': { values: computed(theirs).map((value, pair) => value / computed(ours)[pair]), unit: 'times' },
    },
    value: medianRatio(rates[ours], rates[theirs]),
    unit: '',
    guard: { atLeast: 1.8 },
  };
}
