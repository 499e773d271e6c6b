/** Without this file the reason to mount Payload on Express ourselves would be a memory: reading over /api, beside Next's route handlers. */
import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { clients, perSecond } from './measure/load.mjs';
import { makeNewsroom, own, server, startUntilReady } from './measure/newsrooms.mjs';
import { inTurn, medianRatio } from './measure/pairs.mjs';
import { buildNextApi } from './sides/nextApi.mjs';

const connections = 8;

export const title = 'anonymous reads over /api';
export const needsPanel = false;
export const stories = 200;
export const about = `api: how many anonymous reads a second, from ${connections} connections that stay open.

Side one: the server as it is shipped (without the panel), with its logs, headers, limits and guards.
Side two: the same configuration on the same database, through Next's route handlers and nothing else.
Asked: a list of 10 stories, and one story at depth 2. Both sides have to give the same answers.
Guard: each at least 1.8 times as many as through Next.`;

export async function measure({ pairs, seconds, stories: count, folder, say }) {
  await buildNextApi(say);
  const dataDir = await makeNewsroom(folder, count, say);
  const ours = await startUntilReady(server({ withAdmin: false }), dataDir, { log: join(folder, 'newsroom.log') });
  const next = await startUntilReady(own('sides/throughNext.mjs'), dataDir, { log: join(folder, 'next.log') });
  const asking = { newsroom: clients(ours.url, connections), next: clients(next.url, connections) };

  const list = '/api/articles?limit=10';
  const [{ id }] = JSON.parse(await asking.newsroom.get(list)).docs;
  const story = `/api/articles/${id}?depth=2`;
  const findings = [];
  for (const [what, path] of Object.entries({ 'a list of 10 stories': list, 'one story at depth 2': story })) {
    deepStrictEqual(JSON.parse(await asking.next.get(path)), JSON.parse(await asking.newsroom.get(path)), `The two sides answer differently to ${path}.`);
    say(what);
    const rate = (side) => () => perSecond(asking[side], seconds, () => asking[side].get(path));
    const measured = await inTurn({ newsroom: rate('newsroom'), next: rate('next') }, { pairs, say, unit: 'requests/s' });
    findings.push({
      what: `${what} (${path.replace(id, '{id}')})`,
      sides: { newsroom: { values: measured.newsroom, unit: 'requests/s' }, "Next's route handlers": { values: measured.next, unit: 'requests/s' } },
      value: medianRatio(measured.newsroom, measured.next),
      unit: '',
      guard: { atLeast: 1.8 },
    });
  }
  for (const side of Object.values(asking)) side.close();
  await Promise.all([ours.stop(), next.stop()]);
  return findings;
}
