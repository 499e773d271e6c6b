/** Without these tests of two people at one document the second could write over the first, and neither would hear of it. */
import fc from 'fast-check';
import { sharp } from '../helpers/sharp.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, bodyOf, colleague, firstAdministrator, PASSWORD, type Answer, type Caller, type Doc } from '../helpers/staff.ts';

interface Conflict {
  errors: { name: string; message: string; data: { rev: number; current: Doc; yours: Record<string, unknown> } }[];
}
interface GraphAnswer {
  data: Record<string, Doc | null> | null;
  errors?: { extensions: { statusCode: number; name: string; data: { rev: number; current: Doc; yours: Doc } } }[];
}

let newsroom: Newsroom;
let admin: Caller;
let editor: Caller;
let writer: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom();
  admin = await firstAdministrator(newsroom);
  editor = await colleague(newsroom, admin, 'editor');
  writer = await colleague(newsroom, admin, 'writer');
});
afterAll(async () => {
  await newsroom.stop();
});

/** Every kind of document that people edit: how one is made, and a text in it that twenty people want to change. */
const EDITABLE: Record<string, { make: () => Promise<Doc>; field: string }> = {
  articles: { make: () => editor.create('articles', { title: 'Twenty hands' }), field: 'summary' },
  'news-excerpts': { make: () => editor.create('news-excerpts', { leadIn: 'The Gazette reported:' }), field: 'reporter' },
  commentaries: { make: () => editor.create('commentaries', { body: bodyOf('A text.') }), field: 'capacity' },
  media: { make: picture, field: 'caption' },
  authors: { make: () => editor.create('authors', { name: 'Mara Twenty' }), field: 'name' },
  outlets: { make: () => editor.create('outlets', { name: 'Twenty Wire', kinds: ['source'] }), field: 'usageTerms' },
  topics: { make: () => editor.create('topics', { name: 'Twenty' }), field: 'name' },
  users: { make: async () => ({ ...(await admin.draft('users', writer.id)) }), field: 'name' },
};

describe('twenty people change one document at once', () => {
  for (const [collection, { make, field }] of Object.entries(EDITABLE)) {
    it(`of ${collection}: one is saved, and nineteen are told, with both versions`, async () => {
      const { id, rev = 0 } = await make();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          admin.send<Conflict & { doc: Doc }>('PATCH', `/api/${collection}/${id}`, { [field]: `Words of ${number}` }, { 'If-Match': `"${rev}"` }),
        ),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)]);
      const winner = won[0]?.body.doc[field];
      answers.forEach(({ status, body, headers }, number) => {
        if (status === 200) return;
        const [{ name, data } = { name: '', data: undefined }] = body.errors;
        expect(name).toBe('stale-revision');
        expect(data).toMatchObject({ rev: rev + 1, current: { id, rev: rev + 1, [field]: winner }, yours: { [field]: `Words of ${number}` } });
        expect(headers.get('etag')).toBe(`"${rev + 1}"`);
      });
      expect(await admin.draft(collection, id)).toMatchObject({ [field]: winner, rev: rev + 1 });
    });
  }

  it('each another field: still one is saved, and nothing of the others', async () => {
    const { id, rev = 0 } = await editor.create('articles', { title: 'Each a field', summary: 'before', notes: 'before' });
    const wishes = [{ title: 'after' }, { summary: 'after' }, { notes: 'after' }, { storyDate: '2024-05-24T12:00:00.000Z' }, { slug: 'after' }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) => editor.send('PATCH', `/api/articles/${id}`, wishes[number % wishes.length], { 'If-Match': `"${rev}"` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)]);
    const stored = await editor.draft('articles', id);
    const changed = [stored.title === 'after', stored.summary === 'after', stored.notes === 'after', Boolean(stored.storyDate), stored.slug === 'after'];
    expect(changed.filter(Boolean)).toHaveLength(1);
    expect(await versionsOf('articles', id)).toHaveLength(2);
  });

  it('by GraphQL, with rev among the data', async () => {
    const { id, rev = 0 } = await editor.create('articles', { title: 'By graph' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, number) => graphUpdate(id, `summary: "Words of ${number}", rev: ${rev}`)));
    const saved = answers.filter(({ body }) => body.errors === undefined);
    expect(saved).toHaveLength(1);
    const refused = answers.filter(({ body }) => body.errors !== undefined);
    expect(refused.map(({ body }) => body.errors?.[0]?.extensions.statusCode)).toEqual(Array<number>(19).fill(412));
    for (const { body } of refused) {
      const told = body.errors?.[0]?.extensions;
      expect(told?.name).toBe('stale-revision');
      expect(told?.data.current.summary).toBe(saved[0]?.body.data?.updateArticle?.summary);
      expect(told?.data.yours.summary).toMatch(/^Words of/);
    }
    expect((await graphUpdate(id, 'summary: "No revision"')).body.errors?.[0]?.extensions).toMatchObject({ statusCode: 428, name: 'revision-required' });
  });

  it('from the panel, with rev in the body and no header', async () => {
    const { id, rev = 0 } = await editor.create('articles', { title: 'From the panel' });
    const session = { Cookie: `counterpoint-token=${editor.token ?? ''}`, Origin: newsroom.url, 'Content-Type': 'application/json' };
    const save = (body: object) =>
      fetch(`${newsroom.url}/api/articles/${id}?draft=true&autosave=true`, { method: 'PATCH', headers: session, body: JSON.stringify(body) });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, number) => save({ summary: `Words of ${number}`, rev })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)]);
    expect((await save({ summary: 'Whatever it is now' })).status).toBe(200);
    expect((await save({ summary: 'x', rev: 'three' })).status).toBe(400);
  });
});

describe('what If-Match says', () => {
  const cases: [string, string, number][] = [
    ['the revision', '"REV"', 200],
    ['any revision', '*', 200],
    ['one of a list', '"77", "REV"', 200],
    ['one of a list, with a foreign and a weak one', 'W/"x","REV", "other"', 200],
    ['another revision', '"77"', 412],
    ['a weak tag, which never matches', 'W/"REV"', 412],
    ['a foreign tag', '"x"', 412],
    ['the revision in another spelling', '"0REV"', 412],
    ['a list without it', '"77", "78"', 412],
    ['no quotation marks', 'REV', 400],
    ['an open quotation mark', '"REV', 400],
    ['any, and one', '*, "REV"', 400],
    ['nothing', '', 400],
    ['words', 'the newest', 400],
  ];
  it.each(cases)('%s: %s', async (_what, header, status) => {
    const { id, rev = 0 } = await editor.create('topics', { name: 'Tagged' });
    const named = { 'If-Match': header.replace('REV', String(rev)) };
    expect((await editor.send('PATCH', `/api/topics/${id}`, { name: 'Tagged again' }, named)).status).toBe(status);
    const { article } = await aStory(editor);
    const step = { 'If-Match': header.replace('REV', String(article.rev)) };
    const answer = await editor.send('POST', `/api/articles/${article.id}/submit`, {}, step);
    expect(answer.status).toBe(status);
    if (status === 412) expect(answer.body).toMatchObject({ rev: article.rev, current: { id: article.id, title: article.title } });
    if (status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is asked for on every edit and every step of a program', async () => {
    const { article } = await aStory(editor);
    expect((await editor.send('PATCH', `/api/articles/${article.id}`, { summary: 'x' })).status).toBe(428);
    expect((await editor.send('PATCH', `/api/articles/${article.id}?autosave=true&draft=true`, { summary: 'x' })).status).toBe(428);
    expect((await editor.send('PATCH', `/api/articles/${article.id}`, { summary: 'x', rev: article.rev })).status).toBe(428);
    expect((await editor.send('POST', `/api/articles/${article.id}/submit`, {})).status).toBe(428);
    expect((await editor.draft('articles', article.id)).rev).toBe(article.rev);
  });
});

describe('other ways to change a document', () => {
  it('an old version is not restored over words that were not seen', async () => {
    const { id } = await editor.create('articles', { title: 'First words' });
    await editor.edit('articles', id, { title: 'Second words' });
    const oldest = (await versionsOf('articles', id)).at(-1)?.id ?? '';
    const stale = await editor.send<Conflict>('POST', `/api/articles/versions/${oldest}`, {}, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.body.errors[0]?.data).toMatchObject({ rev: 2, current: { title: 'Second words' }, yours: { version: String(oldest) } });
    const byGraph = (tag: string) =>
      editor.send<GraphAnswer>(
        'POST',
        '/api/graphql',
        { query: `mutation { restoreVersionArticle(id: ${JSON.stringify(oldest)}) { id } }` },
        { 'If-Match': tag },
      );
    expect((await byGraph('"1"')).body.errors?.[0]?.extensions.statusCode).toBe(412);
    expect((await editor.draft('articles', id)).title).toBe('Second words');
    expect((await byGraph('"2"')).body.errors).toBeUndefined();
    expect(await editor.draft('articles', id)).toMatchObject({ title: 'First words', rev: 3 });
  });

  it('a document is not deleted when it is not the one that was seen', async () => {
    for (const collection of ['articles', 'topics', 'outlets']) {
      const { id, rev = 0 } = (await EDITABLE[collection]?.make()) ?? { id: '' };
      await editor.edit(collection, id, { [EDITABLE[collection]?.field ?? '']: 'Changed meanwhile' });
      const stale = await editor.send<Conflict>('DELETE', `/api/${collection}/${id}`, undefined, { 'If-Match': `"${rev}"` });
      expect(stale.status, collection).toBe(412);
      expect(stale.body.errors[0]?.data.current.id).toBe(id);
      expect((await editor.draft(collection, id)).rev).toBe(rev + 1);
      expect((await editor.send('DELETE', `/api/${collection}/${id}`, undefined, { 'If-Match': `"${rev + 1}"` })).status).toBe(200);
    }
  });

  it('a story is approved as it was seen, or not at all', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { article } = await aStory(editor);
      await editor.move(article.id, 'submit');
      const { rev = 0, title } = await editor.draft('articles', article.id);
      const seen = { 'If-Match': `"${rev}"` };
      const edits = Array.from({ length: 5 }, (_, number) => editor.send('PATCH', `/api/articles/${article.id}`, { title: `Edited ${number}` }, seen));
      const [approved, ...edited] = await Promise.all([admin.send('POST', `/api/articles/${article.id}/approve`, {}, seen), ...edits]);
      expect(edited.filter(({ status }) => status === 200)).toHaveLength(1);
      expect([200, 412]).toContain(approved?.status);
      const { docs } = (await editor.send<{ docs: { content: { title: string } }[] }>('GET', `/api/approvals?where[article][equals]=${article.id}`)).body;
      expect(docs.map(({ content }) => content.title)).toEqual(approved?.status === 200 ? [title] : []);
    }
  });

  it('the answer to whoever comes second shows no more than they may read', async () => {
    const { rev = 0 } = await admin.draft('users', writer.id);
    const stale = { 'If-Match': `"${rev + 7}"` };
    const own = await writer.send<Conflict>('PATCH', `/api/users/${writer.id}`, { name: 'Me', password: `${PASSWORD} too` }, stale);
    expect(own.status).toBe(412);
    expect(own.body.errors[0]?.data.current).toEqual(await writer.draft('users', writer.id));
    expect(JSON.stringify(own.body)).not.toMatch(/"(hash|salt|password|resetPasswordToken|loginAttempts)":/);
    expect(JSON.stringify(own.body)).not.toContain(PASSWORD);
    const foreign = await writer.send<Conflict>('PATCH', `/api/users/${editor.id}`, { name: 'Not me' }, stale);
    expect(foreign.status).toBe(403);
    expect(foreign.body.errors[0]?.data?.current).toBeUndefined();
  });

  it('somebody who only looks after partners can change their own account', async () => {
    const partnerDesk = await colleague(newsroom, admin, 'syndication');
    expect((await partnerDesk.edit('users', partnerDesk.id, { name: 'Partner desk' })).status).toBe(200);
  });
});

describe('what the panel keeps while somebody types', () => {
  it('goes into one version of that person, and never into somebody else’s', async () => {
    const { id } = await writer.create('articles', { title: 'Typed' });
    for (const word of ['a', 'ab', 'abc']) expect((await autosave(writer, id, { summary: word })).status).toBe(200);
    expect((await versionsOf('articles', id)).map(({ version }) => version.summary ?? null)).toEqual(['abc', null]);
    for (const word of ['x', 'xy']) expect((await autosave(editor, id, { summary: word })).status).toBe(200);
    expect((await versionsOf('articles', id)).map(({ version }) => version.summary ?? null)).toEqual(['xy', 'abc', null]);
    await autosave(writer, id, { summary: 'abcd' });
    await writer.edit('articles', id, { summary: 'saved' });
    await autosave(writer, id, { summary: 'saved, and on' });
    expect((await versionsOf('articles', id)).map(({ version }) => version.summary ?? null)).toEqual(['saved, and on', 'saved', 'abcd', 'xy', 'abc', null]);
    expect((await editor.draft('articles', id)).rev).toBe(9);
  });

  it('leaves what was approved alone, and readers get what was approved', async () => {
    const { article, excerpt } = await aStory(editor);
    await autosave(editor, article.id, { summary: 'As approved' });
    await autosave(editor, excerpt.id, { reporter: 'As approved' }, 'news-excerpts');
    await editor.move(article.id, 'submit');
    await editor.move(article.id, 'approve');
    await autosave(editor, article.id, { summary: 'Typed later' });
    await autosave(editor, excerpt.id, { reporter: 'Typed later' }, 'news-excerpts');
    expect((await editor.move(article.id, 'publish')).status).toBe(200);
    const out = (path: string) => editor.send<Doc>('GET', path);
    expect((await out(`/api/articles/${article.id}`)).body.summary).toBe('As approved');
    expect((await out(`/api/news-excerpts/${excerpt.id}`)).body.reporter).toBe('As approved');
    expect((await editor.draft('articles', article.id)).summary).toBe('Typed later');
    expect((await editor.draft('news-excerpts', excerpt.id)).reporter).toBe('Typed later');
    expect((await versionsOf('articles', article.id)).map(({ version }) => version.summary ?? null)).toEqual(['Typed later', 'As approved', null]);
  });

  it('burns no address: a half-typed title frees the one that it had', async () => {
    const { id } = await editor.create('articles', { title: 'The qu' });
    await autosave(editor, id, { title: 'The quay op', slug: null });
    await autosave(editor, id, { title: 'The quay opens at last', slug: null });
    expect((await editor.draft('articles', id)).slug).toBe('the-quay-opens-at-last');
    const { docs } = (await editor.send<{ docs: Doc[] }>('GET', `/api/slugs?where[article][equals]=${id}`)).body;
    expect(docs.map(({ slug }) => slug)).toEqual(['the-quay-opens-at-last']);
  });

  it('counts as an edit: whoever typed last is who edited last, and a live story goes back in review', async () => {
    const { article, excerpt } = await aStory(editor);
    for (const step of ['submit', 'approve', 'publish']) await editor.move(article.id, step);
    await autosave(admin, excerpt.id, { reporter: 'Somebody else' }, 'news-excerpts');
    const { docs } = (await editor.send<{ docs: Doc[] }>('GET', `/api/workflow?where[article][equals]=${article.id}`)).body;
    expect(docs[0]).toMatchObject({ work: 'in_review', publication: 'live', lastEditedBy: admin.id });
  });
});

describe('under any mixture of edits', () => {
  it('no acknowledged one is lost, and each raises the revision by one', async () => {
    const edit = fc.record({ by: fc.nat(2), field: fc.constantFrom('summary', 'notes', 'title'), lag: fc.nat(2), autosaved: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
        const people = [admin, editor, editor];
        const made = await editor.create('articles', { title: 'Any mixture', summary: '', notes: '' });
        const model: Record<string, unknown> = { title: made.title, summary: '', notes: '' };
        let rev = made.rev ?? 0;
        let words = 0;
        for (const round of rounds) {
          const wanted = round.map((one) => ({ ...one, text: `Words ${(words += 1)}` }));
          const answers = await Promise.all(
            wanted.map(({ by, field, lag, autosaved, text }) =>
              (people[by] ?? editor).send<{ doc: Doc }>(
                'PATCH',
                `/api/articles/${made.id}?draft=true&autosave=${autosaved}`,
                { [field]: text },
                { 'If-Match': `"${rev - lag}"` },
              ),
            ),
          );
          const won = wanted.filter((_, at) => answers[at]?.status === 200);
          expect(won).toHaveLength(wanted.some(({ lag }) => lag === 0) ? 1 : 0);
          for (const { field, text } of won) model[field] = text;
          rev += won.length;
          expect(await editor.draft('articles', made.id)).toMatchObject({ ...model, rev });
        }
      }),
      { numRuns: 12 },
    );
  });
});

async function autosave(by: Caller, id: string, data: object, collection = 'articles'): Promise<Answer> {
  const { rev = 0 } = await by.draft(collection, id);
  return by.send('PATCH', `/api/${collection}/${id}?draft=true&autosave=true&depth=0`, data, { 'If-Match': `"${rev}"` });
}

/** Newest first. */
async function versionsOf(collection: string, id: string): Promise<{ id: string; version: Doc }[]> {
  const { body } = await editor.send<{ docs: { id: string; version: Doc }[] }>(
    'GET',
    `/api/${collection}/versions?depth=0&sort=-updatedAt&where[parent][equals]=${id}`,
  );
  return body.docs;
}

function graphUpdate(id: string, data: string): Promise<Answer<GraphAnswer>> {
  return editor.send<GraphAnswer>('POST', '/api/graphql', { query: `mutation { updateArticle(id: "${id}", data: {${data}}) { id summary rev } }` });
}

async function picture(): Promise<Doc> {
  const form = new FormData();
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer();
  form.append('_payload', JSON.stringify({ alt: 'A blue square' }));
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'square.jpg');
  const answer = await fetch(`${newsroom.url}/api/media?depth=0`, { method: 'POST', headers: { Authorization: `JWT ${editor.token ?? ''}` }, body: form });
  return ((await answer.json()) as { doc: Doc }).doc;
}
