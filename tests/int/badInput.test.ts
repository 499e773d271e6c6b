/** Without these tests a client's mistake could look like ours: whatever is sent, the answer is a sentence, never a 500. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { firstAdministrator, type Caller } from '../helpers/staff.ts';

let newsroom: Newsroom;
let admin: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom();
  admin = await firstAdministrator(newsroom);
});
afterAll(async () => {
  await newsroom.stop();
});

const FIELDS: Record<string, readonly string[]> = {
  articles: [
    'title',
    'slug',
    'language',
    'summary',
    'excerpts',
    'commentaries',
    'heroImage',
    'topics',
    'outlets',
    'writtenFor',
    'translationOf',
    'embargoUntil',
    'storyDate',
    'owner',
    'assignee',
    'notes',
    'rev',
    'id',
  ],
  'news-excerpts': [
    'outlet',
    'publishedOn',
    'publishedOnInferred',
    'title',
    'url',
    'leadIn',
    'quote',
    'language',
    'reporter',
    'snapshot',
    'verification',
    'quoteCheck',
    'rights',
    'syndicable',
  ],
  commentaries: ['body', 'authors', 'capacity', 'respondsTo', 'language'],
  authors: ['name', 'slug', 'role', 'affiliation', 'bio', 'photo', 'links', 'aliases', 'user'],
  outlets: ['name', 'slug', 'kinds', 'homepage', 'storyUrl', 'country', 'aliases', 'usageTerms'],
  topics: ['name', 'slug', 'mediaTopic', 'parent'],
  users: ['email', 'password', 'name', 'roles', 'language', 'timeZone', 'disabled'],
};
const LEAST: Record<string, Record<string, unknown>> = {
  articles: { title: 'A title' },
  authors: { name: 'A name' },
  outlets: { name: 'A name' },
  topics: { name: 'A name' },
};
const WRONG: readonly unknown[] = [
  1,
  -1.5,
  true,
  '',
  'x',
  '0197f3c0-0000-7000-8000-000000000000',
  [],
  ['x'],
  [null],
  {},
  { id: {} },
  { root: {} },
  { root: { type: 'root', children: 'x' } },
  [{ id: 1 }],
  '\u0000',
  'a'.repeat(100_000),
  null,
];

describe.each(Object.entries(FIELDS))('%s', (collection, fields) => {
  it.each(fields)('a wrong %s is named or put right, never a 500', async (field) => {
    for (const value of WRONG) {
      const sent = { ...LEAST[collection], [field]: value };
      const { status, body } = await admin.send('POST', `/api/${collection}`, sent);
      expect(status, `${JSON.stringify(value)?.slice(0, 60)}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|SQLITE|Mongo/);
    }
  });
});

describe('transitions', () => {
  it.each([[null], [[]], ['x'], [{ reason: 1 }], [{ reason: 'x', other: 1 }], [{ notice: 'x'.repeat(3000) }]])(
    'the body %j is refused with its reason',
    async (body) => {
      const article = await admin.create('articles', { title: 'A title' });
      const answer = await admin.send('POST', `/api/articles/${article.id}/submit`, body, { 'If-Match': '*' });
      expect([400, 422]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it.each(['nothing', '..%2f', '0197f3c0-0000-7000-8000-000000000000'])('a story that does not exist, %s, is a 404', async (id) => {
    const { status } = await admin.send('POST', `/api/articles/${id}/submit`, {}, { 'If-Match': '*' });
    expect(status).toBe(404);
  });

  it('a method that is not POST is refused with the one that is possible', async () => {
    const { status, headers } = await admin.send('GET', '/api/articles/x/submit');
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('JSON that is none is a 400', async () => {
    const response = await fetch(`${newsroom.url}/api/articles/x/submit`, {
      method: 'POST',
      body: '{"reason":',
      headers: { 'Content-Type': 'application/json', Authorization: `JWT ${admin.token ?? ''}` },
    });
    expect(response.status).toBe(400);
  });
});
