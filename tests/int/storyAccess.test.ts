/** Without these tests a story could be moved by somebody who may not, a permission could be promised that is refused, and readers could be shown more of a story than was meant. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, areRecords, readMatrix, type Role, type Row } from '../access/readMatrix.mjs';
import { openPlace, type Place } from '../access/place.ts';
import { asGraphql, send, type Asked } from '../access/requests.ts';
import { fieldsInGraphql, freshTarget } from '../access/targets.ts';
import { aStory, type Doc, type Moved } from '../helpers/staff.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(async () => {
  await place.newsroom.stop();
});

const matrix = readMatrix();
const rowOf = (transition: string) => matrix.transitions.find(({ operation }) => operation === transition) as Row;

describe('the steps of a story', () => {
  /** Every step at least once, each from where the one before has led. */
  const way = ['submit', 'return', 'submit', 'approve', 'schedule', 'unschedule', 'publish', 'submit', 'approve', 'correct', 'withdraw', 'reinstate'];

  it('the way tried here takes each step that there is', () => {
    expect([...new Set(way)].sort()).toEqual(matrix.transitions.map(({ operation }) => operation).sort());
  });

  it.each(['editor', 'admin'] as Role[])('are taken by the %s, with the requests that were refused to those who may not', async (role) => {
    const { article } = await aStory(place.callers.editor, place.other);
    for (const step of way) {
      const row = rowOf(step);
      const asked = await stepOf(article.id, step);
      const before = await stateOf(article.id);
      for (const refused of ROLES.filter((one) => row.may[one] !== 'yes')) {
        const status = refused === 'anonymous' || refused === 'disabled' ? 401 : 403;
        expect((await send(place, asked, place.callers[refused])).status, `${refused}: ${step}`).toBe(status);
      }
      expect(await stateOf(article.id), step).toEqual(before);
      expect(await send(place, asked, place.callers[role]), `${role}: ${step}`).toMatchObject({ status: 200 });
    }
  });

  it.each(ROLES.filter((role) => rowOf('submit').may[role] === 'own'))('the %s submits own stories, and moves them no further', async (role) => {
    const caller = place.callers[role];
    const { article } = await aStory(place.callers.editor, caller);
    for (const step of way) {
      const asked = await stepOf(article.id, step);
      const own = rowOf(step).may[role] === 'own';
      expect((await send(place, asked, caller)).status, step).toBe(own ? 200 : 403);
      if (!own) expect((await send(place, asked, place.callers.editor)).status, step).toBe(200);
    }
  });

  async function stepOf(article: string, step: string): Promise<Asked> {
    const words = { reason: 'Not yet.', notice: 'A number was wrong.', at: new Date(Date.now() + 86_400_000).toISOString() };
    const { rev } = await place.admin.draft('articles', article);
    return {
      method: 'POST',
      path: `/api/articles/${article}/${step}`,
      body: JSON.stringify(words),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${String(rev)}"` },
    };
  }

  async function stateOf(article: string): Promise<unknown> {
    const { work, publication, rev } = (await place.admin.draft('articles', article)) as Moved & Record<string, unknown>;
    const { body } = await place.admin.send<{ totalDocs: number }>('GET', `/api/transitions/count?where[article][equals]=${article}`);
    return [work, publication, rev, body.totalDocs];
  }
});

describe('whose a story is, and who has to do the next step', () => {
  it('is said by a writer only of the next step, and only when the story is begun', async () => {
    const { writer, editor } = place.callers;
    const begun = await writer.create('articles', { title: 'Begun', owner: editor.id, assignee: editor.id });
    expect(begun).toMatchObject({ owner: writer.id, assignee: editor.id });
    await writer.edit('articles', begun.id, { owner: editor.id, assignee: writer.id });
    expect(await place.admin.draft('articles', begun.id)).toMatchObject({ owner: writer.id, assignee: editor.id });
    await editor.edit('articles', begun.id, { owner: place.other.id, assignee: writer.id });
    expect(await place.admin.draft('articles', begun.id)).toMatchObject({ owner: place.other.id, assignee: writer.id });
  });

  it('of a copy that a writer makes: the writer’s', async () => {
    const original = await place.callers.editor.create('articles', { title: 'Copied' });
    for (const asked of [
      { method: 'POST', path: `/api/articles/${original.id}/duplicate?depth=0`, body: '{}', headers: { 'Content-Type': 'application/json' } },
      asGraphql(`mutation { duplicateArticle(id: "${original.id}", data: { id: "x", language: "en", title: "Copy", owner: "${place.admin.id}" }) { id } }`),
    ]) {
      const { body } = await send(place, asked, place.callers.writer);
      const { doc, data } = body as { doc?: Doc; data?: { duplicateArticle: Doc } };
      expect((await place.admin.draft('articles', (doc ?? data!.duplicateArticle).id)).owner).toBe(place.callers.writer.id);
    }
  });
});

describe('the permissions that Payload tells', () => {
  const operations: Record<string, string[]> = { create: ['create'], read: ['read unreleased', 'read'], update: ['update'], delete: ['delete'] };
  const asking = matrix.sections.filter(({ rows }) => rows.some(({ operation }) => operation === 'ask access'));

  it.each(asking.flatMap(({ collections, rows }) => collections.map((collection) => ({ collection, rows, records: areRecords(rows) }))))(
    'about a document of $collection are those of the table',
    async ({ collection, rows, records }) => {
      for (const role of ROLES) {
        const caller = place.callers[role];
        for (const [owner, may] of [
          [place.other, ['yes']],
          [caller, ['yes', 'own']],
        ] as const) {
          if (owner.id === '' || (owner === caller && !rows.some((row) => row.may[role] === 'own'))) continue;
          const target = await freshTarget(place, collection, owner, records);
          const asked = { method: 'POST', path: `/api/${collection}/access/${target.id}`, body: '{}', headers: { 'Content-Type': 'application/json' } };
          const { status, body } = await send(place, asked, caller);
          expect([200, 404], role).toContain(status);
          const told = (status === 200 ? body : {}) as Record<string, unknown>;
          for (const [permission, names] of Object.entries(operations)) {
            const row = rows.find(({ operation }) => names.includes(operation));
            expect(Boolean(told[permission]), `${role} ${permission}`).toBe(row !== undefined && (may as readonly string[]).includes(row.may[role]));
          }
        }
      }
    },
  );

  it('about everything are told to everybody, and open the panel to accounts only', async () => {
    const panel = matrix.pages.find(({ operation }) => operation === 'admin panel');
    for (const role of ROLES) {
      const { status, body } = await send(place, { method: 'GET', path: '/api/access', headers: {} }, place.callers[role]);
      expect(status).toBe(200);
      expect((body as { canAccessAdmin?: boolean }).canAccessAdmin === true, role).toBe(panel?.may[role] === 'yes');
      for (const shut of ['payload-kv', 'signing-keys']) expect(JSON.stringify(body)).not.toContain(shut);
    }
  });
});

describe('pages that are everybody’s', () => {
  it.each(['/', '/livez', '/readyz', '/metrics', '/.well-known/jwks.json', '/api/graphql?query={initializedUser}'])(
    '%s is answered to each role',
    async (path) => {
      for (const role of ROLES) expect((await send(place, { method: 'GET', path, headers: {} }, place.callers[role])).status, role).toBe(200);
    },
  );

  it('measurements are not for somebody who comes from elsewhere', async () => {
    expect((await send(place, { method: 'GET', path: '/metrics', headers: { 'X-Forwarded-For': '192.0.2.7' } }, place.admin)).status).toBe(403);
  });
});

describe('a method named in a header', () => {
  it('opens no other door: a POST may say that it is a GET, and is then held to the same rules', async () => {
    const target = await freshTarget(place, 'articles', place.other, false);
    const posted = (headers: Record<string, string>): Asked => ({ method: 'POST', path: `/api/articles/${target.id}`, headers });
    for (const role of ROLES) {
      expect((await send(place, posted({ 'X-HTTP-Method-Override': 'DELETE' }), place.callers[role])).status, role).toBe(400);
      const may = matrix.sections[0]?.rows.find(({ operation }) => operation === 'read unreleased')?.may[role];
      expect((await send(place, posted({ 'X-HTTP-Method-Override': 'GET' }), place.callers[role])).status, role).toBe(may === 'yes' ? 200 : 404);
    }
  });
});

describe.each(matrix.fields)('of a released document of $collection', ({ collection, seen, asked }) => {
  const always = ['id', 'createdAt', 'updatedAt', ...(['articles', 'news-excerpts', 'commentaries'].includes(collection) ? ['_status'] : [])];
  const every = async () => Object.keys((await place.admin.send<Doc>('GET', `/api/${collection}/${place.released[collection]?.id ?? ''}?depth=0`)).body);

  it.each(['anonymous', 'syndication', 'disabled'] as Role[])('a reader (%s) sees exactly the public fields, and all of them', async (role) => {
    const { body } = await place.callers[role].send<Doc>('GET', `/api/${collection}/${place.released[collection]?.id ?? ''}?depth=0`);
    expect(Object.keys(body).sort()).toEqual([...always, ...seen].sort());
    expect(Object.entries(body).filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))).toEqual([]);
    const staff = await every();
    expect(seen.filter((field) => !staff.includes(field))).toEqual([]);
    expect(staff.length).toBeGreaterThan(always.length + seen.length);
  });

  it('GraphQL shows a reader nothing in any other field', async () => {
    const { name, fields } = fieldsInGraphql(collection);
    const others = fields.filter(([field]) => ![...always, ...seen].includes(field));
    const query = `{ ${name}(id: "${place.released[collection]?.id ?? ''}") { id ${others.map(([field, below]) => `${field}${below}`).join(' ')} } }`;
    const { body } = await send(place, asGraphql(query), place.callers.anonymous);
    const shown = Object.entries((body as { data: Record<string, Record<string, unknown>> }).data[name] ?? {});
    expect(shown.filter(([field, value]) => field !== 'id' && !saysNothing(value))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });

  it('a reader filters and sorts by the fields that the table names, and by no other', async () => {
    for (const field of await every()) {
      const may = ['id', 'createdAt', 'updatedAt', ...asked].includes(field);
      for (const query of [`sort=${field}`, `where[${field}][exists]=true`]) {
        const { status } = await place.callers.anonymous.send('GET', `/api/${collection}?limit=1&${query}`);
        expect(status, query).toBe(may ? 200 : 400);
      }
    }
  });
});

function saysNothing(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).every(saysNothing));
}
