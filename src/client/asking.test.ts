/** Without this test a question could reach the newsroom as another one, and a page be left out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScriptedServer, type ScriptedServer } from '../../tests/helpers/scriptedServer.ts';
import { createClient, GraphqlError, type ClientSettings } from './index.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());

const aClient = (settings: Partial<ClientSettings> = {}) => createClient({ baseUrl: server.url, retries: 0, ...settings });
const thrownBy = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);
const paths = () => server.asked.map(({ path }) => path);
const page = (data: unknown[], next: string | null) => ({ body: { data, page: { limit: 100, next } } });

it('lists, times and yes or no are spelt as the contract has them, and what is not asked is left out', async () => {
  server.script(page([], null));
  await aClient().articles.list({
    ...{ source: ['wire-1', 'wire-2'], topic: 'ports & quays', from: new Date('2024-03-12T09:30:00Z'), to: '2024-03-13' },
    ...{ fields: ['id', 'title'], count: true, limit: 5, q: '"late ferry"', author: undefined },
  });
  expect(Object.fromEntries(new URL(paths()[0] ?? '', server.url).searchParams)).toEqual({
    ...{ source: 'wire-1,wire-2', topic: 'ports & quays', from: '2024-03-12T09:30:00.000Z', to: '2024-03-13' },
    ...{ fields: 'id,title', count: 'true', limit: '5', q: '"late ferry"' },
  });
});

it('every door has its address, whatever characters are in a name', async () => {
  server.script({ body: {} });
  const client = aClient({ baseUrl: `${server.url}/` });
  await client.articles.get('a/b');
  await client.articles.get({ language: 'ar', slug: 'جسر' });
  await client.articles.rendition({ language: 'en', slug: 'night-buses' }, 'jsonld');
  await client.articles.edition('a', 3);
  await client.excerpts.get('e');
  await client.commentaries.get('c');
  await client.outlets.get('what?', { language: 'fr' });
  await client.corrections.list({ language: ['en', 'fr'] });
  expect(paths()).toEqual([
    '/v1/articles/a%2Fb',
    '/v1/articles/ar/%D8%AC%D8%B3%D8%B1',
    '/v1/articles/en/night-buses.jsonld',
    '/v1/articles/a/editions/3',
    '/v1/excerpts/e',
    '/v1/commentaries/c',
    '/v1/outlets/what%3F?language=fr',
    '/v1/corrections?language=en%2Cfr',
  ]);
});

it('headers of the client go with every request', async () => {
  server.script({ body: {} });
  await aClient({ headers: { 'User-Agent': 'quay-site/1' } }).ledgerHead();
  expect(server.asked[0]?.headers).toMatchObject({ 'user-agent': 'quay-site/1', accept: 'application/json' });
});

it('somebody else may do the fetching', async () => {
  const asked: unknown[] = [];
  const fetching: typeof fetch = async (address) => {
    asked.push(address);
    return Response.json({ seq: 1 });
  };
  expect(await aClient({ baseUrl: 'https://news.example', fetch: fetching }).ledgerHead()).toEqual({ seq: 1 });
  expect(asked).toEqual(['https://news.example/v1/ledger-head']);
});

it('an address that moved leads to the story', async () => {
  server.script({ status: 308, headers: { Location: '/desk/v1/articles/en/new' } }, { body: { slug: 'new' } });
  expect(await aClient().articles.get({ language: 'en', slug: 'old' })).toEqual({ slug: 'new' });
});

it('all that a query finds comes page by page, over a page with nothing on it too, and no page is asked for in vain', async () => {
  server.script(page([1, 2], 'one'), page([], 'two'), page([3], null));
  const found: unknown[] = [];
  for await (const one of aClient().articles.all({ topic: 'ports', view: 'full' })) found.push(one);
  expect(found).toEqual([1, 2, 3]);
  expect(paths()).toEqual(['', '&cursor=one', '&cursor=two'].map((cursor) => `/v1/articles?limit=100&topic=ports&view=full${cursor}`));

  server.script(page([1, 2], 'one'));
  for await (const first of aClient().authors.all({ limit: 2 })) {
    expect(first).toBe(1);
    break;
  }
  expect(paths()).toEqual(['/v1/authors?limit=2']);
});

it('GraphQL goes by GET, so that caches can answer, and by POST when it is long', async () => {
  server.script({ body: { data: { articles: [] } } });
  const client = aClient();
  expect(await client.graphql('query ($n: Int) { articles(first: $n) { id } }', { n: 3 })).toEqual({ articles: [] });
  await client.graphql(`{ articles { id } } # ${'long '.repeat(500)}`);
  const [short, long] = server.asked;
  expect(new URL(short?.path ?? '', server.url).searchParams.get('variables')).toBe('{"n":3}');
  expect([short?.method, long?.method, long?.path]).toEqual(['GET', 'POST', '/v1/graphql']);
  expect(JSON.parse(long?.body ?? '')).toMatchObject({ query: expect.stringContaining('long long') as string });

  server.script({ body: { data: { article: null }, errors: [{ message: 'No such field.', path: ['article'] }] } });
  const error = await thrownBy(client.graphql('{ article { colour } }'));
  expect(error).toBeInstanceOf(GraphqlError);
  expect(error).toMatchObject({ message: 'No such field.', data: { article: null } });
  server.script({ status: 400, headers: { 'Content-Type': 'application/graphql-response+json' }, body: { errors: [{ message: 'Syntax error.' }] } });
  expect(await thrownBy(client.graphql('{'))).toMatchObject({ name: 'GraphqlError', message: 'Syntax error.' });
  server.script({ status: 400, body: { type: '/v1/docs/errors/no-query', detail: 'There is no query.', errors: [] } });
  expect(await thrownBy(client.graphql(''))).toMatchObject({ name: 'ProblemError', detail: 'There is no query.' });
});

it('an answer that was kept is asked about, not read again, and is nobody else’s to change', async () => {
  const client = aClient({ keep: 2 });
  const tagged = (etag: string, body: unknown) => ({ headers: { ETag: etag }, body });
  server.script(tagged('"a1"', { slug: 'a' }), { status: 304, body: '' });
  const first = await client.articles.get('a');
  first.slug = 'changed';
  expect(await client.articles.get('a')).toEqual({ slug: 'a' });
  expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a1"']);

  server.script(
    tagged('"a2"', { slug: 'newer' }),
    tagged('"b"', {}),
    { status: 304, body: '' },
    tagged('"c"', {}),
    { status: 304, body: '' },
    tagged('"b"', {}),
  );
  for (const id of ['a', 'b']) await client.articles.get(id);
  expect(await client.articles.get('a')).toEqual({ slug: 'newer' });
  for (const id of ['c', 'a', 'b']) await client.articles.get(id);
  // Two are kept: the one that was not asked for longest has gone.
  expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual(['"a1"', undefined, '"a2"', undefined, '"a2"', undefined]);
});
