/** Without these tests a story could go out early, twice, or as something that nobody approved, with nobody at the desk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, atAddress, colleague, firstAdministrator, publish, stranger, type Caller, type Doc, type Moved } from '../helpers/staff.ts';

let newsroom: Newsroom;
let editor: Caller;
let reader: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom({ env: { NEWSROOM_TIME_ZONE: 'Europe/Paris' } });
  editor = await colleague(newsroom, await firstAdministrator(newsroom), 'editor');
  reader = stranger(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

const read = (id: string) => reader.send<Doc>('GET', `/api/articles/${id}?depth=0`);
const inMilliseconds = (milliseconds: number) => new Date(Date.now() + milliseconds);
const hour = 3_600_000;

async function approved(article: Record<string, unknown> = {}): Promise<Doc> {
  const story = await aStory(editor, editor, article);
  await editor.move(story.article.id, 'submit');
  const { status, body } = await editor.move(story.article.id, 'approve');
  if (status !== 200) throw new Error(JSON.stringify(body));
  return story.article;
}

async function publications(article: string): Promise<Doc[]> {
  return (await editor.send<{ docs: Doc[] }>('GET', `/api/publications?where[article][equals]=${article}&sort=number&limit=50`)).body.docs;
}

async function steps(article: string): Promise<Doc[]> {
  return (await editor.send<{ docs: Doc[] }>('GET', `/api/transitions?where[article][equals]=${article}&sort=at&limit=50`)).body.docs;
}

const stage = (moved: Moved) => moved.workflow;

describe('a scheduled story', () => {
  it('goes out by itself at its time and not before, as it was approved, and the record says who', async () => {
    const article = await approved();
    const at = inMilliseconds(3_000);
    const scheduled = await editor.move(article.id, 'schedule', { at: at.toISOString() });
    expect(stage(scheduled.body)).toMatchObject({ work: 'scheduled', publication: 'none', scheduledFor: at.toISOString() });
    await editor.edit('articles', article.id, { title: 'A later thought' });
    const early = await read(article.id);
    if (Date.now() < at.getTime()) expect(early.status).toBe(404);
    await expect.poll(async () => (await read(article.id)).status, { timeout: 20_000 }).toBe(200);
    expect((await read(article.id)).body.title).toBe(article.title);
    const [publication, ...more] = await publications(article.id);
    expect(more).toEqual([]);
    expect(publication).toMatchObject({ kind: 'published', by: { system: 'schedule' } });
    expect(Date.parse(publication?.at as string)).toBeGreaterThanOrEqual(at.getTime());
    expect((await steps(article.id)).at(-1)).toMatchObject({ transition: 'publish', by: { system: 'schedule' } });
    expect(await editor.draft('articles', article.id)).toMatchObject({ title: 'A later thought', work: 'draft', publication: 'live' });
  });

  it('that is taken off the schedule stays approved and does not go out', async () => {
    const article = await approved();
    await editor.move(article.id, 'schedule', { at: inMilliseconds(hour).toISOString() });
    const { status, body } = await editor.move(article.id, 'unschedule', { reason: 'Not today.' });
    expect(status).toBe(200);
    expect(stage(body)).toMatchObject({ work: 'approved', scheduledFor: null });
    expect((await editor.move(article.id, 'unschedule')).status).toBe(409);
    expect((await editor.move(article.id, 'publish')).status).toBe(200);
  });

  it('can be published before its time, and then does not go out again', async () => {
    const article = await approved();
    await editor.move(article.id, 'schedule', { at: inMilliseconds(hour).toISOString() });
    expect(stage((await editor.move(article.id, 'publish')).body)).toMatchObject({ work: 'draft', publication: 'live', scheduledFor: null });
  });

  it('under an embargo that ends after its time is seen at the end of the embargo', async () => {
    const until = inMilliseconds(5_000);
    const article = await approved({ embargoUntil: until.toISOString() });
    await editor.move(article.id, 'schedule', { at: inMilliseconds(1_000).toISOString() });
    await expect.poll(async () => (await publications(article.id)).length, { timeout: 20_000 }).toBe(1);
    const before = await read(article.id);
    if (Date.now() < until.getTime()) expect(before.status).toBe(404);
    await expect.poll(async () => (await read(article.id)).status, { timeout: 20_000 }).toBe(200);
    const [publication] = await publications(article.id);
    expect(publication).toMatchObject({ embargoUntil: until.toISOString(), firstPublishedAt: until.toISOString() });
  });

  it.each<[string, unknown]>([
    ['no time', undefined],
    ['a time that has passed', '2020-01-01T00:00:00Z'],
    ['a day that does not exist', '2027-02-30T10:00:00Z'],
    ['words', 'tomorrow'],
    ['a day', '2999-01-01'],
  ])('is not scheduled for %s', async (_what, at) => {
    const article = await approved();
    const { status, headers, body } = await editor.move(article.id, 'schedule', { at });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/at']);
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'approved' });
  });

  it.each([
    ['comes twice', '2090-10-29T02:30', '2090-10-29T02:30:00+02:00', '2090-10-29T02:30:00+01:00'],
    ['does not exist', '2090-03-26T02:30', '2090-03-26T01:30:00+01:00', '2090-03-26T03:30:00+02:00'],
  ])('is told both choices for a time that %s when the clocks of the newsroom change', async (why, at, first, second) => {
    const article = await approved();
    const { status, body } = await editor.move(article.id, 'schedule', { at });
    expect(status).toBe(422);
    expect(body.detail).toContain(why);
    const [part] = body.errors ?? [];
    const asUtc = (text: string) => ({ at: text, utc: new Date(text).toISOString().replace('.000', '') });
    expect(part).toMatchObject({ pointer: '/at', choices: [asUtc(first), asUtc(second)] });
    const chosen = await editor.move(article.id, 'schedule', { at: second });
    expect(stage(chosen.body)).toMatchObject({ scheduledFor: new Date(second).toISOString() });
  });

  it('at a time without an offset goes out by the clocks of the newsroom', async () => {
    const article = await approved();
    const { body } = await editor.move(article.id, 'schedule', { at: '2090-07-01T09:30' });
    expect(stage(body)).toMatchObject({ scheduledFor: '2090-07-01T07:30:00.000Z' });
  });

  it('needs an approval', async () => {
    const { article } = await aStory(editor);
    expect((await editor.move(article.id, 'schedule', { at: inMilliseconds(hour).toISOString() })).status).toBe(409);
  });
});

describe('a correction', () => {
  it('is an edition with the notice that readers get; without words it is refused', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    await editor.edit('articles', article.id, { title: 'The quay opens on Tuesday' });
    expect((await editor.move(article.id, 'correct', { notice: 'It is Tuesday.' })).status).toBe(409);
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    expect((await editor.move(article.id, 'correct', { notice: ' ' })).status).toBe(422);
    const { body } = await editor.move(article.id, 'correct', { notice: 'It is Tuesday.' });
    expect(stage(body)).toMatchObject({ work: 'draft', publication: 'live', number: 2 });
    expect((await read(article.id)).body.title).toBe('The quay opens on Tuesday');
    expect((await publications(article.id)).map(({ kind, notice }) => [kind, notice])).toEqual([
      ['published', null],
      ['corrected', 'It is Tuesday.'],
    ]);
  });

  it('of a story that is not out is refused', async () => {
    const article = await approved();
    expect((await editor.move(article.id, 'correct', { notice: 'x' })).status).toBe(409);
  });
});

describe('a withdrawn story', () => {
  it('comes back as it last was, and what is approved meanwhile waits', async () => {
    const { article, excerpt } = await aStory(editor);
    await publish(editor, article.id);
    const [first] = await publications(article.id);
    await editor.move(article.id, 'withdraw', { notice: 'We are checking it.' });
    await editor.edit('articles', article.id, { title: 'Not yet' });
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await editor.move(article.id, 'schedule', { at: inMilliseconds(hour).toISOString() });
    const { body } = await editor.move(article.id, 'reinstate');
    expect(stage(body)).toMatchObject({ work: 'scheduled', publication: 'live', number: 3 });
    expect((await read(article.id)).body.title).toBe(article.title);
    expect((await reader.send('GET', `/api/news-excerpts/${excerpt.id}`)).status).toBe(200);
    const [, , third] = await publications(article.id);
    expect(third).toMatchObject({ kind: 'published', approval: first?.approval, firstPublishedAt: first?.firstPublishedAt });
    expect(stage((await editor.move(article.id, 'publish')).body)).toMatchObject({ number: 4, scheduledFor: null });
    expect((await read(article.id)).body.title).toBe('Not yet');
  });

  it('whose embargo is still ahead comes back under it, and was first published when it ends', async () => {
    const until = inMilliseconds(hour);
    const { article } = await aStory(editor, editor, { embargoUntil: until.toISOString() });
    await publish(editor, article.id);
    await editor.move(article.id, 'withdraw', { notice: 'Not yet.' });
    await editor.move(article.id, 'reinstate');
    expect((await read(article.id)).status).toBe(404);
    expect((await publications(article.id)).map(({ kind, firstPublishedAt }) => [kind, firstPublishedAt])).toEqual([
      ['published', until.toISOString()],
      ['withdrawn', null],
      ['published', until.toISOString()],
    ]);
  });

  it('a story that is out or never was cannot be reinstated', async () => {
    const { article } = await aStory(editor);
    expect((await editor.move(article.id, 'reinstate')).status).toBe(409);
    await publish(editor, article.id);
    expect((await editor.move(article.id, 'reinstate')).status).toBe(409);
  });
});

describe('a story that cannot go out at its time', () => {
  it('says why on its row, is tried again after a pause, and goes on when the reason is gone', async () => {
    const until = inMilliseconds(4_000);
    const { article } = await aStory(editor, editor, { embargoUntil: until.toISOString() });
    await publish(editor, article.id);
    // Before the release a later embargo can still be set; by the time the new text is due, readers have seen the story.
    await editor.edit('articles', article.id, { title: 'More on the quay', embargoUntil: inMilliseconds(hour).toISOString() });
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    expect((await editor.move(article.id, 'schedule', { at: new Date(until.getTime() + 1_000).toISOString() })).status).toBe(200);
    const problem = async () => (await row(article.id)).problem as { slug: string; detail: string; attempts: number } | null;
    await expect.poll(async () => (await problem())?.attempts, { timeout: 30_000 }).toBe(1);
    expect(await problem()).toMatchObject({ slug: 'already-released', detail: expect.stringContaining('under embargo') as string });
    expect((await read(article.id)).body.title).toBe(article.title);
    await expect.poll(async () => (await problem())?.attempts, { timeout: 30_000 }).toBe(2);
    expect(await publications(article.id)).toHaveLength(1);

    const { body } = await editor.move(article.id, 'unschedule');
    expect(body.workflow).toMatchObject({ work: 'approved', problem: null, nextAttemptAt: null });
    await editor.move(article.id, 'return', { reason: 'The embargo is over.' });
    await editor.edit('articles', article.id, { embargoUntil: null });
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await editor.move(article.id, 'schedule', { at: inMilliseconds(1_000).toISOString() });
    await expect.poll(async () => (await read(article.id)).body.title, { timeout: 20_000 }).toBe('More on the quay');
    expect(await problem()).toBeNull();
  });
});

describe('two nodes on one database', () => {
  it('publish once what both are asked for at the same moment, and each of many stories that are due at once', async () => {
    const second = await startNewsroom({ on: newsroom });
    try {
      const articles: Doc[] = [];
      while (articles.length < 12) articles.push(await approved());
      const at = inMilliseconds(6_000).toISOString();
      const here = atAddress(second, editor);
      const asked = await approved();
      const answers = await Promise.all([editor, here, editor, here].map((node) => node.move(asked.id, 'publish')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expect(await publications(asked.id)).toHaveLength(1);
      for (const { id } of articles) expect((await editor.move(id, 'schedule', { at })).status).toBe(200);
      for (const { id } of articles) await expect.poll(async () => (await read(id)).status, { timeout: 30_000 }).toBe(200);
      for (const { id } of articles) {
        expect(await publications(id)).toHaveLength(1);
        expect((await steps(id)).filter(({ transition }) => transition === 'publish')).toHaveLength(1);
        expect(await row(id)).toMatchObject({ leaseOwner: null, problem: null });
      }
      expect([...newsroom.logs, ...second.logs].filter((line) => line.includes('could not go out') && articles.some(({ id }) => line.includes(id)))).toEqual(
        [],
      );
    } finally {
      second.signal('SIGTERM');
      await second.exited;
    }
  });
});

async function row(article: string): Promise<Doc> {
  const [found] = (await editor.send<{ docs: Doc[] }>('GET', `/api/workflow?where[article][equals]=${article}`)).body.docs;
  if (found === undefined) throw new Error('The story has no row.');
  return found;
}
