/** The panel is a page that anybody can open as far as its door: neither its HTML, nor what it streams, nor its scripts tell what is behind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ask, leaks, walk, type Door, type Question } from '../canaries/ask.ts';
import { plantedNewsroom, type CanaryNewsroom } from '../canaries/newsroom.ts';
import { pageDoors } from '../canaries/otherDoors.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../..');
let desk: CanaryNewsroom;
let stranger: Door;

beforeAll(async () => {
  desk = await plantedNewsroom({ withAdmin: true });
  stranger = { url: desk.newsroom.url };
});
afterAll(() => desk.close());

it('an editor’s page holds the secrets that the search looks for', async () => {
  const { never } = desk.stories;
  const heard = await walk(asSomebody(desk.editor.token), pagesOf([`/admin/collections/articles/${never.articles}`]), desk.marks);
  expect([...heard.marks.keys()].map((mark) => desk.marks.placeOf(mark))).toEqual(
    expect.arrayContaining(['never published: articles.title', 'never published: articles.notes']),
  );
});

it('an editor’s panel is drawn such secrets by its server’s actions', async () => {
  const heard = await walk(asSomebody(desk.editor.token), serverActions(), desk.marks);
  expect([...heard.marks.keys()].map((mark) => desk.marks.placeOf(mark))).toContain('never published: articles.title');
});

it('a stranger finds no secret in any page of the panel, in what it streams, or in its scripts', async () => {
  const heard = await walk(stranger, [...panel(), ...serverActions(), ...scripts(), ...otherPages()], desk.marks);
  expect(leaks(heard, desk.marks)).toEqual([]);
  expect(heard.answered).toBeGreaterThan(20);
});

it('nor does somebody from syndication, who may open the panel', async () => {
  const door = asSomebody(desk.syndication.token);
  const { body } = await ask(door, { path: '/admin' });
  expect(body).toContain('syndication');
  const heard = await walk(door, [...panel(), ...serverActions()], desk.marks);
  expect(leaks(heard, desk.marks)).toEqual([]);
});

/** What is published, the front page with it, tests/int/canaries.test.ts asks for; here it would tell of what is out. */
function otherPages(): Question[] {
  return pageDoors().filter(({ path }) => path !== '/' && !/^\/(v1|feeds|sitemap)/.test(path));
}

/** The panel knows people by a cookie. */
function asSomebody(token: string | null): Door {
  return { url: desk.newsroom.url, headers: { Cookie: `counterpoint-token=${token ?? ''}` } };
}

function panel(): Question[] {
  const { stories } = desk;
  const documents = [stories.never, stories.embargoed, stories.live].flatMap((ids) =>
    Object.entries(ids).flatMap(([collection, id]) => {
      const path = `/admin/collections/${collection}/${String(id)}`;
      return [path, `${path}/versions`, `${path}/api`, `${path}/preview`];
    }),
  );
  const lists = [...Object.keys(stories.live), 'users', 'workflow', 'approvals', 'transitions', 'slugs', 'imports', 'payload-locked-documents'].flatMap(
    (slug) => [
      `/admin/collections/${slug}?limit=100`,
      `/admin/collections/${slug}?where[or][0][and][0][notes][exists]=true`,
      `/admin/collections/${slug}/create`,
    ],
  );
  const others = [
    '/admin',
    '/admin/',
    '/admin/login',
    '/admin/login?redirect=%2Fadmin%2Fcollections%2Farticles',
    '/admin/forgot',
    '/admin/account',
    '/admin/logout',
    '/admin/unauthorized',
  ];
  return pagesOf([...others, '/admin/create-first-user', '/admin/reset/token', '/admin/nothing', '/admin/collections/nothing', ...lists, ...documents]);
}

/** Each page as a browser asks for it, and as a page that is open already does. */
function pagesOf(paths: readonly string[]): Question[] {
  return paths.flatMap((path) => [{ path }, { path: `${path}${path.includes('?') ? '&' : '?'}_rsc=1`, headers: { RSC: '1' } }]);
}

/** What the panel asks its own server to draw: React's server actions, each told to draw what Payload knows to draw. */
function serverActions(): Question[] {
  const { never } = desk.stories;
  const names = ['render-document', 'render-list', 'form-state', 'table-state', 'copy-data-from-locale', 'schedule-publish', 'get-default-layout', 'slugify'];
  const document = { collectionSlug: 'articles', docID: never.articles, schemaPath: 'articles', operation: 'update', renderAllFields: true };
  const args = { ...document, id: never.articles, docPermissions: { fields: true }, docPreferences: { fields: {} }, query: { limit: 100 }, columns: [] };
  return actionIds().flatMap((id) =>
    names.map((name) => ({
      path: '/admin/login',
      body: JSON.stringify([{ name, args }]),
      headers: { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8', Accept: 'text/x-component', Origin: desk.newsroom.url },
    })),
  );
}

function actionIds(): string[] {
  const manifest = readFileSync(join(root, '.next/server/server-reference-manifest.json'), 'utf8');
  return Object.keys((JSON.parse(manifest) as { node: Record<string, unknown> }).node);
}

function scripts(): Question[] {
  return readdirSync(join(root, '.next/static'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css|json)$/.test(file))
    .map((file) => ({ path: `/_next/static/${file}` }));
}
