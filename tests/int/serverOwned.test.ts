/** Without these tests one of many doors could let a client decide what only the newsroom decides. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aStory, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';

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

/** What a client could wish for. */
const WISHES = {
  _status: 'published',
  publicFrom: '2000-01-01T00:00:00.000Z',
  shownApproval: '0197f3c0-0000-7000-8000-000000000001',
  work: 'approved',
  publication: 'live',
  origin: { source: 'me' },
  translationSet: '0197f3c0-0000-7000-8000-000000000002',
};
/** GraphQL offers no field that nobody may write; what it does offer is tried. */
const DOORS: Record<string, (by: Caller, id: string) => Promise<string>> = {
  'REST update': async (by, id) => changed(id, by.edit('articles', id, WISHES)),
  'REST update that says it is no draft': async (by, id) =>
    changed(id, by.send('PATCH', `/api/articles/${id}?draft=false`, WISHES, { 'If-Match': await revision(by, id) })),
  'REST update of all locales': async (by, id) =>
    changed(id, by.send('PATCH', `/api/articles/${id}?locale=all&publishAllLocales=true`, WISHES, { 'If-Match': await revision(by, id) })),
  'REST autosave': async (by, id) =>
    changed(id, by.send('PATCH', `/api/articles/${id}?autosave=true&draft=true`, WISHES, { 'If-Match': await revision(by, id) })),
  'REST restore': async (by, id) => changed(id, by.send('POST', `/api/articles/versions/${await oldestVersion(id)}?draft=false`, WISHES)),
  'REST duplicate': async (by, id) => made(by.send<{ doc: Doc }>('POST', `/api/articles/${id}/duplicate?draft=false`, WISHES)),
  'REST create': async (by) => made(by.send<{ doc: Doc }>('POST', '/api/articles?draft=false', { title: 'With wishes', ...WISHES })),
  'GraphQL update': async (by, id) => {
    const { rev } = await by.draft('articles', id);
    return changed(
      id,
      graphql(
        by,
        `mutation { updateArticle(id: "${id}", draft: false, data: { title: "Wished", rev: ${rev ?? 0}, _status: published, publicFrom: "2000-01-01T00:00:00Z", shownApproval: "x" }) { id } }`,
      ),
    );
  },
  'GraphQL create': async (by) => {
    const { body } = await graphql<{ createArticle: Doc }>(
      by,
      'mutation { createArticle(draft: false, data: { id: "mine", language: "en", title: "Wished", _status: published, publicFrom: "2000-01-01T00:00:00Z", shownApproval: "x" }) { id } }',
    );
    return body.data.createArticle.id;
  },
  'GraphQL duplicate': async (by, id) => {
    const { body } = await graphql<{ duplicateArticle: Doc }>(
      by,
      `mutation { duplicateArticle(id: "${id}", data: { id: "mine", language: "en", title: "Wished", _status: published, publicFrom: "2000-01-01T00:00:00Z" }) { id } }`,
    );
    return body.data.duplicateArticle.id;
  },
  'GraphQL restore': async (by, id) =>
    changed(id, graphql(by, `mutation { restoreVersionArticle(id: ${idInGraphql(await oldestVersion(id))}, draft: false) { id } }`)),
};

describe.each(Object.entries(DOORS))('by %s', (door, open) => {
  it('neither a draft nor a live story changes anything that the server owns, for a writer or an editor', async () => {
    for (const by of [writer, editor]) {
      const draft = await aStory(editor, by);
      const live = await aStory(editor, by);
      await publish(editor, live.article.id);
      await by.edit('articles', live.article.id, { title: 'Second text' });
      for (const { article } of [draft, live]) {
        const before = await editor.draft('articles', article.id);
        const shown = await reader.send<Doc>('GET', `/api/articles/${article.id}?depth=0`);
        const id = await open(by, article.id);
        const same = id === article.id;
        const after = await editor.draft('articles', id);
        expect(after, door).toMatchObject({
          _status: 'draft',
          publicFrom: same ? before.publicFrom : null,
          work: same ? before.work : 'draft',
          publication: same ? before.publication : 'none',
          translationSet: same ? before.translationSet : id,
          owner: by.id,
        });
        expect(after.origin ?? null).toBeNull();
        expect(after.shownApproval ?? null).not.toBe(WISHES.shownApproval);
        expect(after.shownApproval ?? null).not.toBe('x');
        const now = await reader.send<Doc>('GET', `/api/articles/${article.id}?depth=0`);
        expect(now.status).toBe(shown.status);
        if (shown.status === 200) expect(now.body).toEqual(shown.body);
        if (!same) expect((await reader.send('GET', `/api/articles/${id}`)).status).toBe(404);
      }
    }
  });
});

describe('whose a story is', () => {
  it('is not changed by restoring an old version, nor is who has to do the next step', async () => {
    const { article } = await aStory(editor, writer);
    const successor = await colleague(newsroom, admin, 'writer');
    await editor.edit('articles', article.id, { owner: successor.id, assignee: successor.id });
    const answer = await successor.send('POST', `/api/articles/versions/${await oldestVersion(article.id)}`, {});
    expect(answer.status).toBe(200);
    expect(await editor.draft('articles', article.id)).toMatchObject({ owner: successor.id, assignee: successor.id });
    expect((await editor.send('POST', `/api/articles/versions/${await oldestVersion(article.id)}`, {})).status).toBe(200);
    expect(await editor.draft('articles', article.id)).toMatchObject({ owner: successor.id, assignee: successor.id });
    // The one who began it has nothing left to restore, edit, submit or delete.
    expect((await writer.send('POST', `/api/articles/versions/${await oldestVersion(article.id)}`, {})).status).toBe(403);
    expect((await writer.edit('articles', article.id, { title: 'Still mine' })).status).toBe(403);
    expect((await writer.move(article.id, 'submit')).status).toBe(403);
    expect((await writer.send('DELETE', `/api/articles/${article.id}`)).status).toBe(403);
    expect((await successor.send('DELETE', `/api/articles/${article.id}`)).status).toBe(200);
  });

  it('whoever is only to do the next step may read a story, and neither edit nor submit it', async () => {
    const { article } = await aStory(editor);
    await editor.edit('articles', article.id, { assignee: writer.id });
    expect((await writer.draft('articles', article.id)).assignee).toBe(writer.id);
    expect((await writer.edit('articles', article.id, { title: 'Mine now' })).status).toBe(403);
    expect((await writer.move(article.id, 'submit')).status).toBe(403);
  });

  it('restoring an old version of a part that is out puts its stories back in review and changes nothing that is out', async () => {
    const { article, commentary } = await aStory(editor);
    await editor.edit('commentaries', commentary.id, { capacity: 'Speaker of the harbour council' });
    await publish(editor, article.id);
    const { body } = await editor.send<{ docs: { id: string }[] }>(
      'GET',
      `/api/commentaries/versions?where[parent][equals]=${commentary.id}&sort=createdAt&limit=1`,
    );
    expect((await editor.send('POST', `/api/commentaries/versions/${body.docs[0]?.id ?? ''}`, {})).status).toBe(200);
    expect(await editor.draft('articles', article.id)).toMatchObject({ work: 'in_review', publication: 'live' });
    const shown = await reader.send<Doc>('GET', `/api/commentaries/${commentary.id}`);
    expect(shown.body.capacity).toBe('Speaker of the harbour council');
  });
});

async function changed(id: string, answer: Promise<{ status: number; body: unknown }>): Promise<string> {
  const { status, body } = await answer;
  if (status !== 200 || JSON.stringify(body).includes('"errors":[')) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return id;
}

async function made(answer: Promise<{ status: number; body: { doc: Doc } }>): Promise<string> {
  const { status, body } = await answer;
  if (status !== 201 && status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body.doc.id;
}

async function graphql<Data>(by: Caller, query: string): Promise<{ status: number; body: { data: Data } }> {
  const answer = await by.send<{ data: Data; errors?: unknown }>('POST', '/api/graphql', { query });
  if (answer.body.errors !== undefined) throw new Error(JSON.stringify(answer.body.errors));
  return answer;
}

/** SQLite counts its versions. */
function idInGraphql(id: string): string {
  return /^\d+$/.test(id) ? id : `"${id}"`;
}

async function revision(by: Caller, id: string): Promise<string> {
  return `"${(await by.draft('articles', id)).rev ?? 0}"`;
}

async function oldestVersion(id: string): Promise<string> {
  const { body } = await editor.send<{ docs: { id: string }[] }>('GET', `/api/articles/versions?where[parent][equals]=${id}&sort=createdAt&limit=1`);
  return String(body.docs[0]?.id ?? '');
}
