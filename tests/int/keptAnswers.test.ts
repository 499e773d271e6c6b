import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, colleague, firstAdministrator, publish, stranger, type Caller } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

vi.setConfig({ testTimeout: 120_000 });

let place: Place;
let newsroom: Newsroom;
let editor: Caller;
beforeAll(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  editor = await colleague(newsroom, await firstAdministrator(newsroom), 'editor');
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

const list = '/api/articles?limit=50&depth=0';
const listed = async (caller: Caller = stranger(newsroom)): Promise<string[]> =>
  (await caller.send<{ docs: { title: string }[] }>('GET', list)).body.docs.map(({ title }) => title);
/** Twice, so that the second answer may be the first one, kept. */
const listedTwice = async (): Promise<string[]> => {
  const first = await listed();
  expect(await listed()).toEqual(first);
  return first;
};

it('readers’ next read shows what a colleague has just published or withdrawn, however often they asked before', async () => {
  const { article } = await aStory(editor, editor, { title: 'The ferry runs again' });
  expect(await listedTwice()).not.toContain('The ferry runs again');
  await publish(editor, article.id);
  expect(await listedTwice()).toContain('The ferry runs again');
  await editor.move(article.id, 'withdraw', { notice: 'The ferry does not run.' });
  expect(await listedTwice()).not.toContain('The ferry runs again');
});

it('a story that another process publishes is in the next answer', async () => {
  await listedTwice();
  place.write('bench.md', storyDocument({}));
  const { body } = await editor.send<{ user: { email: string } }>('GET', '/api/users/me');
  const { code } = await counterpoint(place, ['import', '--publish', '--as', body.user.email, '--date', '2024-05-30', 'bench.md']);
  expect(code).toBe(0);
  expect(await listedTwice()).toContain('A bench by the river');
});

it('a list that was asked for before an embargo’s end shows the story after it, not earlier', async () => {
  const until = Date.now() + 4_000;
  const { article } = await aStory(editor, editor, { title: 'Held until the bell', embargoUntil: new Date(until).toISOString() });
  await publish(editor, article.id);
  const early = await listedTwice();
  if (Date.now() < until) expect(early).not.toContain('Held until the bell');
  await expect.poll(listed, { timeout: 20_000 }).toContain('Held until the bell');
  expect(Date.now()).toBeGreaterThanOrEqual(until);
});

it('what staff may see is never in what a stranger is given, nor the other way round', async () => {
  await aStory(editor, editor, { title: 'Not for readers yet' });
  const own = await editor.send<{ docs: { title: string }[] }>('GET', `${list}&draft=true`);
  expect(own.body.docs.map(({ title }) => title)).toContain('Not for readers yet');
  expect(await listedTwice()).not.toContain('Not for readers yet');
  expect(await listed(editor)).toContain('Not for readers yet');
});
