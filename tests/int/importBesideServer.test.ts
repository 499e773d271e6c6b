import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { counterpoint, runBuilt, testEnvironment, type Answer, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator, stranger, type Caller } from '../helpers/staff.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

interface Imported {
  action: string;
  articleId: string;
  warnings: { line: number; message: string }[];
}

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
beforeEach(async () => {
  place = testEnvironment({ NEWSROOM_TIME_ZONE: 'Europe/Paris' });
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
});
afterEach(async () => {
  await newsroom.kill();
  await place.remove();
});

const imports = (...given: string[]): Promise<Answer> => counterpoint(place, ['import', '--json', ...given]);
const documents = (answer: Answer): Imported[] => (JSON.parse(answer.stdout) as { documents: Imported[] }).documents;
const found = async (caller: Caller, collection: string, query = ''): Promise<Record<string, unknown>[]> =>
  (await caller.send<{ docs: Record<string, unknown>[] }>('GET', `/api/${collection}?limit=100&depth=0${query}`)).body.docs;

describe('an import beside a running newsroom', () => {
  it('makes a draft that an editor finds whole, and that nobody else sees', async () => {
    place.write(
      'bench.md',
      storyDocument({ extra: 'Please hurry.\n\n', comment: 'A bench is **a promise**, says [the mayor](https://mayor.example/).\n\n- to sit\n- to stay' }),
    );
    const [imported] = documents(await imports('--source', 'letters', '--date', '2024-05-30', 'bench.md'));
    const story = await chief.draft('articles', imported?.articleId ?? '');
    expect(story).toMatchObject({
      title: 'A bench by the river',
      slug: 'a-bench-by-the-river',
      language: 'en',
      storyDate: '2024-05-30',
      work: 'draft',
      publication: 'none',
      notes: expect.stringContaining('Please hurry.') as string,
      origin: { source: 'letters', path: 'bench.md', digest: expect.stringMatching(/^sha-256:/) as string, rev: 1 },
    });
    const [excerpt] = await found(chief, 'news-excerpts', '&draft=true');
    expect(excerpt).toMatchObject({
      publishedOn: '2024-05-24',
      publishedOnInferred: false,
      leadIn: 'On 24 May 2024, Harbour Post reported:',
      quote: ['“The city will set up a bench by the river in June,” the mayor said.'],
      verification: 'unverified',
    });
    expect((excerpt?.snapshot as { text?: string } | undefined)?.text ?? null).toBeNull();
    const [commentary] = await found(chief, 'commentaries', '&draft=true');
    expect(commentary).toMatchObject({ capacity: 'Member of the Board', respondsTo: [excerpt?.id] });
    const body = JSON.stringify(commentary?.body);
    for (const part of ['"format":1', 'https://mayor.example/', '"type":"list"', 'to stay']) expect(body).toContain(part);
    const kinds = new Map((await found(chief, 'outlets')).map(({ name, kinds: of }) => [name, of]));
    expect(kinds).toEqual(
      new Map([
        ['Harbour Post', ['source']],
        ['River Forum', ['organisation']],
        ['Quillbay Today', ['website']],
        ['Lowmere Notes', ['website']],
      ]),
    );
    expect(await found(chief, 'authors')).toMatchObject([{ name: 'Ana Lind', role: 'Member of the Board' }]);
    for (const collection of ['articles', 'news-excerpts', 'commentaries', 'outlets', 'authors'])
      expect(await found(stranger(newsroom), collection)).toEqual([]);
  });

  it('leaves an edited draft alone, and keeps the newer text beside it, once', async () => {
    place.write('bench.md', storyDocument());
    const [first] = documents(await imports('bench.md'));
    const id = first?.articleId ?? '';
    const [excerpt] = await found(chief, 'news-excerpts', '&draft=true');
    expect((await chief.edit('news-excerpts', String(excerpt?.id), { reporter: 'Ben Okoro' })).status).toBe(200);
    expect(documents(await imports('bench.md'))).toMatchObject([{ action: 'unchanged', articleId: id }]);
    const before = await chief.draft('articles', id);
    place.write('bench.md', storyDocument({ comment: 'The newer text.' }));
    const conflict = await imports('bench.md');
    expect(conflict.code).toBe(1);
    const [beside] = documents(conflict);
    expect(beside?.action).toBe('conflict');
    expect(beside?.articleId).not.toBe(id);
    expect(await chief.draft('articles', id)).toEqual(before);
    expect(await chief.draft('articles', beside?.articleId ?? '')).toMatchObject({
      slug: 'a-bench-by-the-river-2',
      notes: expect.stringContaining(id) as string,
    });
    expect(documents(await imports('bench.md'))).toMatchObject([{ action: 'conflict', articleId: beside?.articleId }]);
    expect(await found(chief, 'articles', '&draft=true')).toHaveLength(2);
    expect((await chief.send('DELETE', `/api/articles/${beside?.articleId ?? ''}`)).status).toBe(200);
    expect(documents(await imports('bench.md'))).toMatchObject([{ action: 'unchanged', articleId: id }]);
  });

  it('publishes with the day of the story in the newsroom’s time zone, and never changes what is live', async () => {
    place.write('bench.md', storyDocument());
    const [first] = documents(await imports('--publish', '--as', 'chief@example.org', 'bench.md'));
    const id = first?.articleId ?? '';
    const [live] = await found(stranger(newsroom), 'articles');
    expect(live).toMatchObject({ id, title: 'A bench by the river' });
    expect(await found(chief, 'publications')).toMatchObject([
      { article: id, number: 1, kind: 'published', firstPublishedAt: '2024-05-23T22:00:00.000Z', backfill: true, by: { user: chief.id } },
    ]);
    place.write('bench.md', storyDocument({ title: 'Another headline' }));
    expect(documents(await imports('--publish', '--as', 'chief@example.org', 'bench.md'))).toMatchObject([{ action: 'conflict' }]);
    expect(await found(stranger(newsroom), 'articles')).toEqual([live]);
  });

  it('an outlet whose name fits several is left open, with a warning that names its line', async () => {
    for (const name of ['Astrel Herald', 'Astrel-Herald']) await chief.create('outlets', { name, kinds: ['source'] });
    place.write('bench.md', storyDocument({ outlet: 'the Astrel HERALD' }));
    const [imported] = documents(await imports('bench.md'));
    expect(imported?.warnings).toEqual([{ line: 5, message: expect.stringContaining('Astrel HERALD') as string }]);
    expect((await found(chief, 'news-excerpts', '&draft=true'))[0]?.outlet ?? null).toBeNull();
    expect((await chief.draft('articles', imported?.articleId ?? '')).notes).toContain('choose one');
  });

  it('and people who save at the same moment both get through', async () => {
    for (let number = 1; number <= 20; number += 1) place.write(`${number}.md`, storyDocument({ title: `Story ${number}`, comment: `Comment ${number}.` }));
    const importing = imports('.');
    let ended = false;
    void importing.then(() => (ended = true));
    const saved: string[] = [];
    while (!ended) saved.push((await chief.create('topics', { name: `Topic ${saved.length}` })).id);
    expect(documents(await importing).map(({ action }) => action)).toEqual(Array.from({ length: 20 }, () => 'created'));
    expect(await found(chief, 'articles', '&draft=true')).toHaveLength(20);
    expect((await chief.send<{ totalDocs: number }>('GET', '/api/topics?limit=1')).body.totalDocs).toBe(saved.length);
  });

  it('Ctrl-C ends it after the documents at hand, says so at once, and reports', async () => {
    for (let number = 1; number <= 200; number += 1) place.write(`${number}.md`, storyDocument({ title: `Story ${number}`, comment: `Comment ${number}.` }));
    const command = new URL('../../dist/newsroom/cli.mjs', import.meta.url).pathname;
    let stop: (() => void) | undefined;
    const running = runBuilt(place, command, ['import', '--json', '.'], {
      onStart: (kill) =>
        (stop = () => {
          kill('SIGINT');
        }),
    });
    while ((await found(chief, 'articles', '&draft=true')).length === 0) await Promise.resolve();
    stop?.();
    const answer = await running;
    expect(answer.code).toBe(1);
    expect(answer.stderr).toBe('Stopping after the documents at hand, which takes a moment; what is saved stays. Ctrl-C again ends at once.\n');
    const report = JSON.parse(answer.stdout) as { documents: Imported[]; notReached: number };
    expect(report.documents.length + report.notReached).toBe(200);
    expect(report.notReached).toBeGreaterThan(0);
    const { totalDocs } = (await chief.send<{ totalDocs: number }>('GET', '/api/articles?draft=true&limit=1')).body;
    expect(totalDocs).toBe(report.documents.length);
  });
});
