/** Without this test two who import at the same moment could make one picture twice. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { illustratedPage } from '../helpers/illustrated.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { picture } from '../helpers/pictures.ts';
import { firstAdministrator, type Caller, type Doc } from '../helpers/staff.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
beforeAll(async () => {
  place = testEnvironment({ NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, '../helpers/meetAtPicture.mjs')).href}` });
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
  // From now on the newsroom knows the outlets and the author that all of the documents name.
  place.write('before.html', illustratedPage('Before', []));
  await counterpoint(place, ['import', 'before.html']);
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

const pictures = async (): Promise<Doc[]> => (await chief.send<{ docs: Doc[] }>('GET', '/api/media?limit=100&depth=0')).body.docs;

/** Two documents with one picture, imported at the same moment; what became of the picture in each, and which it is. */
async function together(round: string): Promise<{ actions: string[]; heroes: unknown[] }> {
  place.env.MEETING = join(place.dataDir, `meeting-${round}`);
  mkdirSync(place.env.MEETING);
  const bytes = await picture(40, 30, (image) => image.png());
  const names = ['one', 'two'].map((name) => `${round}-${name}.html`);
  for (const name of names) place.write(name, illustratedPage(name, [{ bytes, alt: 'A quay' }], `The quay opens, says ${name}.`));
  const answers = await Promise.all(names.map((name) => counterpoint(place, ['import', '--json', name])));
  const documents = answers.flatMap(({ stdout }) => (JSON.parse(stdout) as Report).documents);
  const drafts = await Promise.all(documents.map(({ articleId }) => chief.draft('articles', articleId)));
  return { actions: documents.flatMap(({ images }) => images.map(({ action }) => action)).sort(), heroes: drafts.map(({ heroImage }) => heroImage) };
}

interface Report {
  documents: { articleId: string; images: { action: string }[] }[];
}

it('a picture that two imports bring at the same moment is made once, and again once after it was deleted', async () => {
  const first = await together('first');
  const [made, ...more] = await pictures();
  expect([more, first.actions, first.heroes]).toEqual([[], ['created', 'known'], [made?.id, made?.id]]);

  for (const { id } of (await chief.send<{ docs: Doc[] }>('GET', '/api/articles?draft=true&depth=0')).body.docs)
    await chief.send('DELETE', `/api/articles/${id}`);
  expect((await chief.send('DELETE', `/api/media/${made?.id ?? ''}`)).status).toBe(200);
  const again = await together('again');
  const [remade, ...others] = await pictures();
  expect([others, again.actions, again.heroes]).toEqual([[], ['created', 'known'], [remade?.id, remade?.id]]);
});
