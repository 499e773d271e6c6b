/** Without these tests two nodes that start at once, or one that is stopped on the way, could leave a database that neither can use. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testEnvironment, type Place } from '../helpers/commandLine.ts';
import { noteTransactions, rollBackTheDead } from '../helpers/deadTransactions.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { ranMigrations, type RanMigration } from '../helpers/ranMigrations.ts';
import { snapshotOf } from '../helpers/snapshot.ts';
import { PASSWORD, signIn } from '../helpers/staff.ts';
import { halfWritten } from './halfWritten.ts';

const account = { ADMIN_EMAIL: 'chief@example.org', ADMIN_PASSWORD: PASSWORD };
let place: Place;
let begun: Promise<Newsroom>[];

beforeEach(() => {
  place = testEnvironment();
  begun = [];
});
afterEach(async () => {
  for (const one of await Promise.allSettled(begun)) {
    if (one.status === 'rejected') continue;
    one.value.signal('SIGTERM');
    await one.value.exited;
  }
  await place.remove();
});

function start(env: Record<string, string> = {}): Promise<Newsroom> {
  const newsroom = startNewsroom({ on: place, env: { ...account, ...env } });
  begun.push(newsroom);
  return newsroom;
}

/** What a database says that was migrated once from empty. */
function allOnce(): RanMigration[] {
  const folder = place.databaseUrl === undefined ? 'sqlite' : 'mongodb';
  const names = readdirSync(resolve(import.meta.dirname, '../../migrations', folder)).filter((name) => /^\d+_.*\.ts$/.test(name));
  return names.sort().map((name) => ({ name: name.replace(/\.ts$/, ''), batch: 1 }));
}

const migrating = ({ logs }: Newsroom): string[] => logs.filter((line) => line.includes('Migrating'));

describe('starting', () => {
  it('two servers that start at once on the same empty database are both ready, and each migration ran once', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(await ranMigrations(place)).toEqual(allOnce());
    expect([...migrating(one), ...migrating(two)]).toHaveLength(allOnce().length);
    const [first, second] = [await signIn(one, account.ADMIN_EMAIL), await signIn(two, account.ADMIN_EMAIL)];
    expect(first.id).toBe(second.id);
    const { id } = await first.create('outlets', { name: 'Quay News', kinds: ['website'] });
    expect((await second.draft('outlets', id)).name).toBe('Quay News');
    expect((await second.edit('outlets', id, { name: 'Quay Times' })).status).toBe(200);
    expect((await first.draft('outlets', id)).name).toBe('Quay Times');
  });

  it('two servers that start at once load the sample newsroom once, whole', async () => {
    const [one] = await Promise.all([start({ LOAD_SAMPLES: 'true' }), start({ LOAD_SAMPLES: 'true' })]);
    const samples = readdirSync(resolve(import.meta.dirname, '../../samples')).filter((name) => /\.(md|txt|html|docx)$/.test(name) && name !== 'README.md');
    const now = await snapshotOf(await signIn(one, account.ADMIN_EMAIL));
    expect(now.workflow).toHaveLength(samples.length);
    expect(now.publications.length).toBe(now.workflow.filter(({ publication }) => publication === 'live').length);
    expect(halfWritten(now)).toEqual([]);
  });

  it('again migrates nothing', async () => {
    const one = await start();
    expect(migrating(one)).toHaveLength(allOnce().length);
    one.signal('SIGTERM');
    await one.exited;
    expect(migrating(await start())).toEqual([]);
    expect(await ranMigrations(place)).toEqual(allOnce());
  });

  it('after a start that was killed in the middle of its first migration, migrates from the beginning', async () => {
    const dying = [noteTransactions, resolve(import.meta.dirname, 'diesAtFirstCommit.mjs')];
    await expect(startNewsroom({ on: place, env: account, preload: dying })).rejects.toThrow('ended with null');
    await rollBackTheDead(place);
    const next = await start();
    expect(await ranMigrations(place)).toEqual(allOnce());
    expect((await signIn(next, account.ADMIN_EMAIL)).token).toBeTruthy();
  });
});
