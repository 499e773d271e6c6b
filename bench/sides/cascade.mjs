/** Without this file the cascade that is measured would not be the newsroom's own: renames an outlet that many stories quote, publishes beside that, and tells how long it took. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { clientOf } from '../../dist/src/database/sqliteDatabase.js';
import Sqlite from '../../dist/src/database/sqliteDriver.mjs';
import { runTransition } from '../../dist/src/editorial/runTransition.js';
import { startSequencer } from '../../dist/src/editorial/sequencer/sequencer.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { openReplica } from '../../dist/src/replica/replica.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { draftStory, firstOf } from '../seed/drafts.mjs';

/** Entries that are appended together while the newsroom is made. */
const seededAtOnce = 250;
/** Entries in a transaction of the bare side: as many as in one of a cascade. */
const AT_ONCE = 100;

const env = readEnv();
const { payload, desk, ledger, keys, close } = await openNewsroom(env, await createConfig(env));
const log = { info: () => undefined, warn: () => undefined, error: (...said) => console.error(...said) };
const replica = openReplica({ ledger, dataDir: env.dataDir, clock: () => new Date(), log });
/** As in a server: whoever publishes waits until this node shows it. */
const begin = () => startSequencer({ desk, ledger, log, follower: replica, afterAppend: () => replica.nudge() });
let sequencer = begin();
await sequencer.drain();
const given = { depth: 0, overrideAccess: true };
const [author, topic] = [await firstOf(payload, 'authors'), await firstOf(payload, 'topics')];
let outlet;
let renamed = 0;
let written = 300_000;

const orders = {
  /** Copies of a live story: what it carries as rows, what it says as entries of the ledger. */
  async seed({ stories }) {
    const began = performance.now();
    const [{ header, content }] = await ledger.after(0, 1);
    outlet = content.excerpts[0].outlet.id;
    const copy = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO carriages (id, article, collection, document, release_at) SELECT ${idOf('2')}, ${idOf('1')}, collection, document, release_at
      FROM n, (SELECT * FROM carriages WHERE article = ? AND document = ?)`;
    await clientOf(payload.db).execute({ sql: copy, args: [stories, content.id, outlet] });
    for (let from = 1; from <= stories; from += seededAtOnce) {
      const some = Array.from({ length: Math.min(seededAtOnce, stories - from + 1) }, (_, index) => from + index);
      await ledger.append(some.map((number) => entryOf(header, content, number)));
    }
    await replica.holds((await ledger.head()).seq);
    return { seconds: (performance.now() - began) / 1000 };
  },
  /** `behind`: how many entries this node's readers had still to see when the last one was entered. */
  async whole() {
    const before = (await ledger.head()).seq;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const used = process.cpuUsage();
    await rename();
    await untilOver();
    const seconds = (performance.now() - began) / 1000;
    delay.disable();
    const { user, system } = process.cpuUsage(used);
    const { seq } = await ledger.head();
    return { seconds, busy: (user + system) / 1e6, editions: seq - before, behind: seq - replica.head().seq, stall: delay.max / 1e6 };
  },
  /** Signs and inserts the texts of the newest entries again, into an empty ledger of its own, and does nothing else; as many in a transaction as a cascade. */
  async bare({ entries: count }) {
    const { rows } = await clientOf(payload.db).execute({ sql: 'SELECT * FROM ledger ORDER BY seq DESC LIMIT ?', args: [count] });
    const schema = await clientOf(payload.db).execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'ledger' AND sql IS NOT NULL");
    const path = join(env.dataDir, 'bare.db');
    rmSync(path, { force: true });
    const db = new Sqlite(path);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma);
    for (const { sql } of schema.rows) db.exec(sql);
    const columns = Object.keys(rows[0]);
    const insert = db.prepare(`INSERT INTO ledger (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    const values = rows.map((row) => columns.map((column) => row[column]));
    const [header, signature] = ['header', 'signature'].map((column) => columns.indexOf(column));
    const signer = await keys.signer();
    const began = performance.now();
    for (let from = 0; from < values.length; from += AT_ONCE) {
      const some = values.slice(from, from + AT_ONCE);
      await Promise.all(some.map(async (row) => (row[signature] = await signer.sign(row[header]))));
      db.exec('BEGIN IMMEDIATE');
      for (const row of some) insert.run(...row);
      db.exec('COMMIT');
    }
    const seconds = (performance.now() - began) / 1000;
    db.close();
    return { perSecond: values.length / seconds };
  },
  async publish({ stories, beside }) {
    const prepared = [];
    while (prepared.length < stories) prepared.push(await anApprovedStory());
    await sequencer.drain();
    if (beside) {
      const before = (await ledger.head()).seq;
      await rename();
      while ((await ledger.head()).seq < before + 100) await pause(5);
    }
    const times = [];
    for (const article of prepared) {
      const began = performance.now();
      if ((await sequencer.publish(() => runTransition(desk, { transition: 'publish', article, system: 'samples' }))) === null) throw new Error('No number.');
      times.push(performance.now() - began);
      // Nobody clicks again at once, and the cascade goes on meanwhile.
      await pause(50);
    }
    if (beside) {
      if (!(await isUnderWay())) throw new Error('The cascade was over before the last story was out: ask for more stories.');
      await callOff();
    }
    return { milliseconds: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] };
  },
};

process.on('message', async (order) => process.send(await orders[order.do](order)));
process.once(
  'disconnect',
  () =>
    void sequencer
      .close()
      .then(() => replica.close())
      .then(close)
      .then(() => process.exit(0)),
);

function idOf(kind) {
  return `'0190000${kind}-0000-7000-8000-' || printf('%012d', i)`;
}

function entryOf({ seq: _seq, previous: _previous, contentDigest: _digest, ...header }, content, number) {
  const id = `01900001-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    source: `publication:01900003-0000-7000-8000-${String(number).padStart(12, '0')}`,
    header: { ...header, articleId: id, revision: 1 },
    content: { ...content, id, slug: `${content.slug}-${number}`, title: `${content.title} ${number}` },
  };
}

async function rename() {
  renamed += 1;
  await payload.update({ collection: 'outlets', id: outlet, data: { name: `Quay Wire, renamed ${renamed} times` }, ...given });
}

async function isUnderWay() {
  return (await payload.count({ collection: 'ledger-tasks', where: { task: { equals: 'cascade' } }, overrideAccess: true })).totalDocs > 0;
}

async function untilOver() {
  while (await isUnderWay()) await pause(20);
}

/** What is measured next begins with a cascade of its own, or with none. */
async function callOff() {
  await sequencer.close();
  await payload.db.deleteMany({ collection: 'ledger-tasks', where: { task: { equals: 'cascade' } } });
  sequencer = begin();
}

async function anApprovedStory() {
  written += 1;
  const { article } = await draftStory(payload, written, { outlet, author, topic });
  for (const transition of ['submit', 'approve']) await runTransition(desk, { transition, article, system: 'samples' });
  return article;
}
