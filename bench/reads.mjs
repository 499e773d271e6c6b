/** Without this file "faster than anything else you could install" would be a boast: what is published, read over /v1, beside bare HTTP, a vanilla Payload app and /api. */
import { equal } from 'node:assert';
import { join } from 'node:path';
import { clients } from './measure/load.mjs';
import { makeNewsroom, own, probed, server, startUntilReady } from './measure/newsrooms.mjs';
import { inTurn, median, medianRatio } from './measure/pairs.mjs';
import { answersPerSecond } from './measure/pressure.mjs';
import { startVanilla } from './measure/vanilla.mjs';

const connections = 8;
/** More than any of them keeps under /api, so that no answer there is given twice (decision 0007). */
const fewest = 1_500;

export const title = 'reading what is published over /v1';
export const needsPanel = true;
export const stories = 2_000;
export const about = `reads: how many answers a second, to ${connections} connections that stay open (autocannon, in a process of its own).

Warm: one story, and a list of 20, from the server as shipped (panel, access log, limits, every header of the contract), against node:http that writes the same body and nothing else.
Guard: each at least 0.85 times as many.

Uncached: single stories, all ids distinct, from the same server with RESPONSE_CACHE_MB=0, against
 - a vanilla Payload 3 app on Next (bench/vanilla-payload: its own small config with articles, excerpts, commentaries, outlets, authors and topics as relations, next build and
   next start, Payload's SQLite adapter as it comes, the same stories, an index on each relation), asked over its REST at the depth that gives a whole story: at least 15 times as many;
 - our own /api at depth 2: at least 6 times. There answers are kept, so the ids are asked in an order in which none is there when it comes again (--stories, at least ${fewest}).
Cached, to be read beside it: the same stories from the server as shipped, each asked for before.`;

export async function measure({ pairs, seconds, stories: count, folder, say }) {
  if (count < fewest) throw new Error(`--stories is at least ${fewest} here: with fewer, /api would give again what it kept.`);
  const vanilla = await startVanilla(folder, count, say);
  const dataDir = await makeNewsroom(folder, count, say);
  const limits = { RATE_LIMIT_PER_MINUTE: '1000000' };
  const start = (name, command, env) => startUntilReady(command, dataDir, { log: join(folder, `${name}.log`), env });
  const bare = await start('bare', own('sides/bareHttp.mjs'), {});
  const uncached = await start('uncached', probed(server), { ...limits, RESPONSE_CACHE_MB: '0' });
  const cached = await start('cached', probed(server), limits);
  const running = { bare, uncached, cached, vanilla };
  for (const side of Object.values(running)) Object.assign(side, { asking: clients(side.url, 1) });
  for (const { asking } of [uncached, cached]) while ((await asking.status('/v1/articles')) !== 200) await new Promise((resolve) => setTimeout(resolve, 50));

  const ids = await allIds(uncached.asking);
  const theirIds = JSON.parse(await vanilla.asking.get(`/api/articles?limit=${count}&depth=0`)).docs.map(({ id }) => id);
  const addresses = {
    v1: ids.map((id) => `/v1/articles/${id}`),
    api: ids.map((id) => `/api/articles/${id}?depth=2`),
    vanilla: theirIds.map((id) => `/api/articles/${id}?depth=2`),
  };
  await sameStory(running, addresses);

  const rate = (side, paths) => () => answersPerSecond(running[side].url, paths, { connections, seconds });
  const findings = [];
  for (const [what, path] of Object.entries({ 'one story, warm': addresses.v1[0], 'a list of 20, warm': '/v1/articles' })) {
    say(what);
    const body = await cached.asking.get(path);
    await bare.ask({ path, body });
    const measured = await inTurn({ '/v1': rate('cached', [path]), 'node:http': rate('bare', [path]) }, { pairs, say, unit: 'answers/s' });
    findings.push(finding(`${what} (${Buffer.byteLength(body)} bytes)`, measured, ['/v1', 'node:http'], { atLeast: 0.85 }));
  }
  say('single stories, all ids distinct');
  const sides = {
    '/v1 uncached': rate('uncached', addresses.v1),
    '/v1 cached': rate('cached', addresses.v1),
    '/api': rate('uncached', addresses.api),
    'vanilla Payload': rate('vanilla', addresses.vanilla),
  };
  const measured = await inTurn(sides, { pairs, say, unit: 'answers/s' });
  const times = median(measured['/v1 cached'].map((value, pair) => value / measured['vanilla Payload'][pair]));
  const beside = { '/v1 cached over vanilla Payload': { values: [times], unit: 'times' } };
  findings.push(finding('single stories, uncached, and a vanilla Payload app', measured, ['/v1 uncached', 'vanilla Payload'], { atLeast: 15 }, beside));
  findings.push(finding('single stories, uncached, and /api', measured, ['/v1 uncached', '/api'], { atLeast: 6 }));
  for (const { asking, stop } of Object.values(running)) {
    asking.close();
    await stop();
  }
  return findings;
}

function finding(what, measured, [one, other], guard, beside = {}) {
  const sides = Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, { values, unit: 'answers/s' }]));
  return { what, sides: { ...sides, ...beside }, value: medianRatio(measured[one], measured[other]), unit: '', guard };
}

async function allIds(asking) {
  const ids = [];
  for (let cursor = ''; cursor !== null;) {
    const { data, page } = JSON.parse(await asking.get(`/v1/articles?limit=100&fields=id${cursor === '' ? '' : `&cursor=${cursor}`}`));
    ids.push(...data.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** @throws unless all three give the whole of the story that is last of `addresses` on this side: its headline, what it quotes, who says what. */
async function sameStory({ uncached, vanilla }, addresses) {
  const ours = JSON.parse(await uncached.asking.get(addresses.v1[0]));
  const api = JSON.parse(await uncached.asking.get(addresses.api[0]));
  const all = JSON.parse(await vanilla.asking.get(`/api/articles?where[title][equals]=${encodeURIComponent(ours.title)}&depth=2`)).docs[0];
  for (const other of [api, all]) {
    equal(other.title, ours.title);
    equal(other.excerpts[0].outlet.name, ours.excerpts[0].outlet.name);
    equal(other.excerpts[0].quote.join('\n'), ours.excerpts[0].quote.join('\n'));
    equal(other.commentaries[0].authors[0].name, ours.authors[0].name);
    equal(other.commentaries[0].body.root.children.length, ours.commentaries[0].text.split('\n\n').length);
  }
}
