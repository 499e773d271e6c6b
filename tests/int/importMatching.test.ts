import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator, type Caller } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
const ids: Record<string, string> = {};
beforeAll(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
  ids.post = (await chief.create('outlets', { name: 'Société Générale du Port GmbH', aliases: ['The Dockside'], kinds: ['source'] })).id;
  ids.author = (await chief.create('authors', { name: 'Ana-María Lindström', aliases: ['A. M. Lindström'], role: 'Editor' })).id;
  for (const name of ['Ben Okoro', 'Ben Okoró']) await chief.create('authors', { name });
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

const found = async (collection: string): Promise<Record<string, unknown>[]> =>
  (await chief.send<{ docs: Record<string, unknown>[] }>('GET', `/api/${collection}?limit=100&depth=0&draft=true`)).body.docs;

const outlets = ['The Dockside', 'SOCIÉTÉ GÉNÉRALE DU PORT GMBH', 'Societe Generale du Port', 'the Société-Générale du Port, Ltd'];
const authors = ['A. M. Lindström', 'Ana María Lindstrom', 'ANA-MARÍA LINDSTRÖM', 'Ana-María Lindström'];

it('an outlet or author that is written otherwise is the same one, with the role as printed beside the comment', async () => {
  outlets.forEach((outlet, number) => {
    place.write(`same/${number}.md`, storyDocument({ title: `Same ${number}`, outlet, author: authors[number] ?? '', comment: `Comment ${number}.` }));
  });
  const answer = await counterpoint(place, ['import', '--json', 'same']);
  expect(answer.code).toBe(0);
  const excerpts = await found('news-excerpts');
  expect(excerpts.map(({ outlet }) => outlet)).toEqual(outlets.map(() => ids.post));
  const commentaries = await found('commentaries');
  expect(commentaries.map(({ authors: signed, capacity }) => [signed, capacity])).toEqual(authors.map(() => [[ids.author], 'Member of the Board']));
  // What the newsroom knows of its author stays as it is.
  expect((await found('authors')).find(({ id }) => id === ids.author)).toMatchObject({ name: 'Ana-María Lindström', role: 'Editor' });
});

it('a new author brings the role that is printed, and an unclear name is listed with everybody it could be', async () => {
  place.write('new/1.md', storyDocument({ title: 'New 1', author: 'Mara Tellis', comment: 'New.' }));
  place.write('new/2.md', storyDocument({ title: 'New 2', author: 'BEN OKORO', comment: 'Unclear.' }));
  const answer = await counterpoint(place, ['import', 'new']);
  expect(answer.code).toBe(0);
  expect((await found('authors')).find(({ name }) => name === 'Mara Tellis')).toMatchObject({ role: 'Member of the Board' });
  expect(answer.stderr).toMatch(/choose the author: “BEN OKORO” could be Ben Okor[oó] \([^)]+\) or Ben Okor[oó] \([^)]+\), in 1 document/);
  expect(answer.stdout).toMatch(/1 name to choose for/);
  expect((await found('authors')).filter(({ name }) => String(name).toUpperCase().startsWith('BEN'))).toHaveLength(2);
  const [unclear] = (await found('articles')).filter(({ title }) => title === 'New 2');
  expect(unclear?.notes).toContain('Ben Okoró');
});

it('an outlet that is known in one language is the same one in all, and a story in another shows the name that there is', async () => {
  // In French alone.
  const french = '# Le quai\n\n## Actualité\n\nLe 24 mai 2024, Le Journal du Quai a écrit :\n\n« Le quai ouvre. »\n\n## Commentaire\n\nEnfin.\n';
  place.write('fr/quai.md', french);
  // In two languages, with another name in each.
  const bulletin = await chief.create('outlets', { name: 'Harbour Bulletin', kinds: ['source'] });
  const named = await chief.send('PATCH', `/api/outlets/${bulletin.id}?locale=fr`, { name: 'Bulletin du Havre' }, { 'If-Match': '"1"' });
  expect(named.status).toBe(200);
  place.write('en/1.md', storyDocument({ title: 'English 1', outlet: 'Le Journal du Quai', comment: 'One.' }));
  place.write('en/2.md', storyDocument({ title: 'English 2', outlet: 'Bulletin du Havre', comment: 'Two.' }));
  // The French one is not ready, and stays a draft.
  const { stdout } = await counterpoint(place, ['import', '--publish', '--as', 'chief@example.org', 'fr', 'en']);
  expect(stdout).toMatch(/^ +3 created\n +2 published\n/);
  const excerpts = (await found('news-excerpts')).filter(({ leadIn }) => /Quai|Havre/.test(String(leadIn)));
  expect(new Set(excerpts.map(({ outlet }) => outlet)).size).toBe(2);
  expect(excerpts.filter(({ outlet }) => outlet === bulletin.id)).toHaveLength(1);
  const approved = (await found('approvals')).map(({ content }) => JSON.stringify(content));
  expect(approved.some((content) => content.includes('English 1') && content.includes('"name":"Le Journal du Quai"'))).toBe(true);
  expect(approved.some((content) => content.includes('English 2') && content.includes('"name":"Harbour Bulletin"'))).toBe(true);
});
