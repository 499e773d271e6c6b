/** Without this test a damaged file could be served, a rebuild could leave readers without stories, and an embargo could end late. */
import { readdirSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aContent, anEdition, aRelease, MemoryLedger } from '../../tests/helpers/memoryLedger.ts';
import Sqlite from '../database/sqliteDriver.mjs';
import type { LedgerEntry } from '../domain/entries.ts';
import type { Replica } from './replica.ts';
import { startReplica } from './replica.ts';
import { storyByAddress, storyById } from './stories.ts';

const hook = createRequire(import.meta.url).resolve('../../tests/helpers/typescriptThreads.mjs');
const MORNING = Date.parse('2026-03-01T09:00:00.000Z');
const STORIES = 40;

/** A ledger that sees who reads from where, and that may tell a reader less than it has. */
class WatchedLedger extends MemoryLedger {
  onRead: (seq: number) => Promise<void> = () => Promise.resolve();
  known: (seq: number) => number = () => Infinity;

  override async after(seq: number, limit: number): Promise<LedgerEntry[]> {
    await this.onRead(seq);
    return super.after(seq, Math.max(0, Math.min(limit, this.known(seq) - seq)));
  }
}

let dataDir: string;
let ledger: MemoryLedger;
let now: number;
let running: Replica[];
let told: string[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-node-'));
  ledger = new MemoryLedger();
  now = MORNING;
  running = [];
  told = [];
});
afterEach(async () => {
  for (const replica of running) await replica.close();
  rmSync(dataDir, { recursive: true });
});

function start(): Replica {
  const note = (_details: unknown, message: string) => void told.push(message);
  const log = { info: note, warn: note, error: note };
  const replica = startReplica({ ledger, dataDir, clock: () => new Date(now), log, interval: 30, execArgv: ['--import', hook] });
  running.push(replica);
  return replica;
}

async function stop(replica: Replica): Promise<void> {
  running.splice(running.indexOf(replica), 1);
  await replica.close();
}

const titleOf = (replica: Replica, id: string) => {
  const found = replica.read((view) => storyById(view, id));
  return found && 'story' in found ? found.story.content.title : found;
};
const publish = async (id: string, title: string, revision = 1, embargoUntil: string | null = null) => {
  const [entry] = await ledger.append([
    anEdition({
      article: id,
      revision,
      at: new Date(now).toISOString(),
      content: aContent(id, { title }),
      embargoUntil,
      kind: revision === 1 ? 'published' : 'updated',
    }),
  ]);
  return entry?.header.seq ?? 0;
};
const publishMany = async () => {
  for (let number = 1; number <= STORIES; number += 1) await publish(`s${number}`, `Ferry ${number}`);
  return STORIES;
};
const file = () => join(dataDir, 'replica.db');
const until = (what: () => unknown) => vi.waitFor(() => expect(what()).toBeTruthy(), { timeout: 15_000, interval: 5 });

describe('a node shows', () => {
  it('what was published as soon as it says that it holds it, whoever appended it', async () => {
    const replica = start();
    await replica.holds(await publish('a', 'First'));
    expect(titleOf(replica, 'a')).toBe('First');
    await publish('b', 'By another node');
    await until(() => titleOf(replica, 'b'));
    // The file shows it a moment before the thread that wrote it says so.
    await vi.waitFor(async () => expect(replica.head()).toEqual(await ledger.head()));
  });

  it('its stories from a folder that nobody has made before', async () => {
    rmSync(dataDir, { recursive: true });
    const replica = start();
    await replica.holds(await publish('a', 'First'));
    expect(titleOf(replica, 'a')).toBe('First');
  });

  it('nothing that it showed any less after it was stopped and started', async () => {
    await publishMany();
    const first = start();
    await first.holds(STORIES);
    await stop(first);
    ledger.down = true;
    const second = start();
    await until(() => second.head());
    expect(titleOf(second, 's40')).toBe('Ferry 40');
    expect(told.filter((message) => message.includes('built anew'))).toHaveLength(1);
  });

  it('its stories on while the editorial database is down, and says that it is', async () => {
    const replica = start();
    await replica.holds(await publish('a', 'First'));
    await until(() => replica.ledgerAnswers());
    ledger.down = true;
    await until(() => !replica.ledgerAnswers());
    expect(titleOf(replica, 'a')).toBe('First');
    ledger.down = false;
    await until(() => replica.ledgerAnswers());
    await replica.holds(await publish('b', 'Second'));
    expect(titleOf(replica, 'b')).toBe('Second');
  });

  it('a ledger that was set back, as after a restore, and not what it knew before', async () => {
    const replica = start();
    await replica.holds(await publishMany());
    ledger.entries.splice(0);
    await publish('z', 'After the restore');
    await until(() => titleOf(replica, 'z'));
    expect(titleOf(replica, 's40')).toBeNull();
  });
});

describe('an embargo', () => {
  const end = MORNING + 3_600_000;
  const endsAt = new Date(end).toISOString();

  it('ends at its millisecond, by this node’s clock, with nothing done by anybody', async () => {
    const replica = start();
    await replica.holds(await publish('a', 'Held', 1, endsAt));
    ledger.down = true;
    for (const [moment, shown] of [
      [end - 1, null],
      [end, 'Held'],
      [end - 1, null],
      [end + 1, 'Held'],
    ] as const) {
      now = moment;
      expect(titleOf(replica, 'a')).toBe(shown);
      expect(replica.read((view) => storyByAddress(view, 'en', 'story-a')) !== null).toBe(shown !== null);
    }
  });

  it('on an update of a live story leaves the earlier text where it is until then', async () => {
    const replica = start();
    await publish('a', 'As it was');
    await replica.holds(await publish('a', 'As it will be', 2, endsAt));
    now = end - 1;
    expect(titleOf(replica, 'a')).toBe('As it was');
    now = end;
    expect(titleOf(replica, 'a')).toBe('As it will be');
  });

  it('that a story was withdrawn under never ends: the story stays unknown', async () => {
    const replica = start();
    await publish('a', 'Never', 1, endsAt);
    const withdrawn = anEdition({
      article: 'a',
      revision: 2,
      at: new Date(now).toISOString(),
      content: null,
      kind: 'withdrawn',
      firstPublishedAt: null,
      notice: 'No.',
    });
    await ledger.append([withdrawn]);
    await replica.holds(2);
    for (const moment of [now, end - 1, end, end + 1]) {
      now = moment;
      expect(titleOf(replica, 'a')).toBeNull();
      expect(replica.read((view) => storyByAddress(view, 'en', 'story-a'))).toBeNull();
    }
  });

  it('ends at its release too where this node’s clock is behind', async () => {
    const replica = start();
    await publish('a', 'Held', 1, endsAt);
    await ledger.append([aRelease('a', 1, endsAt)]);
    await replica.holds(2);
    now = end - 500;
    expect(titleOf(replica, 'a')).toBe('Held');
  });
});

describe('a rebuild', () => {
  it('leaves readers the old file until the new one is there, and shows what is published meanwhile', { timeout: 30_000 }, async () => {
    const replica = start();
    await replica.holds(await publishMany());
    const before = statSync(file()).ino;
    let reads = 0;
    let rebuilt = false;
    const done = replica.rebuild().then(() => (rebuilt = true));
    while (!rebuilt) {
      expect(titleOf(replica, 's40')).toBe('Ferry 40');
      reads += 1;
      await replica.holds(await publish(`m${reads}`, `Meanwhile ${reads}`));
      expect(titleOf(replica, `m${reads}`)).toBe(`Meanwhile ${reads}`);
      await new Promise(setImmediate);
    }
    await done;
    expect(reads).toBeGreaterThan(1);
    expect(titleOf(replica, `m${reads}`)).toBe(`Meanwhile ${reads}`);
    expect(statSync(file()).ino).not.toBe(before);
  });

  it('takes readers no story that they had meanwhile: the old file follows the ledger between two stretches of it', { timeout: 30_000 }, async () => {
    const many = 1_200;
    const watched = new WatchedLedger();
    ledger = watched;
    for (let number = 1; number <= many; number += 1) await publish(`s${number}`, `Ferry ${number}`);
    const replica = start();
    await replica.holds(many);
    const before = statSync(file()).ino;
    let reads = 0;
    let seen = 0;
    watched.onRead = async (seq) => {
      // What reads further is the old file.
      if (seq >= many) return;
      reads += 1;
      if (reads === 2) await publish('m', 'Meanwhile');
      else if (titleOf(replica, 'm') === 'Meanwhile' && statSync(file()).ino === before) seen += 1;
    };
    await replica.rebuild();
    expect(seen).toBeGreaterThan(0);
    expect([titleOf(replica, 'm'), titleOf(replica, `s${many}`)]).toEqual(['Meanwhile', `Ferry ${many}`]);
    expect(statSync(file()).ino).not.toBe(before);
  });

  it('ends no less far than the old file, also when it was told of an earlier state of the ledger', async () => {
    const watched = new WatchedLedger();
    ledger = watched;
    const replica = start();
    await replica.holds(await publishMany());
    await replica.holds(await publish('m', 'Meanwhile'));
    let late = true;
    watched.known = (seq) => (late && seq < STORIES ? STORIES : Infinity);
    const done = replica.rebuild();
    watched.onRead = (seq) => {
      if (seq === STORIES) late = false;
      return Promise.resolve();
    };
    await done;
    expect([titleOf(replica, 'm'), replica.head()?.seq]).toEqual(['Meanwhile', STORIES + 1]);
  });

  it('can be asked for from beside, as the command does', async () => {
    const replica = start();
    await replica.holds(await publishMany());
    const before = statSync(file()).ino;
    writeFileSync(join(dataDir, 'replica.rebuild'), '');
    await until(() => statSync(file()).ino !== before);
    await until(() => titleOf(replica, 's40') === 'Ferry 40');
  });
});

describe('a second process on the same folder', () => {
  it('shows the same, from a file of its own, which goes with it', async () => {
    const [first, second] = [start(), start()];
    const seq = await publish('a', 'First');
    await Promise.all([first.holds(seq), second.holds(seq)]);
    expect([titleOf(first, 'a'), titleOf(second, 'a')]).toEqual(['First', 'First']);
    expect(
      readdirSync(dataDir)
        .filter((name) => name.endsWith('.db'))
        .sort(),
    ).toEqual(['replica-2.db', 'replica.db']);
    await stop(second);
    await stop(first);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual(['replica.db']);
  });
});

/** Writes `bytes` of noise, the same in each run. */
function noise(at: number, bytes: number): void {
  const content = readFileSync(file());
  for (let place = 0; place < bytes; place += 1) content[at + place] = (place * 151 + 7) % 256;
  writeFileSync(file(), content);
}
function change(sql: string): void {
  const db = new Sqlite(file());
  db.exec(sql);
  db.close();
}

describe('a damaged file is found and built anew, never served: one', () => {
  const whole = { ledger: new MemoryLedger(), dataDir: '' };
  beforeAll(async () => {
    whole.dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-whole-'));
    [dataDir, ledger, now, running] = [whole.dataDir, whole.ledger, MORNING, []];
    const replica = start();
    await replica.holds(await publishMany());
    await stop(replica);
  });
  afterAll(() => {
    rmSync(whole.dataDir, { recursive: true });
  });

  it.each<[string, () => void]>([
    ['that is empty', () => truncateSync(file(), 0)],
    ['that ends in the middle', () => truncateSync(file(), Math.floor(statSync(file()).size / 2))],
    ['without its last page', () => truncateSync(file(), statSync(file()).size - 4096)],
    ['that is no database', () => writeFileSync(file(), 'not a database '.repeat(5000))],
    ['with a broken header', () => noise(0, 100)],
    ['with noise in its pages', () => noise(4096 * 3, 4096 * 8)],
    ['with another text than was signed', () => change("UPDATE editions SET content = replace(content, 'Ferry 40', 'Forged 40')")],
    ['with another date than was written', () => change('UPDATE stories SET first = first + 1 WHERE seq = 40')],
    ['without a table', () => change('DROP TABLE facets')],
    ['without the texts', () => change('DELETE FROM texts')],
    ['of another version', () => change('UPDATE progress SET version = version + 1')],
    ['that was never finished', () => change('UPDATE progress SET complete = 0')],
    ['of another ledger', () => change("UPDATE progress SET hash = 'sha-256:00', seq = 39")],
  ])('%s', async (_what, damage) => {
    ledger.entries.push(...structuredClone(whole.ledger.entries));
    copyFileSync(join(whole.dataDir, 'replica.db'), file());
    damage();
    await publish('new', 'After the damage');
    const replica = start();
    await replica.holds(STORIES + 1);
    await until(() => titleOf(replica, 'new') === 'After the damage');
    for (let number = 1; number <= STORIES; number += 1) expect(titleOf(replica, `s${number}`)).toBe(`Ferry ${number}`);
    await until(() => told.includes('The replica was built anew.'));
  });

  it('is not found where there is none', async () => {
    ledger.entries.push(...structuredClone(whole.ledger.entries));
    copyFileSync(join(whole.dataDir, 'replica.db'), file());
    const replica = start();
    await replica.holds(STORIES);
    expect(told).toEqual([]);
  });

  it('whose disk rots while it is served', async () => {
    const replica = start();
    await replica.holds(await publishMany());
    change("UPDATE editions SET content = replace(content, 'Ferry 7', 'Forged 7') WHERE seq = 7");
    expect(() => titleOf(replica, 's7')).toThrow(/prepared anew/);
    await replica.holds(STORIES);
    expect(titleOf(replica, 's7')).toBe('Ferry 7');
  });

  it('beside which half a rebuild was left', async () => {
    const first = start();
    await first.holds(await publishMany());
    await stop(first);
    copyFileSync(file(), path.join(dataDir, 'replica.db.new'));
    truncateSync(file(), 10_000);
    truncateSync(join(dataDir, 'replica.db.new'), 20_000);
    const second = start();
    await second.holds(STORIES);
    expect(titleOf(second, 's1')).toBe('Ferry 1');
  });
});

it('an edition whose text is not the one that was signed is shown to nobody', async () => {
  const replica = start();
  await publish('a', 'Genuine');
  await publish('b', 'Genuine too');
  const [, second] = ledger.entries;
  if (second?.header.type === 'edition' && second.content) second.content = aContent('b', { title: 'Forged' });
  await replica.holds(2);
  expect(titleOf(replica, 'a')).toBe('Genuine');
  expect(titleOf(replica, 'b')).toBeNull();
  expect(told.some((message) => message.includes('not the one that was signed'))).toBe(true);
});
