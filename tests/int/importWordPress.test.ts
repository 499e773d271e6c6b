import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { counterpoint, testEnvironment, type Answer, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator, stranger, type Caller } from '../helpers/staff.ts';
import { wordpressExport } from '../helpers/wordpressExport.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
beforeAll(async () => {
  place = testEnvironment();
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.kill();
  await place.remove();
});

const imports = (...given: string[]): Promise<Answer> => counterpoint(place, ['import', '--json', '--source', 'old', ...given]);
const found = async (caller: Caller, collection: string, query = ''): Promise<Record<string, unknown>[]> =>
  (await caller.send<{ docs: Record<string, unknown>[] }>('GET', `/api/${collection}?limit=100&depth=0${query}`)).body.docs;
const html = (words: string): string =>
  `<h2>News</h2><p>On 24 May 2018, Harbour Post reported:</p><p>“${words}”</p><h2>Comment</h2><p>A bench is <strong>a promise</strong>.</p>`;
const posts = [
  { id: 7, title: 'A bench by the river', slug: 'bench', html: html('The bench comes.') },
  { id: 8, title: 'Not yet out', slug: 'not-yet', status: 'draft', html: html('The tap comes.') },
  { id: 9, type: 'attachment', html: '' },
  { id: 10, type: 'attachment', html: '' },
  { id: 11, type: 'page', title: 'The same slug', slug: 'bench', link: 'https://old.example/?p=11', html: html('The pier comes.') },
];

it('brings a site’s posts with their dates, authors, slugs and old addresses, and its drafts as drafts', async () => {
  place.write('old.xml', wordpressExport(posts));
  const answer = await imports('--publish', '--as', 'chief@example.org', 'old.xml');
  const report = JSON.parse(answer.stdout) as { documents: { file: string; action: string; articleId: string }[]; failed: unknown[]; skipped: string[] };
  expect(report.failed).toEqual([]);
  expect(answer.code).toBe(0);
  expect(report.documents.map(({ file, action }) => [file, action])).toEqual([
    ['old.xml#bench-7.html', 'created'],
    ['old.xml#not-yet-8.html', 'created'],
    ['old.xml#bench-11.html', 'created'],
  ]);
  expect(report.skipped).toEqual(['old.xml: 2 left out: it is of the kind "attachment"']);
  const [bench, draft, pier] = report.documents.map(({ articleId }) => articleId);
  const live = await found(stranger(newsroom), 'articles', '&sort=title');
  expect(live).toMatchObject([
    { id: bench, title: 'A bench by the river', slug: 'bench', storyDate: '2019-03-20' },
    { id: pier, title: 'The same slug', slug: 'the-same-slug' },
  ]);
  expect((await chief.draft('articles', pier ?? '')).notes).toContain('“bench”');
  expect(await chief.draft('articles', draft ?? '')).toMatchObject({ work: 'draft', publication: 'none' });
  expect((await found(chief, 'publications')).map(({ article, firstPublishedAt }) => [article, firstPublishedAt])).toEqual(
    expect.arrayContaining([[bench, '2019-03-20T08:30:00.000Z']]),
  );
  const [author] = await found(chief, 'authors');
  expect(author).toMatchObject({ name: 'Ana Lind' });
  for (const commentary of await found(chief, 'commentaries', '&draft=true')) expect(commentary.authors).toEqual([author?.id]);
  expect((await found(chief, 'redirects', '&sort=path')).map(({ host, path, article }) => [host, path, article])).toEqual(
    expect.arrayContaining([
      ['old.example', '/2019/bench/', bench],
      ['old.example', '/?p=11', pier],
    ]),
  );
  expect(await found(chief, 'redirects')).toHaveLength(2);
  expect((await stranger(newsroom).send('GET', '/api/redirects')).status).toBe(403);
});

it('counts posts and pages apart', async () => {
  const dry = await counterpoint(place, ['import', '--dry-run', 'old.xml']);
  expect(dry.stdout).toMatch(/^ +2 posts of a site\n +1 page of a site$/m);
});

it('knows a post again in the next export, whatever that file is called and whatever its slug has become', async () => {
  place.write('exports/newer.xml', wordpressExport(posts.map((post) => (post.id === 8 ? { ...post, slug: 'soon', html: html('Two taps come.') } : post))));
  place.write('exports/feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title></channel></rss>');
  const answer = await imports('exports');
  const report = JSON.parse(answer.stdout) as { documents: { action: string }[]; failed: unknown[]; skipped: string[] };
  expect(report.documents.map(({ action }) => action)).toEqual(['unchanged', 'updated', 'unchanged']);
  expect(report.failed).toEqual([]);
  expect(report.skipped).toContain('exports/feed.xml');
  expect(await found(chief, 'articles', '&draft=true')).toHaveLength(3);
  expect((await imports('exports/feed.xml')).code).toBe(1);
});
