/** Without these tests somebody could sign in who may not, stay signed in, or become an administrator: the rows of the access table about accounts. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, readMatrix, type Role } from '../access/readMatrix.mjs';
import { anotherSession, openPlace, type Place } from '../access/place.ts';
import { asGraphql, send, type Asked } from '../access/requests.ts';
import { disableUnseen, lockArticle, mailedToken } from '../access/storedRows.ts';
import { colleague, PASSWORD, signIn, type Caller, type Doc } from '../helpers/staff.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(async () => {
  await place.newsroom.stop();
});

const { sections, pages } = readMatrix();
function verdictsOf(collection: string, operation: string) {
  const rows = collection === 'pages' ? pages : sections.find(({ collections }) => collections.includes(collection))?.rows;
  const row = rows?.find((one) => one.operation === operation);
  if (row === undefined) throw new Error(`The table does not say who may ${operation} in ${collection}.`);
  return ROLES.map((role) => ({ role, verdict: row.may[role], may: row.may[role] === 'yes' || row.may[role] === 'own' }));
}
const post = (path: string, body: unknown): Asked => ({ method: 'POST', path, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
const doors = (rest: Asked, graphql: string) => [rest, asGraphql(graphql)];
const isSignedIn = async (caller: Caller) => (await caller.send<{ user: Doc | null }>('GET', '/api/users/me')).body.user !== null;
const account = async (id: string) => (await place.admin.send<Doc & { roles: string[]; disabled: boolean }>('GET', `/api/users/${id}`)).body;

describe('sessions', () => {
  it.each(verdictsOf('users', 'sign in'))('$role signs in: $verdict', async ({ role, may }) => {
    const email = place.email[place.callers[role].id] ?? 'nobody@example.org';
    for (const asked of doors(
      post('/api/users/login', { email, password: PASSWORD }),
      `mutation { loginUser(email: "${email}", password: "${PASSWORD}") { token } }`,
    )) {
      expect((await send(place, asked, place.callers.anonymous)).status).toBe(may ? 200 : 401);
    }
  });

  it.each(verdictsOf('users', 'sign out'))('$role signs out: $verdict', async ({ role, may }) => {
    for (const asked of doors(post('/api/users/logout', {}), 'mutation { logoutUser }')) {
      const caller = may ? await anotherSession(place, place.callers[role]) : place.callers[role];
      expect((await send(place, asked, caller)).status).toBe(may ? 200 : 400);
      if (may) expect([await isSignedIn(caller), await isSignedIn(place.callers[role])]).toEqual([false, true]);
    }
  });

  it.each(verdictsOf('users', 'renew the session'))('$role renews the session: $verdict', async ({ role, may }) => {
    for (const asked of doors(post('/api/users/refresh-token', {}), 'mutation { refreshTokenUser { refreshedToken } }')) {
      expect((await send(place, asked, place.callers[role])).status).toBe(may ? 200 : 403);
    }
  });

  it.each(verdictsOf('users', 'ask who one is'))('$role asks who one is: $verdict', async ({ role }) => {
    const itself: unknown = role === 'anonymous' || role === 'disabled' ? null : expect.objectContaining({ id: place.callers[role].id });
    const [rest, graphql] = doors({ method: 'GET', path: '/api/users/me', headers: {} }, '{ meUser { user { id } } }');
    expect(await send(place, rest!, place.callers[role])).toMatchObject({ status: 200, body: { user: itself } });
    expect(await send(place, graphql!, place.callers[role])).toMatchObject({ status: 200, body: { data: { meUser: { user: itself } } } });
  });

  it('anybody may ask whether there are accounts, and learns no more', async () => {
    const [rest, graphql] = doors({ method: 'GET', path: '/api/users/init', headers: {} }, '{ initializedUser }');
    for (const { role } of verdictsOf('users', 'ask whether there are accounts')) {
      expect((await send(place, rest!, place.callers[role])).body).toEqual({ initialized: true });
      expect((await send(place, graphql!, place.callers[role])).body).toEqual({ data: { initializedUser: true } });
    }
  });

  it('end at once, all of them, when the account is disabled, and do not come back with it', async () => {
    const person = await colleague(place.newsroom, place.admin, 'editor');
    await place.admin.edit('users', person.id, { disabled: true });
    expect(await isSignedIn(person)).toBe(false);
    await place.admin.edit('users', person.id, { disabled: false });
    expect(await isSignedIn(person)).toBe(false);
  });

  it('end at once when the password is changed, but for the one that changes it', async () => {
    const person = await colleague(place.newsroom, place.admin, 'writer');
    const email = String((await account(person.id)).email);
    const here = await signIn(place.newsroom, email);
    expect((await here.edit('users', person.id, { password: 'another long password' })).status).toBe(200);
    expect([await isSignedIn(here), await isSignedIn(person)]).toEqual([true, false]);
    expect((await place.admin.edit('users', person.id, { password: PASSWORD })).status).toBe(200);
    expect(await isSignedIn(here)).toBe(false);
  });
});

describe('passwords', () => {
  it('whoever asks for a new one is told the same, whether or not there is such an account', async () => {
    for (const { role } of verdictsOf('users', 'ask for a new password')) {
      const known = `forgetful-${role}@example.org`;
      const { id } = await place.admin.create('users', { email: known, password: PASSWORD, roles: ['writer'] });
      for (const email of [known, 'nobody@example.org']) {
        const [rest, graphql] = doors(post('/api/users/forgot-password', { email }), `mutation { forgotPasswordUser(email: "${email}") }`);
        expect(await send(place, rest!, place.callers[role]), role).toMatchObject({ status: 200, body: { message: 'Success' } });
        expect(await send(place, graphql!, place.callers[role]), role).toMatchObject({ status: 200 });
      }
      expect(await mailedToken(place.newsroom, id)).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  it.each(verdictsOf('users', 'set the password mailed for'))('$role sets the password that a mail was sent for: $verdict', async ({ role, may }) => {
    const refused = post('/api/users/reset-password', { token: 'made up', password: 'a password of mine' });
    expect((await send(place, refused, place.callers[role])).status).toBe(403);
    if (role === 'anonymous') return;
    for (const door of role === 'writer' || role === 'disabled' ? [0, 1] : [0]) {
      const person = await colleague(place.newsroom, place.admin, role === 'disabled' ? 'editor' : role);
      const email = String((await account(person.id)).email);
      await send(place, post('/api/users/forgot-password', { email }), place.callers.anonymous);
      if (role === 'disabled') await place.admin.edit('users', person.id, { disabled: true });
      const token = await mailedToken(place.newsroom, person.id);
      const asked = doors(
        post('/api/users/reset-password', { token, password: 'a password of mine' }),
        `mutation { resetPasswordUser(token: "${token}", password: "a password of mine") { token } }`,
      )[door]!;
      expect((await send(place, asked, place.callers.anonymous)).status).toBe(may ? 200 : 401);
      expect((await send(place, post('/api/users/login', { email, password: 'a password of mine' }), place.callers.anonymous)).status).toBe(may ? 200 : 401);
      expect(await isSignedIn(person)).toBe(false);
    }
  });

  it('an account that too many wrong passwords have locked is unlocked by administrators only', async () => {
    const email = place.email[place.other.id] ?? '';
    for (const asked of doors(post('/api/users/unlock', { email }), `mutation { unlockUser(email: "${email}") }`)) {
      for (const { role, may } of verdictsOf('users', 'unlock')) expect((await send(place, asked, place.callers[role])).status, role).toBe(may ? 200 : 403);
    }
  });

  it('no answer to a late edit shows a password’s digest or a session', async () => {
    const stale = { 'If-Match': '"0"' };
    for (const by of [place.callers.writer, place.admin]) {
      const { status, body } = await by.send('PATCH', `/api/users/${place.callers.writer.id}`, { name: 'Late' }, stale);
      expect(status).toBe(412);
      expect(JSON.stringify(body)).not.toMatch(/hash|salt|resetPasswordToken|pbkdf2/);
    }
  });
});

describe('nobody raises the own role', () => {
  const wishes = { roles: ['admin'], disabled: false, email: 'taken@example.org' };

  it.each(['syndication', 'writer', 'editor'] as Role[])('%s, by none of the doors, with requests that an administrator makes with success', async (role) => {
    const caller = place.callers[role];
    const before = await account(caller.id);
    const unchanged = async () => expect(await account(caller.id)).toMatchObject({ roles: before.roles, disabled: before.disabled, email: before.email });
    const patch = async (): Promise<Asked> => ({
      ...post(`/api/users/${caller.id}`, wishes),
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${String((await account(caller.id)).rev)}"` },
    });
    const mutation = async () =>
      asGraphql(
        `mutation { updateUser(id: "${caller.id}", data: { rev: ${String((await account(caller.id)).rev)}, roles: [admin], disabled: false }) { id } }`,
      );
    for (const ask of [patch, mutation]) {
      await send(place, await ask(), caller);
      await unchanged();
      expect((await send(place, await ask(), place.admin)).status).toBe(200);
      expect((await account(caller.id)).roles).toEqual(['admin']);
      expect((await place.admin.edit('users', caller.id, { roles: before.roles, email: before.email })).status).toBe(200);
    }
    for (const path of [`/api/users/${caller.id}/duplicate`, `/api/users/versions/${caller.id}`, `/api/users/verify/${caller.id}`]) {
      expect((await send(place, post(path, wishes), caller)).status).toBe(404);
    }
    await unchanged();
  });

  it('of two who make the first account at the same moment, one does', () => {
    expect([...place.firstAnswers].sort()).toEqual([200, 403]);
  });

  it('nobody becomes the first administrator a second time', async () => {
    for (const { role, verdict } of verdictsOf('users', 'make the first account')) {
      expect(verdict).toBe('never');
      expect((await send(place, post('/api/users/first-register', { email: 'late@example.org', password: PASSWORD }), place.callers[role])).status).toBe(403);
    }
  });
});

describe('the last administrator', () => {
  beforeEach(async () => {
    const { body } = await place.admin.send<{ docs: Doc[] }>('GET', '/api/users?where[roles][in]=admin&limit=100');
    for (const { id } of body.docs) if (id !== place.admin.id) await place.admin.edit('users', id, { disabled: true });
  });

  const changes = { 'take the role from each other': { roles: ['editor'] }, 'disable each other': { disabled: true } };

  it.each(Object.entries(changes))('is one of two who %s at the same moment', async (_what, change) => {
    let first = place.admin;
    let second = await colleague(place.newsroom, place.admin, 'admin');
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all([first.edit('users', second.id, change), second.edit('users', first.id, change)]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
      if (answers[0].status !== 200) [first, second] = [second, first];
      expect((await first.edit('users', first.id, change)).status).toBe(409);
      expect((await first.edit('users', second.id, { roles: ['admin'], disabled: false })).status).toBe(200);
      second = await anotherSession({ ...place, email: { [second.id]: String((await first.send<Doc>('GET', `/api/users/${second.id}`)).body.email) } }, second);
    }
    place.admin = first.id === place.admin.id ? first : second;
    place.callers.admin = place.admin;
  });
});

describe('the panel', () => {
  const opensFor = async (caller: Caller) => (await caller.send<{ canAccessAdmin?: boolean }>('GET', '/api/access')).body.canAccessAdmin === true;

  it.each(verdictsOf('pages', 'admin panel'))('opens for $role: $verdict', async ({ role, may }) => {
    expect(await opensFor(place.callers[role])).toBe(may);
  });

  it('opens no more for somebody who is disabled by a hand in the database, whose session goes on', async () => {
    const person = await colleague(place.newsroom, place.admin, 'editor');
    expect(await opensFor(person)).toBe(true);
    await disableUnseen(place.newsroom, person.id);
    expect([await isSignedIn(person), await opensFor(person)]).toEqual([true, false]);
  });
});

describe('what the panel keeps for an account', () => {
  it('preferences are read and written by whose they are, under a name that others use as well', async () => {
    const write = post('/api/payload-preferences/list', { value: 'mine' });
    const read: Asked = { method: 'GET', path: '/api/payload-preferences/list', headers: {} };
    for (const { role, may } of verdictsOf('payload-preferences', 'write by key')) {
      const caller = place.callers[role];
      expect((await send(place, read, caller)).body, role).toMatchObject({ value: null });
      expect((await send(place, write, caller)).status, role).toBe(may ? 200 : 401);
    }
    for (const { role, may } of verdictsOf('payload-preferences', 'read by key')) {
      expect((await send(place, read, place.callers[role])).body, role).toMatchObject({ value: may ? 'mine' : null });
    }
  });

  it('locks are seen by editorial staff, taken over in the own name only, and let go by whose they are', async () => {
    const article = place.released.articles?.id ?? '';
    for (const { role, verdict } of verdictsOf('payload-locked-documents', 'list')) {
      const caller = place.callers[role];
      await lockArticle(place.newsroom, article, place.other.id);
      const list: Asked = { method: 'GET', path: '/api/payload-locked-documents?depth=0&sort=-createdAt&limit=1', headers: {} };
      const locks = (await send(place, list, place.admin)).body as { docs: { id: string | number }[] };
      const id = String(locks.docs[0]?.id);
      const user = async () =>
        (await place.admin.send<{ docs: Lock[] }>('GET', '/api/payload-locked-documents?depth=0')).body.docs.find((lock) => String(lock.id) === id)?.user.value;
      const seen = await send(place, list, caller);
      if (verdict === '–') expect(seen.status, role).toBe(403);
      else expect((seen.body as { docs: unknown[] }).docs, role).toHaveLength(verdict === 'yes' ? 1 : 0);

      const letGo: Asked = { method: 'DELETE', path: `/api/payload-locked-documents/${id}`, headers: {} };
      const takeOver: Asked = {
        ...post(`/api/payload-locked-documents/${id}`, { user: { relationTo: 'users', value: place.admin.id }, document: null }),
        method: 'PATCH',
      };
      expect((await send(place, letGo, caller)).status, role).toBe(403);
      const may = verdictsOf('payload-locked-documents', 'take over').find((one) => one.role === role)?.may;
      expect((await send(place, takeOver, caller)).status, role).toBe(may ? 200 : 403);
      expect(await user(), role).toBe(may ? caller.id : place.other.id);
      expect((await send(place, letGo, may ? caller : place.other)).status, role).toBe(200);
    }
  });
});

interface Lock {
  id: string | number;
  user: { value: string };
}
