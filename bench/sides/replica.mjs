/** Without this file both sides would run in different processes: rebuilds the replica, or inserts the same rows with nothing around it, and tells how long it took; follows, too. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import Sqlite from '../../dist/src/database/sqliteDriver.mjs';
import { newId } from '../../dist/src/domain/ids.js';
import { readEnv } from '../../dist/src/env.js';
import { createConfig } from '../../dist/src/payload.config.js';
import { rebuildReplica } from '../../dist/src/replica/rebuildHere.js';
import { startReplica } from '../../dist/src/replica/replica.js';
import { readersIndexes, tables as schema } from '../../dist/src/replica/schema.js';
import { openNewsroom } from '../../dist/src/server/openNewsroom.js';
import { paragraph, sentence } from '../seed/texts.mjs';

/** Stories in one transaction of the bare side: as many as in one of the rebuild. */
const AT_ONCE = 1000;
const tables = ['articles', 'editions', 'stories', 'names', 'labels', 'facets', 'parts', 'texts'];

const env = readEnv();
const { ledger, close } = await openNewsroom(env, await createConfig(env));
const nothing = () => undefined;
const log = { info: nothing, warn: nothing, error: console.error };
const options = { ledger, dataDir: env.dataDir, clock: () => new Date(), log };
let replica;
const sides = { fill, rebuild, bare, serve, follow };

process.on('message', async ({ side, ...given }) => process.send(await sides[side](given)));
process.once(
  'disconnect',
  () =>
    void Promise.resolve(replica?.close())
      .then(close)
      .then(() => process.exit(0)),
);

async function fill({ editions }) {
  const people = Array.from({ length: 50 }, (_, number) => ({ id: newId(), slug: `author-${number}`, name: `Mara Lind ${number}`, role: 'Member' }));
  const outlets = Array.from({ length: 20 }, (_, number) => ({
    ...{ id: newId(), slug: `outlet-${number}`, name: `Harbour Post ${number}`, language: 'en', homepage: 'https://harbour.example' },
    storyUrl: null,
  }));
  const topics = Array.from({ length: 20 }, (_, number) => ({ id: newId(), slug: `topic-${number}`, name: `Topic ${number}`, mediaTopic: null }));
  let bytes = 0;
  for (let done = 0; done < editions; done += 500) {
    const entries = Array.from({ length: Math.min(500, editions - done) }, (_, place) => entry(done + place, { people, outlets, topics }));
    bytes += entries.reduce((sum, { content }) => sum + JSON.stringify(content).length, 0);
    await ledger.append(entries);
  }
  return { bytes };
}

/** `stall`: the longest that the event loop stood still meanwhile. */
async function rebuild() {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await rebuildReplica(options);
  const milliseconds = performance.now() - began;
  delay.disable();
  return { milliseconds, stall: delay.max / 1e6 };
}

/** Opens the replica and shows all that there is. */
async function serve() {
  replica = startReplica(options);
  await replica.holds((await ledger.head()).seq);
  return {};
}

/** Follows what another process enters meanwhile, with nothing else to do; `stall`: the longest that the event loop stood still. */
async function follow({ editions }) {
  const last = replica.head().seq + editions;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  while (replica.head().seq < last) await pause(20);
  delay.disable();
  return { stall: delay.max / 1e6 };
}

async function bare() {
  const made = new Sqlite(join(env.dataDir, 'replica.db'), { readonly: true });
  const rows = Object.fromEntries(tables.map((table) => [table, made.prepare(`SELECT * FROM ${table}`).raw().all()]));
  made.close();
  const path = join(env.dataDir, 'bare.db');
  rmSync(path, { force: true });
  const began = performance.now();
  const db = new Sqlite(path);
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -65536', 'temp_store = MEMORY']) db.pragma(pragma);
  db.exec(schema);
  const insert = Object.fromEntries(tables.map((table) => [table, db.prepare(`INSERT INTO ${table} VALUES (${rows[table][0].map(() => '?').join(', ')})`)]));
  const index = db.prepare('INSERT INTO search (rowid, title, summary, body, names) VALUES (?, ?, ?, ?, ?)');
  const batches = Math.ceil(rows.stories.length / AT_ONCE);
  for (let batch = 0; batch < batches; batch += 1) {
    db.exec('BEGIN');
    for (const table of tables) {
      const each = Math.ceil(rows[table].length / batches);
      for (const row of rows[table].slice(batch * each, (batch + 1) * each)) {
        insert[table].run(...row);
        if (table === 'texts') index.run(...row);
      }
    }
    db.exec('COMMIT');
  }
  // At the end, as in a rebuild: it is a tenth quicker than row by row.
  db.exec(readersIndexes);
  db.close();
  return { milliseconds: performance.now() - began };
}

function entry(number, { people, outlets, topics }) {
  const id = newId();
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  const quote = Array.from({ length: 5 }, (_, index) => paragraph(number + index * 13, 3));
  const text = Array.from({ length: 6 }, (_, index) => paragraph(number + index * 11 + 5, 4));
  const { storyUrl: _storyUrl, ...outlet } = outlets[number % outlets.length];
  const content = {
    ...{ id, slug: `story-${number}`, language: 'en', title: sentence(number).slice(0, 80), summary: sentence(number + 1), writtenFor: outlet },
    authors: [people[number % people.length]],
    excerpts: [
      {
        ...{ id: newId(), outlet, title: sentence(number + 2), url: `https://wire.example/reports/${number}`, reporter: null, publishedOn: '2024-03-12' },
        ...{ publishedOnPartial: null, publishedOnInferred: false, leadIn: 'On 12 March, the wire reported:', quote, language: 'en', rights: null },
        ...{ syndicable: true, capturedAt: null, quoteSha256: createHash('sha256').update(quote.join('\n\n')).digest('hex'), snapshotSha256: null },
        verification: 'unverified',
      },
    ],
    commentaries: [
      {
        ...{ id: newId(), authors: [people[number % people.length].id], capacity: 'Member of the town council', respondsTo: [], language: 'en' },
        ...{ html: text.map((one) => `<p>${one}</p>`).join(''), text: text.join('\n\n') },
      },
    ],
    ...{ outlets: [outlets[(number * 7) % outlets.length]], topics: [topics[number % topics.length]], image: null, translationSet: null },
  };
  const header = { type: 'edition', articleId: id, revision: 1, kind: 'published', at, language: 'en', embargoUntil: null, firstPublishedAt: at };
  return { source: `publication:${id}`, header: { ...header, backfill: false, notice: null }, content };
}
