/** Without this file nobody would know how long a reader of one node waits for what was published on another. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './measure/latencies.mjs';
import { clients } from './measure/load.mjs';
import { makeNewsroom, server, startUntilReady } from './measure/newsrooms.mjs';
import { median } from './measure/pairs.mjs';
import { staff } from './seed/staff.mjs';
import { articleData, commentaryData, excerptData } from './seed/texts.mjs';

/** Milliseconds between two looks at the ledger, of a node that nobody tells (src/replica/replicaNode.ts). */
const interval = 1000;
/** Stories that are published in a round, so many at a time. */
const published = 20;
const publishers = 2;
/** Connections that read on each node meanwhile, and the milliseconds that each rests between two requests. */
const readers = 4;
const rest = 5;

export const title = 'from publishing on one node to being read on another';
export const needsPanel = false;
export const stories = 50;
export const about = `freshness: how long it takes until a story that was published on one node is answered by another.

Two servers as shipped on one database: over the MongoDB protocol, as in npm run test:mongodb (MONGODB_TEST_URL, or a server for tests in Python); where there is
neither, two processes on one SQLite DATA_DIR. Each serves ${readers} readers meanwhile, who read stories and lists. In each round ${published} approved stories are published on one
node, ${publishers} at a time, in the next round on the other; the clock runs from the answer to publish, which the publisher has when the own node shows the story, until the other node
answers 200 to /v1/articles/{id}, asked every ${rest} ms. From the request is printed beside it: the database of the tests takes most of that.
Guard: the p99 of all is at most 2 intervals at which a node looks at the ledger (${interval} ms).`;

export async function measure({ pairs, stories: count, folder, say }) {
  const database = await databaseOf(folder, say);
  const dataDir = await makeNewsroom(folder, count, say, database.env);
  const nodes = await Promise.all(
    [1, 2].map(async (number) => {
      const env = { ...database.env, LOG_LEVEL: 'warn' };
      const started = await startUntilReady([...server, '--without-admin'], database.folderOf(dataDir, number), {
        log: join(folder, `node-${number}.log`),
        env,
      });
      const asking = clients(started.url, publishers + readers);
      while ((await asking.status('/v1/articles')) !== 200) await pause(rest);
      return { ...started, asking };
    }),
  );
  const reading = new AbortController();
  const busy = nodes.flatMap((node) => Array.from({ length: readers }, () => readOn(node, reading.signal)));
  const took = { seen: [], whole: [], answered: [] };
  for (let round = 0; round <= pairs; round += 1) {
    const [publisher, other] = round % 2 ? nodes : nodes.toReversed();
    const measured = await publishRound(publisher, other, 1_000_000 + round * published);
    if (round > 0) for (const name of ['seen', 'whole', 'answered']) took[name].push(measured[name]);
    say(`round ${round} of ${pairs}: seen by the other node after ${median(measured.seen).toFixed(0)} ms, at most ${Math.max(...measured.seen).toFixed(0)} ms`);
  }
  reading.abort();
  const read = (await Promise.all(busy)).reduce((sum, answers) => sum + answers, 0);
  for (const { asking, stop } of nodes) {
    asking.close();
    await stop();
  }
  await database.stop();
  const p = (name, share) => ({ values: took[name].map((all) => quantile(all, share)), unit: 'ms' });
  return [
    {
      what: `from the answer to publish until the other node shows it (${database.name}; ${read} reads answered meanwhile)`,
      sides: {
        'seen by the other node, p50': p('seen', 0.5),
        'seen by the other node, p99': p('seen', 0.99),
        'from the request to publish, p50': p('whole', 0.5),
        'from the request to publish, p99': p('whole', 0.99),
        'answered by the own node, p50': p('answered', 0.5),
        'answered by the own node, p99': p('answered', 0.99),
      },
      value: quantile(took.seen.flat(), 0.99) / interval,
      unit: 'intervals',
      guard: { atMost: 2 },
    },
  ];
}

async function databaseOf(folder, say) {
  const { startMongodb } = await import('../tests/mongodb/start.mjs');
  const database = await startMongodb();
  const common = { PAYLOAD_SECRET: 'the secret of both nodes, and of nobody else', MEDIA_DIR: join(folder, 'media') };
  if (database.skipped) {
    say(`two processes on one SQLite, because ${database.skipped}`);
    return { name: 'two processes on one SQLite', env: common, folderOf: (dataDir) => dataDir, stop: async () => undefined };
  }
  const address = new URL(database.url);
  address.pathname = `/freshness-${process.pid}`;
  const env = { ...common, DATABASE_URL: address.href };
  return { name: 'over the MongoDB protocol', env, folderOf: (dataDir, number) => `${dataDir}-${number}`, stop: database.stop };
}

/** Reads the newest stories until `signal`. @returns how many answers it had */
async function readOn({ asking }, signal) {
  let answers = 0;
  while (!signal.aborted) {
    const { data } = JSON.parse(await asking.get('/v1/articles?limit=20'));
    for (const { id } of data.slice(0, 10)) {
      await asking.get(`/v1/articles/${id}`);
      answers += 1;
      await pause(rest);
    }
    answers += 1;
  }
  return answers;
}

async function publishRound(publisher, other, first) {
  const desk = await signedIn(publisher);
  const waiting = [];
  for (let number = first; number < first + published; number += 1) waiting.push(await desk.approvedStory(number));
  const took = { seen: [], whole: [], answered: [] };
  const one = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const move = await desk.prepared(id, 'publish');
      const began = performance.now();
      await move();
      const answered = performance.now();
      took.answered.push(answered - began);
      while ((await other.asking.status(`/v1/articles/${id}`)) !== 200) await pause(rest);
      took.seen.push(performance.now() - answered);
      took.whole.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: publishers }, one));
  return took;
}

/** Somebody who writes, approves and publishes over REST. */
async function signedIn({ asking }) {
  const { token } = JSON.parse(await asking.post('/api/users/login', { email: staff.email, password: staff.password }));
  const headers = { authorization: `JWT ${token}` };
  const create = async (collection, data) => JSON.parse(await asking.post(`/api/${collection}?depth=0`, data, headers)).doc.id;
  /** What remains to be asked when the document's `rev` is known. */
  const prepared = async (id, transition) => {
    const { rev } = JSON.parse(await asking.get(`/api/articles/${id}?depth=0&draft=true`, headers));
    return () => asking.post(`/api/articles/${id}/${transition}`, {}, { ...headers, 'if-match': `"${rev}"` });
  };
  const outlet = await create('outlets', { name: `Measured Wire ${Date.now()}`, kinds: ['source', 'website'] });
  const author = await create('authors', { name: `Nola Verhaege ${Date.now()}` });
  const approvedStory = async (number) => {
    const excerpt = await create('news-excerpts', excerptData(number, outlet));
    const commentary = await create('commentaries', commentaryData(number, [author], [excerpt]));
    const id = await create('articles', articleData(number, { excerpts: [excerpt], commentaries: [commentary], outlets: [outlet] }));
    for (const transition of ['submit', 'approve']) await (await prepared(id, transition))();
    return id;
  };
  return { approvedStory, prepared };
}
