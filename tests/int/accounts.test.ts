/** Without these tests somebody could raise their own role, or lock the newsroom out of itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { colleague, firstAdministrator, PASSWORD, signIn, stranger, type Caller, type Doc } from '../helpers/staff.ts';

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

const account = async (id: string) => (await admin.send<Doc>('GET', `/api/users/${id}`)).body;

describe('accounts', () => {
  it('the first account administers the newsroom, and there is no second first', async () => {
    expect((await account(admin.id)).roles).toEqual(['admin']);
    const again = await stranger(newsroom).send('POST', '/api/users/first-register', { email: 'late@example.org', password: PASSWORD });
    expect(again.status).toBe(403);
  });

  it.each(['roles', 'disabled', 'email'])('nobody but an administrator changes %s, not even on the own account', async (field) => {
    const before = await account(editor.id);
    await editor.edit('users', editor.id, { roles: ['admin'], disabled: true, email: 'somebody@example.org' });
    expect((await account(editor.id))[field]).toEqual(before[field]);
  });

  it('only administrators make accounts', async () => {
    for (const person of [editor, writer, stranger(newsroom)]) {
      expect((await person.send('POST', '/api/users', { email: 'new@example.org', password: PASSWORD, roles: ['admin'] })).status).toBe(403);
    }
  });

  it('a colleague’s address and sessions are for administrators and the colleague', async () => {
    const { body } = await writer.send('GET', `/api/users/${editor.id}`);
    expect(body).toMatchObject({ name: expect.any(String) as string });
    expect(Object.keys(body)).not.toContain('email');
    expect(body.sessions ?? []).toEqual([]);
    const own = await writer.send('GET', `/api/users/${writer.id}`);
    expect(own.body.email).toContain('@example.org');
  });

  it('the last administrator stays one', async () => {
    expect((await admin.edit('users', admin.id, { roles: ['writer'] })).status).toBe(409);
    expect((await admin.edit('users', admin.id, { disabled: true })).status).toBe(409);
    expect((await account(admin.id)).roles).toEqual(['admin']);
  });

  it('accounts are disabled, not deleted; a disabled one is nobody, at once', async () => {
    const guest = await colleague(newsroom, admin, 'editor');
    expect((await admin.send('DELETE', `/api/users/${guest.id}`)).status).toBe(403);
    expect((await guest.send('GET', '/api/articles?draft=true')).status).toBe(200);
    expect((await admin.edit('users', guest.id, { disabled: true })).status).toBe(200);
    expect((await guest.send('GET', '/api/articles?draft=true')).status).toBe(403);
    await expect(signIn(newsroom, String((await account(guest.id)).email))).rejects.toThrow('incorrect');
  });

  it('a password has twelve characters and more', async () => {
    const { status, body } = await admin.send('POST', '/api/users', { email: 'short@example.org', password: 'eleven chars'.slice(0, 11), roles: ['writer'] });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('password');
  });

  it('the syndication role reads what readers read, and edits nothing', async () => {
    const syndication = await colleague(newsroom, admin, 'syndication');
    await editor.create('articles', { title: 'Only a draft' });
    expect((await syndication.send<{ docs: Doc[] }>('GET', '/api/articles')).body.docs).toEqual([]);
    expect((await syndication.send('GET', '/api/articles?draft=true')).status).toBe(403);
    expect((await syndication.send('POST', '/api/articles', { title: 'x' })).status).toBe(403);
  });

  it('a writer edits and deletes own work only', async () => {
    const own = await writer.create('articles', { title: 'Mine' });
    const other = await editor.create('articles', { title: 'Not mine' });
    expect((await writer.edit('articles', own.id, { title: 'Still mine' })).status).toBe(200);
    expect((await writer.edit('articles', other.id, { title: 'Taken' })).status).toBe(403);
    expect((await writer.edit('articles', own.id, { owner: editor.id })).status).toBe(200);
    expect((await writer.draft('articles', own.id)).owner).toBe(writer.id);
    expect((await writer.send('POST', '/api/outlets', { name: 'My outlet' })).status).toBe(403);
    expect((await writer.send('DELETE', `/api/articles/${other.id}`)).status).toBe(403);
    expect((await writer.send('DELETE', `/api/articles/${own.id}`)).status).toBe(200);
  });

  it('over GraphQL the same holds, and an update names its revision', async () => {
    const doc = await editor.create('articles', { title: 'By graph' });
    const update = (data: string) =>
      editor.send<{ data: unknown; errors?: { extensions: { statusCode: number } }[] }>('POST', '/api/graphql', {
        query: `mutation { updateArticle(id: "${doc.id}", data: {${data}}) { id title rev } }`,
      });
    expect((await update('title: "No revision"')).body.errors?.[0]?.extensions.statusCode).toBe(428);
    expect((await update('title: "First", rev: 1')).body.data).toMatchObject({ updateArticle: { title: 'First', rev: 2 } });
    expect((await update('title: "Second", rev: 1')).body.errors?.[0]?.extensions.statusCode).toBe(412);
    const denied = await writer.send<{ errors?: unknown[] }>('POST', '/api/graphql', {
      query: `mutation { updateArticle(id: "${doc.id}", data: {title: "x", rev: 2}) { id } }`,
    });
    expect(denied.body.errors).toBeDefined();
    expect((await editor.draft('articles', doc.id)).title).toBe('First');
  });
});
