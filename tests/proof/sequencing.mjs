/** Without this file no test could stop the sequencer between two of its steps: a newsroom's process that does one deed, and kills itself where it is told to. */
import { randomUUID } from 'node:crypto';
import { Collection } from 'mongodb';
import { runTransition } from '../../dist/src/editorial/runTransition.js';
import { startSequencer } from '../../dist/src/editorial/sequencer/sequencer.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { onCommit } from './onCommit.mjs';
import { copyStories } from './manyStories.mjs';
import './noteTransactions.mjs';

/** `kill`: the step before or after which to die, and at which of its times. `ahead`: milliseconds by which this process's clock is ahead. */
const { deed, kill = { at: '', time: 1 }, ahead = 0, stories = 0 } = JSON.parse(process.argv[2]);
let times = 0;
let appending = false;
let publishing = false;
/** What an earlier process left is done first. */
let armed = deed !== 'publish';
const step = (name) => {
  if (!armed || name !== kill.at) return;
  times += 1;
  if (times === kill.time) process.kill(process.pid, 'SIGKILL');
};
onCommit(() => {
  if (appending) step('in the append');
  else if (publishing) step('before the commit');
});
// One entry is a single write to MongoDB, without a COMMIT.
const { insertOne } = Collection.prototype;
Collection.prototype.insertOne = function (...given) {
  if (appending && this.collectionName === 'ledgers') step('in the append');
  return insertOne.apply(this, given);
};
// Opened after the database client is prepared to die.
const { openNewsroom } = await import('../../dist/src/server/openNewsroom.js');

const env = readEnv();
const config = await createConfig(env);
config.logger = { options: { level: 'error' }, destination: process.stderr };
const newsroom = await openNewsroom(env, config);
const { payload, close } = newsroom;
/** How much has passed within the deed without anybody's waiting. */
let passed = 0;
const clock = () => new Date(Date.now() + ahead + passed);
const desk = Object.assign(newsroom.desk, { clock });
const ledger = {
  ...newsroom.ledger,
  append: async (entries) => {
    step('before the append');
    appending = true;
    const appended = await newsroom.ledger.append(entries);
    appending = false;
    step('after the append');
    return appended;
  },
};
for (const name of ['deleteMany', 'updateOne']) {
  const stock = payload.db[name].bind(payload.db);
  payload.db[name] = async (args) => {
    const result = await stock(args);
    if (args.collection === 'ledger-tasks') step(name === 'deleteMany' ? 'crossed off' : 'noted how far');
    return result;
  };
}
const log = { info: () => undefined, error: (...said) => process.stderr.write(`${JSON.stringify(said)}\n`) };
const begin = () => startSequencer({ desk, ledger, log });
const given = { depth: 0, overrideAccess: true };
const create = async (collection, data) => (await payload.create({ collection, data, ...given })).id;
const move = (article, transition, words = {}) => runTransition(desk, { transition, article, system: 'samples', ...words });

/** A new story on the outlet that is renamed, approved. */
async function anApprovedStory(more = {}) {
  const outlet = (await payload.find({ collection: 'outlets', limit: 1, ...given })).docs[0].id;
  const excerpt = await create('news-excerpts', { outlet, leadIn: 'The wire reported:', publishedOn: '2024-05-24', quote: ['“The quay opens.”'] });
  const article = await create('articles', { title: `The quay ${randomUUID()}`, excerpts: [excerpt], ...more });
  for (const transition of ['submit', 'approve']) await move(article, transition);
  return article;
}

/** @throws when it takes a minute: something that nobody does is waited for. */
async function until(what, isSo) {
  for (const end = Date.now() + 60_000; !(await isSo()); await new Promise((looked) => setTimeout(looked, 10))) {
    if (Date.now() > end) throw new Error(`after a minute: ${what}`);
  }
}

const settled = () =>
  until('something is still due', async () => {
    const where = { dueAt: { less_than_equal: clock().toISOString() } };
    return (await payload.count({ collection: 'ledger-tasks', where, overrideAccess: true })).totalDocs === 0;
  });

const deeds = {
  /** A newsroom from before there was a ledger, with stories that are out and no marks, meets one. */
  async old() {
    await create('outlets', { name: 'Harbour Wire', kinds: ['source'] });
    // Its embargo is over before there is a ledger, and nobody has said so.
    const embargoed = await anApprovedStory({ embargoUntil: new Date(clock().getTime() + 60_000).toISOString() });
    await move(embargoed, 'publish');
    passed += 120_000;
    const article = await anApprovedStory();
    await move(article, 'publish');
    await copyStories(desk, article, stories - 2);
    await payload.db.deleteMany({ collection: 'ledger-tasks', where: {} });
    const sequencer = begin();
    sequencer.lookBack();
    await until('older publications are missing', async () => (await newsroom.ledger.head()).seq >= stories);
    await settled();
    await sequencer.close();
    return { article: embargoed, ...(await report()) };
  },
  /** A story that is out, and nobody has noted that the ledger has to be told. */
  async unmarked() {
    const article = await anApprovedStory();
    await move(article, 'publish');
    await payload.db.deleteMany({ collection: 'ledger-tasks', where: { article: { equals: article } } });
    return { article, ...(await report()) };
  },
  async publish({ embargoUntil } = {}) {
    const sequencer = begin();
    await settled();
    const article = await anApprovedStory(embargoUntil ? { embargoUntil } : {});
    armed = true;
    const seq = await sequencer.publish(async () => {
      publishing = true;
      const published = await move(article, 'publish');
      publishing = false;
      step('after the commit');
      return published;
    });
    await settled();
    await sequencer.close();
    return { article, seq, ...(await report()) };
  },
  embargoed: () => deeds.publish({ embargoUntil: new Date(Date.now() + 3_600_000).toISOString() }),
  async settle() {
    const sequencer = begin();
    await settled();
    await sequencer.close();
    return report();
  },
  /** Renames the outlet of all stories, and publishes another in the midst. */
  async rename() {
    const article = await anApprovedStory();
    const outlet = (await payload.find({ collection: 'outlets', limit: 1, ...given })).docs[0].id;
    await payload.update({ collection: 'outlets', id: outlet, data: { name: `Quay Wire ${randomUUID()}` }, ...given });
    const sequencer = begin();
    const before = await newsroom.ledger.head();
    while ((await newsroom.ledger.head()).seq < before.seq + 1) await new Promise((passed) => setTimeout(passed, 5));
    const seq = await sequencer.publish(() => move(article, 'publish'));
    await settled();
    await sequencer.close();
    return { article, seq, ...(await report()) };
  },
  /** Which of two sequencers appends anything: one has the lease, then it ends. To both it is always the same moment, so that no lease runs out. */
  async inTurn() {
    const article = await anApprovedStory();
    const outlet = (await payload.find({ collection: 'outlets', limit: 1, ...given })).docs[0].id;
    await payload.update({ collection: 'outlets', id: outlet, data: { name: `One Wire ${randomUUID()}` }, ...given });
    const moment = new Date(clock().getTime() + 60_000);
    const appending = new Set();
    const both = ['one', 'another'].map((name) => {
      const append = async (entries) => ledger.append(entries).finally(() => appending.add(name));
      return { name, ...startSequencer({ desk: { ...desk, clock: () => moment }, ledger: { ...ledger, append }, log }) };
    });
    await settled();
    const first = [...appending];
    appending.clear();
    const holder = both.find(({ name }) => first.includes(name));
    const other = both.find((one) => one !== holder);
    await holder.close();
    await move(article, 'publish');
    await settled();
    await other.close();
    return { by: [first, [...appending]].map((names) => names.map((name) => (name === holder.name ? 'the first' : 'the other'))), ...(await report()) };
  },
  /** Two sequencers that both believe to hold the lease: to one, the other's is long over. */
  async twice() {
    const article = await anApprovedStory();
    const outlet = (await payload.find({ collection: 'outlets', limit: 1, ...given })).docs[0].id;
    await payload.update({ collection: 'outlets', id: outlet, data: { name: `Two Wires ${randomUUID()}` }, ...given });
    const later = { ...desk, clock: () => new Date(clock().getTime() + 60_000) };
    const both = [begin(), startSequencer({ desk: later, ledger, log })];
    await move(article, 'publish');
    await move(article, 'withdraw', { notice: 'It does not open.' });
    await move(article, 'reinstate');
    await settled();
    for (const sequencer of both) await sequencer.close();
    return { article, ...(await report()) };
  },
};

async function report() {
  const rows = async (collection, select) => (await payload.db.find({ collection, limit: 0, pagination: false, sort: 'id', select })).docs;
  const outlet = (await payload.find({ collection: 'outlets', limit: 1, ...given })).docs[0].name;
  const entries = await newsroom.ledger.after(0, 100_000);
  return {
    entries,
    outlet,
    publications: await rows('publications'),
    tasks: await rows('ledger-tasks'),
    rows: await rows('ledger', { seq: true, source: true, header: true }),
  };
}

const result = await deeds[deed]();
await new Promise((written) => process.stdout.write(JSON.stringify(result), written));
await close();
process.exit(0);
