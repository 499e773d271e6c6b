/** Without this test a command beside a running server, a second writer on one database, could make either of them fail. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { Journal } from '../helpers/journal.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { PersistentClient } from '../helpers/persistentClient.ts';
import { snapshotOf } from '../helpers/snapshot.ts';
import { firstAdministrator, type Caller } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';
import { writeStory, type Memory } from '../helpers/storyWorkload.ts';
import { halfWritten } from './halfWritten.ts';
import { brokenPromises } from './kept.ts';

const DOCUMENTS = 10;
const CLIENTS = 3;

let place: Place;
let newsroom: Newsroom;
let chief: Caller;

beforeEach(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
});
afterEach(async () => {
  newsroom.signal('SIGTERM');
  await newsroom.exited;
  await place.remove();
});

it('while the server writes and publishes, commands import and publish: everything is written, and nobody fails', async () => {
  for (let number = 1; number <= DOCUMENTS; number += 1) {
    place.write(`${number}.md`, storyDocument({ title: `Bench ${number}`, outlet: `Harbour Post ${number}`, comment: `Bench ${number} is a promise.` }));
  }
  const journal = new Journal();
  const client = new PersistentClient(() => Promise.resolve(chief), journal);
  const site = await client.create('outlets', { name: 'Quay News', kinds: ['website'] });
  let importing = true;
  let begun = 0;
  const write = async (): Promise<void> => {
    const memory: Memory = {};
    while (importing) await writeStory(client, journal, (begun += 1), { site }, memory);
  };
  const command = ['import', '--json', '--publish', '--as', 'chief@example.org', '.'];
  const imports = counterpoint(place, command).finally(() => (importing = false));
  const [imported] = await Promise.all([imports, ...Array.from({ length: CLIENTS }, write)]);

  const { documents, failed } = JSON.parse(imported.stdout) as { documents: { action: string; articleId: string }[]; failed: unknown[] };
  expect(failed).toEqual([]);
  expect(imported.code).toBe(0);
  expect(documents.map(({ action }) => action)).toEqual(Array(DOCUMENTS).fill('created'));
  const now = await snapshotOf(chief);
  expect(brokenPromises(journal, now)).toEqual([]);
  expect(halfWritten(now)).toEqual([]);
  const live = now.workflow.filter(({ publication }) => publication === 'live').map(({ article }) => article);
  expect(documents.filter(({ articleId }) => !live.includes(articleId))).toEqual([]);
  expect(begun).toBeGreaterThan(CLIENTS);
  expect(journal.unanswered).toBe(0);
});
