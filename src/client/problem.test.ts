/** Without this test a program would not know why it was refused, and readers would not hear why a story is gone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScriptedServer, type ScriptedServer } from '../../tests/helpers/scriptedServer.ts';
import { createClient, GoneError, ProblemError, type Client } from './index.ts';

let server: ScriptedServer;
let client: Client;
beforeAll(async () => {
  server = await openScriptedServer();
  client = createClient({ baseUrl: `${server.url}/`, retries: 0 });
});
afterAll(() => server.close());

const problem = { 'Content-Type': 'application/problem+json' };
const thrownBy = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);

it('what is wrong with a question is told part by part', async () => {
  const errors = [{ parameter: 'langauge', detail: 'Did you mean language?' }];
  const body = {
    type: 'https://news.example/v1/docs/errors/unknown-parameter',
    title: 'Bad request',
    status: 400,
    detail: 'There is no such parameter.',
    errors,
  };
  server.script({ status: 400, headers: { ...problem, 'X-Request-Id': 'r-1' }, body: { ...body, extra: 7 } });
  const error = await thrownBy(client.articles.list());
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ ...body, slug: 'unknown-parameter', message: body.detail, requestId: 'r-1', retryAfter: null, body: { extra: 7 } });
});

it('an answer that is no problem object is an error all the same', async () => {
  server.script(
    { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad gateway</h1>' },
    { status: 500, headers: problem, body: '{"detail": "cut o' },
  );
  expect(await thrownBy(client.articles.list())).toMatchObject({ status: 502, type: 'about:blank', title: 'Bad Gateway', errors: [] });
  expect(await thrownBy(client.articles.list())).toMatchObject({ status: 500, type: 'about:blank' });
});

it('a story that was taken back comes with its notice, whether it is got or looked for', async () => {
  const body = {
    type: '/v1/docs/errors/article-withdrawn',
    status: 410,
    detail: 'This story was withdrawn: It was not so.',
    notice: 'It was not so.',
    at: '2026-03-01T10:00:00.000Z',
  };
  server.script({ status: 410, headers: problem, body });
  for (const call of [client.articles.get('a'), client.articles.find('a')]) {
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(GoneError);
    expect(error).toMatchObject({ notice: 'It was not so.', at: '2026-03-01T10:00:00.000Z', slug: 'article-withdrawn' });
  }
  server.script({ status: 410, headers: problem, body: { status: 410, notice: null } });
  expect(await thrownBy(client.articles.get('a'))).toMatchObject({ notice: null, at: null });
});

it('what never was is an error where it is got, and null where it is looked for', async () => {
  server.script({ status: 404, headers: problem, body: { status: 404, detail: 'No such story.' } });
  expect(await thrownBy(client.articles.get('a'))).toMatchObject({ status: 404 });
  expect(await Promise.all([client.articles.find('a'), client.authors.find('a'), client.excerpts.find('a')])).toEqual([null, null, null]);
});

it('an address that is none is told at once', () => {
  expect(() => createClient({ baseUrl: 'news.example' })).toThrow(TypeError);
  expect(() => createClient({ baseUrl: 'ftp://news.example' })).toThrow(/http/);
  expect(() => createClient({ baseUrl: server.url, headers: { 'not a name': '' } })).toThrow(TypeError);
});
