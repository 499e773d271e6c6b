/** Without these tests nobody would know that what readers see is what was approved, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, bodyOf, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';

let newsroom: Newsroom;
let admin: Caller;
let editor: Caller;
let writer: Caller;
let reader: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom();
  admin = await firstAdministrator(newsroom);
  editor = await colleague(newsroom, admin, 'editor');
  writer = await colleague(newsroom, admin, 'writer');
  reader = stranger(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

const read = (collection: string, id: string) => reader.send<Doc>('GET', `/api/${collection}/${id}?depth=0`);

describe('the way of a story', () => {
  it('a draft is seen by nobody outside, over REST or GraphQL', async () => {
    const { article, excerpt, commentary, outlet, author } = await aStory(editor);
    for (const [collection, { id }] of Object.entries({
      articles: article,
      'news-excerpts': excerpt,
      commentaries: commentary,
      outlets: outlet,
      authors: author,
    })) {
      expect((await read(collection, id)).status, collection).toBe(404);
    }
    const { body } = await reader.send<{ data: { Articles: { docs: Doc[] } } }>('POST', '/api/graphql', {
      query: `{ Articles(where: { id: { equals: "${article.id}" } }) { docs { id } } }`,
    });
    expect(body.data.Articles.docs).toEqual([]);
  });

  it('after submit, approve and publish, readers see the story with all that it carries', async () => {
    const { article, excerpt } = await aStory(editor, writer);
    expect((await writer.move(article.id, 'submit')).body.workflow).toMatchObject({ work: 'in_review', publication: 'none' });
    expect((await editor.move(article.id, 'approve')).body.workflow).toMatchObject({ work: 'approved', publication: 'none' });
    const published = await editor.move(article.id, 'publish');
    expect(published.body).toMatchObject({ id: article.id, seq: expect.any(Number) as number, workflow: { work: 'draft', publication: 'live', number: 1 } });
    const { body } = await reader.send<Record<string, never>>('GET', `/api/articles/${article.id}?depth=2`);
    expect(body).toMatchObject({
      title: article.title,
      _status: 'published',
      excerpts: [{ id: excerpt.id, quote: ['“The quay opens on Monday.', 'It will stay open.”'], outlet: { slug: expect.any(String) as string } }],
      commentaries: [{ authors: [{ role: 'Member of the harbour council' }] }],
    });
    const graph = await reader.send<{ data: { Article: Doc } }>('POST', '/api/graphql', {
      query: `{ Article(id: "${article.id}") { title excerpts { quote } commentaries { capacity } } }`,
    });
    expect(graph.body.data.Article).toMatchObject({ title: article.title, commentaries: [{ capacity: 'Member of the harbour council' }] });
  });

  it('what goes out is what was approved, even if the draft moved on; the newer draft stays on top', async () => {
    const { article, commentary } = await aStory(editor);
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await editor.edit('articles', article.id, { title: 'A later thought' });
    await editor.edit('commentaries', commentary.id, { capacity: 'A later role' });
    await editor.move(article.id, 'publish');
    expect((await read('articles', article.id)).body.title).toBe(article.title);
    expect((await read('commentaries', commentary.id)).body.capacity).toBe('Member of the harbour council');
    expect(await editor.draft('articles', article.id)).toMatchObject({ title: 'A later thought', _status: 'draft' });
    expect(await editor.draft('commentaries', commentary.id)).toMatchObject({ capacity: 'A later role' });
  });

  it('editing a live story changes nothing that is out; editing its part puts it back in review', async () => {
    const { article, commentary } = await aStory(editor);
    await publish(editor, article.id);
    await editor.edit('articles', article.id, { title: 'Changed but not approved' });
    await editor.edit('commentaries', commentary.id, { body: bodyOf('Changed but not approved.') });
    expect((await read('articles', article.id)).body.title).toBe(article.title);
    expect(JSON.stringify((await read('commentaries', commentary.id)).body)).not.toContain('not approved');
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'in_review', publication: 'live' });
    await editor.move(article.id, 'approve');
    await editor.move(article.id, 'publish');
    expect((await read('articles', article.id)).body.title).toBe('Changed but not approved');
    expect(JSON.stringify((await read('commentaries', commentary.id)).body)).toContain('not approved');
  });

  it('a withdrawn story and what only it carried are gone for readers; another story keeps its part', async () => {
    const first = await aStory(editor);
    const second = await aStory(editor, editor, { title: 'Shares a report', excerpts: [first.excerpt.id], commentaries: [] });
    await publish(editor, first.article.id);
    await publish(editor, second.article.id);
    const refused = await editor.move(first.article.id, 'withdraw');
    expect(refused.status).toBe(422);
    expect((await editor.move(first.article.id, 'withdraw', { notice: 'The report was wrong.' })).body.workflow).toMatchObject({ publication: 'withdrawn' });
    expect((await read('articles', first.article.id)).status).toBe(404);
    expect((await read('commentaries', first.commentary.id)).status).toBe(404);
    expect((await read('news-excerpts', first.excerpt.id)).status).toBe(200);
    await editor.move(second.article.id, 'withdraw', { notice: 'This too.' });
    expect((await read('news-excerpts', first.excerpt.id)).status).toBe(404);
  });

  it('a story under embargo is seen by nobody before its time, and appears at its time with its approved parts', async () => {
    const until = new Date(Date.now() + 4_000);
    const { article, commentary } = await aStory(editor, editor, { embargoUntil: until.toISOString() });
    await editor.edit('commentaries', commentary.id, { capacity: 'As approved' });
    await publish(editor, article.id);
    const early = await read('articles', article.id);
    if (Date.now() < until.getTime()) expect(early.status).toBe(404);
    await expect.poll(async () => (await read('articles', article.id)).status, { timeout: 20_000 }).toBe(200);
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
    expect((await read('commentaries', commentary.id)).body.capacity).toBe('As approved');
    const late = await editor.edit('articles', article.id, { embargoUntil: new Date(Date.now() + 60_000).toISOString() });
    expect(late.status).toBe(409);
  });
});

describe('what is refused', () => {
  it('a story that is not ready, with every field that is missing named', async () => {
    const excerpt = await editor.create('news-excerpts', { leadIn: 'Somebody reported:' });
    const commentary = await editor.create('commentaries', { capacity: 'Nobody yet' });
    const article = await editor.create('articles', { title: 'Half a story', excerpts: [excerpt.id], commentaries: [commentary.id] });
    const { status, headers, body } = await editor.move(article.id, 'submit');
    expect(status).toBe(409);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.type).toMatch(/\/v1\/docs\/errors\/not-ready$/);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/excerpts/0/outlet', '/excerpts/0/quote', '/commentaries/0/authors', '/commentaries/0/body']);
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'draft' });
  });

  it('publishing twice is one publication', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    const again = await editor.move(article.id, 'publish');
    expect(again.status).toBe(409);
    const { body } = await editor.send<{ totalDocs: number }>('GET', `/api/publications?where[article][equals]=${article.id}`);
    expect(body.totalDocs).toBe(1);
  });

  it.each(['approve', 'publish', 'withdraw', 'return'])('%s by a writer, and submit of a colleague’s story', async (transition) => {
    const { article } = await aStory(editor);
    expect((await writer.move(article.id, transition, { reason: 'x', notice: 'x' })).status).toBe(403);
    expect((await writer.move(article.id, 'submit')).status).toBe(403);
    expect((await reader.move(article.id, transition)).status).toBe(401);
  });

  it('deleting an outlet that is quoted, naming the story', async () => {
    const { article, outlet, excerpt, author } = await aStory(editor);
    for (const [collection, { id }] of Object.entries({ outlets: outlet, 'news-excerpts': excerpt, authors: author })) {
      const { status, body } = await editor.send('DELETE', `/api/${collection}/${id}`);
      expect(status, collection).toBe(409);
      expect(JSON.stringify(body)).toContain(String(article.title));
    }
  });

  it('deleting a story that was ever published; a draft that never was can go, with its slug', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    await editor.move(article.id, 'withdraw', { notice: 'Wrong.' });
    expect((await editor.send('DELETE', `/api/articles/${article.id}`)).status).toBe(409);
    const draft = await aStory(editor);
    expect((await editor.send('DELETE', `/api/articles/${draft.article.id}`)).status).toBe(200);
    const slugs = await editor.send<{ totalDocs: number }>('GET', `/api/slugs?where[article][equals]=${draft.article.id}`);
    expect(slugs.body.totalDocs).toBe(0);
  });

  it('a reference to nothing, naming the field', async () => {
    const { article } = await aStory(editor);
    const { status, body } = await editor.edit('articles', article.id, { outlets: ['0197f3c0-0000-7000-8000-000000000000'] });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('outlets');
  });
});

describe('what a client’s body cannot do', () => {
  it('publish, set a revision, a release, an owner or an id', async () => {
    const doc = await writer.create('articles', {
      id: '0197f3c0-0000-7000-8000-000000000001',
      title: 'With wishes',
      _status: 'published',
      rev: 77,
      publicFrom: '2000-01-01T00:00:00.000Z',
      owner: editor.id,
      work: 'approved',
      publication: 'live',
      origin: { source: 'me' },
    });
    expect(doc.id).not.toBe('0197f3c0-0000-7000-8000-000000000001');
    expect(await editor.draft('articles', doc.id)).toMatchObject({
      _status: 'draft',
      rev: 1,
      publicFrom: null,
      owner: writer.id,
      work: 'draft',
      publication: 'none',
    });
    expect((await editor.draft('articles', doc.id)).origin ?? null).toBeNull();
    expect((await read('articles', doc.id)).status).toBe(404);
  });

  it('restoring an old version or duplicating writes a draft and no stage', async () => {
    const { article } = await aStory(editor);
    await publish(editor, article.id);
    await editor.edit('articles', article.id, { title: 'Second text' });
    const { body } = await editor.send<{ docs: { id: string }[] }>('GET', `/api/articles/versions?where[parent][equals]=${article.id}&sort=createdAt&limit=1`);
    expect((await editor.send('POST', `/api/articles/versions/${body.docs[0]?.id ?? ''}`, {})).status).toBe(200);
    expect((await read('articles', article.id)).body.title).toBe(article.title);
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'draft', publication: 'live', _status: 'draft' });
    const copy = await editor.send<{ doc: Doc }>('POST', `/api/articles/${article.id}/duplicate`, {});
    expect(copy.status).toBe(200);
    expect(await editor.draft('articles', copy.body.doc.id)).toMatchObject({ publication: 'none', work: 'draft', publicFrom: null });
    expect(copy.body.doc.slug).not.toBe(article.slug);
    expect((await read('articles', copy.body.doc.id)).status).toBe(404);
  });

  it('write any record of the newsroom', async () => {
    for (const record of ['workflow', 'approvals', 'publications', 'transitions', 'cascades', 'slugs', 'carriages']) {
      expect((await admin.send('POST', `/api/${record}`, { article: 'x' })).status, record).toBe(403);
      expect((await reader.send('GET', `/api/${record}`)).status, record).toBe(403);
    }
  });
});

describe('edits of one document by several', () => {
  it('an update without a revision is asked for one, and a stale one is told of the newer', async () => {
    const { article } = await aStory(editor);
    expect((await editor.send('PATCH', `/api/articles/${article.id}`, { summary: 'x' })).status).toBe(428);
    const stale = { 'If-Match': `"${article.rev ?? 0}"` };
    expect((await editor.send('PATCH', `/api/articles/${article.id}`, { summary: 'mine' }, stale)).status).toBe(200);
    const second = await editor.send('PATCH', `/api/articles/${article.id}`, { summary: 'theirs' }, stale);
    expect(second.status).toBe(412);
    expect(JSON.stringify(second.body)).toContain('mine');
    expect(JSON.stringify(second.body)).toContain('theirs');
    expect((await editor.draft('articles', article.id)).summary).toBe('mine');
  });

  it('of ten edits of one revision at once, one wins', async () => {
    const { outlet } = await aStory(editor);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        editor.send('PATCH', `/api/outlets/${outlet.id}`, { country: `A${'ABCDEFGHIJ'[number] ?? ''}` }, { 'If-Match': `"${outlet.rev ?? 0}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });
});

describe('addresses of stories', () => {
  it('come from titles in any script, one story each, and are not given away', async () => {
    const made = async (title: string, language: string) => (await editor.create('articles', { title, language })).slug;
    expect(await made('Трамвай вернулся в город', 'ru')).toBe('tramvay-vernulsya-v-gorod');
    expect(await made('Трамвай вернулся в город', 'ru')).toBe('tramvay-vernulsya-v-gorod-2');
    expect(await made('電車が戻った', 'ja')).toMatch(/^\S+$/u);
    expect(await made('!!!', 'en')).toBe('story');
    const { article } = await aStory(editor);
    const taken = await editor.send('POST', '/api/articles', { title: 'Another', slug: article.slug });
    expect(taken.status).toBe(400);
    expect(JSON.stringify(taken.body)).toContain('slug');
    expect(await made(String(article.title), 'fr')).toBe(article.slug);
  });

  it('a slug that was published stays with its story, one of a draft is freed', async () => {
    const { article } = await aStory(editor, editor, { slug: 'once-published' });
    await publish(editor, article.id);
    await editor.edit('articles', article.id, { slug: 'renamed' });
    expect((await editor.send('POST', '/api/articles', { title: 'x', slug: 'once-published' })).status).toBe(400);
    const draft = await editor.create('articles', { title: 'y', slug: 'only-a-draft' });
    await editor.edit('articles', draft.id, { slug: 'changed-my-mind' });
    expect((await editor.send('POST', '/api/articles', { title: 'z', slug: 'only-a-draft' })).status).toBe(201);
  });
});

describe('what readers may ask', () => {
  it('staff-only fields are in no answer', async () => {
    const { article, excerpt } = await aStory(editor, editor, { notes: 'secret-note' });
    await editor.edit('news-excerpts', excerpt.id, { notes: 'secret-note', snapshot: { text: 'secret-snapshot' }, reporterContact: 'secret-contact' });
    await publish(editor, article.id);
    const { body } = await reader.send('GET', `/api/articles/${article.id}?depth=2`);
    const text = JSON.stringify(body);
    expect(text).not.toContain('secret-');
    for (const field of ['owner', 'rev', 'publicFrom', 'origin', 'notes', 'work', 'workflow']) expect(Object.keys(body)).not.toContain(field);
  });

  it.each([
    '/api/articles?where[notes][like]=s',
    '/api/articles?where[owner.email][like]=c',
    '/api/articles?where[or][0][and][0][origin][exists]=true',
    '/api/articles?sort=-publicFrom',
    '/api/articles?depth=3',
    '/api/articles/count?where[notes][like]=s',
  ])('a question about what is not public is refused: %s', async (path) => {
    expect((await reader.send('GET', path)).status).toBe(400);
  });

  it('drafts, versions and accounts are refused', async () => {
    expect((await reader.send('GET', '/api/articles?draft=true')).status).toBe(403);
    expect((await reader.send('GET', '/api/articles/versions')).status).toBe(403);
    expect((await reader.send('GET', '/api/users')).status).toBe(403);
  });
});
