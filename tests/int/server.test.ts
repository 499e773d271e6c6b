/** Without these tests the edge of the server (health, limits, guards, headers, shutdown) would be promises only. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failToStart, startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { rawConnection } from '../helpers/rawRequest.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(async () => {
  expect(await newsroom.stop()).toBe(0);
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(newsroom.url + path, { headers, redirect: 'manual' });
const send = (path: string, body: BodyInit | undefined, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(newsroom.url + path, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(body === undefined ? {} : { body }) });
const graphql = (query: string, variables?: object) => send('/api/graphql', JSON.stringify({ query, variables }));
const messages = async (answer: Response) => ((await answer.json()) as { errors: { message: string }[] }).errors.map(({ message }) => message).join(' ');

describe('what an operator sees', () => {
  it('a running newsroom is alive and ready', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'ok' });
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ok', ledger: null });
  });

  it('metrics are read from the machine itself, and not through a proxy on it', async () => {
    const metrics = await get('/metrics');
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toContain('http_request_duration_seconds_bucket');
    expect((await get('/metrics', { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(403);
  });

  it('a wrong setting stops the start with one line that names it', async () => {
    const { code, said } = await failToStart({ NEWSROOM_TIME_ZONE: 'Europe/Atlantis' });
    expect(code).toBe(2);
    expect(said.trim()).toMatch(/^NEWSROOM_TIME_ZONE is "Europe\/Atlantis": accepted is .+\.$/);
  });

  it('a port that is taken is said in a sentence', async () => {
    const { code, said } = await failToStart({ PORT: new URL(newsroom.url).port });
    expect(code).toBe(2);
    expect(said).toContain('something else listens there already');
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('the log has a line for a request, without its query and its secrets', async () => {
    const id = 'a-request-to-find';
    await get('/api/articles?limit=1&x=hunter2', { 'X-Request-Id': id, Authorization: 'JWT hunter2', Cookie: 'counterpoint-token=hunter2' });
    await expect.poll(() => newsroom.logs.some((one) => one.includes(id))).toBe(true);
    const line = newsroom.logs.find((one) => one.includes(id));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ request: id, method: 'GET', path: '/api/articles', status: 200 });
    expect(newsroom.logs.join('\n')).not.toContain('hunter2');
  });
});

describe('every answer', () => {
  it('the front page says what runs here and loads nothing from elsewhere', async () => {
    const page = await get('/');
    const html = await page.text();
    expect(page.headers.get('Content-Type')).toContain('text/html');
    for (const link of ['/admin', '/api/articles', '/v1/docs', '/v1/graphql', '/feeds/articles.rss']) expect(html).toContain(`href="${link}`);
    expect(html).toContain('<html lang="en">');
    expect(html).not.toMatch(/(src|href)="https?:/);
    expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('carries a request id: the caller’s where it is sane, a new one otherwise', async () => {
    expect((await get('/livez', { 'X-Request-Id': 'my-own-id-1' })).headers.get('X-Request-Id')).toBe('my-own-id-1');
    for (const odd of ['short', 'with spaces in it', 'x'.repeat(200)]) {
      expect((await get('/livez', { 'X-Request-Id': odd })).headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('carries the headers that keep browsers from guessing, and does not say what it is made with', async () => {
    const { headers } = await get('/api/articles');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Powered-By')).toBeNull();
  });

  it('to somebody in particular is kept by no cache', async () => {
    expect((await get('/api/articles', { Authorization: 'JWT nonsense' })).headers.get('Cache-Control')).toBe('private, no-store');
    expect((await get('/api/articles', { Cookie: 'a=b' })).headers.get('Cache-Control')).toBe('private, no-store');
    expect((await get('/api/articles')).headers.get('Cache-Control')).toBe('no-cache');
  });

  it('is a problem with a type, a sentence and the request id where nothing is there', async () => {
    const answer = await get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: '/v1/docs/errors/not-found', status: 404, instance: answer.headers.get('X-Request-Id') });
  });

  it('is a 404 in the same shape where there is no such collection', async () => {
    const answer = await get('/api/nonsense');
    expect(answer.status).toBe(404);
    expect(await messages(answer)).toContain('/api/nonsense');
  });

  it('has Payload’s error shape under /api', async () => {
    const answer = await get('/api/articles?limit=0');
    expect(answer.status).toBe(400);
    expect(await messages(answer)).toContain('limit');
  });

  it.each([
    ['/', 'POST', 'GET, HEAD'],
    ['/livez', 'DELETE', 'GET, HEAD'],
    ['/api/graphql', 'PUT', 'GET, HEAD, POST'],
    ['/api/articles', 'PATCH', 'GET, HEAD, POST'],
    ['/api/articles?where[and][0]=', 'DELETE', 'GET, HEAD, POST'],
    ['/api/articles?where[id][exists]=true', 'PATCH', 'GET, HEAD, POST'],
    ['/api/articles/0190a0a0-0000-7000-8000-000000000000', 'POST', 'DELETE, GET, HEAD, PATCH'],
  ])('%s refuses %s and says what is possible', async (path, method, allow) => {
    const answer = await send(path, '{}', {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe(allow);
  });

  it('HEAD has the headers of GET and no body', async () => {
    const answer = await fetch(`${newsroom.url}/api/articles`, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});

describe('what clients may send', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=1e400',
    'limit=NaN',
    'limit=101',
    'limit=1&limit=2',
    'limit[a]=1',
    'page=0',
    'page=x',
    'depth=4',
    'depth=-1',
    'where=abc',
    'where[and]=abc',
    'where[and][0]=abc',
    'where[title]=abc',
    'where[title][nonsense]=1',
    'where[id][near]=1',
    'where[title][equals][a]=1',
    'sort[a]=1',
    'sort=a;b',
    'select=abc',
    'populate=abc',
    'joins=abc',
    'joins[x][limit]=0',
    'pagination=false',
    'where[__proto__][equals]=1',
    '__proto__[limit]=1',
    'where[constructor][prototype][equals]=1',
  ])('?%s is refused with 400, by GET and by POST that means GET', async (query) => {
    const encoded = encodeURI(query);
    const answers = [
      await get(`/api/articles?${encoded}`),
      await send('/api/articles', encoded, { 'Content-Type': 'application/x-www-form-urlencoded', 'X-HTTP-Method-Override': 'GET' }),
      await send('/api/articles', encoded, { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(await messages(answer)).toMatch(/\w/);
    }
  });

  it.each(['limit=1', 'limit=100', 'page=2', 'depth=0', 'where[title][equals]=a', 'where[or][0][title][equals]=a&where[or][1][slug][in]=b,c', 'sort=-title'])(
    '?%s is answered',
    async (query) => {
      expect((await get(`/api/articles?${encodeURI(query)}`)).status).toBe(200);
    },
  );

  it('a query in a JSON body is the same query', async () => {
    const answer = await send('/api/articles', JSON.stringify({ limit: 7, where: { title: { equals: 'none' } } }), { 'X-HTTP-Method-Override': 'GET' });
    expect(await answer.json()).toMatchObject({ docs: [], limit: 7 });
    expect((await send('/api/articles', JSON.stringify({ limit: 0 }), { 'X-HTTP-Method-Override': 'GET' })).status).toBe(400);
    expect((await send('/api/articles', '{}', { 'X-HTTP-Method-Override': 'DELETE' })).status).toBe(400);
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['broken JSON', '{"email":'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['20,000 brackets', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a poisoned key', '{"__proto__":{"roles":["admin"]}}'],
    ['a number beyond all numbers', '{"email":1e999}'],
  ])('a body that is %s is refused with 400', async (_what, body) => {
    const answer = await send('/api/users/login', body);
    expect(answer.status).toBe(400);
    expect(await messages(answer)).toMatch(/\w/);
  });

  it('a write without a body is refused as an empty one', async () => {
    expect((await send('/api/users/login', undefined)).status).toBe(400);
  });

  it('a form that is broken, or carries what is no document, is refused with 400', async () => {
    const form = (payload: string) => `--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${payload}\r\n--b--\r\n`;
    const type = { 'Content-Type': 'multipart/form-data; boundary=b' };
    expect((await send('/api/users/login', form('null'), type)).status).toBe(400);
    expect((await send('/api/users/login', form('[['.repeat(10_000)), type)).status).toBe(400);
    expect((await send('/api/users/login', '--b\r\nContent-Dis', type)).status).toBe(400);
    expect((await send('/api/users/login', 'x', { 'Content-Type': 'multipart/form-data' })).status).toBe(400);
  });

  it('a body of another kind is refused with 415', async () => {
    expect((await send('/api/users/login', 'email=a', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await send('/api/users/login', '{}', { 'Content-Encoding': 'gzip' })).status).toBe(415);
    expect((await send('/api/graphql', 'query=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });

  it('more than the limit is refused with 413, said or not', async () => {
    const large = `{"email":"${'x'.repeat(1_048_577)}"}`;
    expect((await send('/api/users/login', large)).status).toBe(413);
    const connection = rawConnection(newsroom.url);
    connection.write('POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 17; sent += 1) connection.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
    await connection.sends('413');
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('an upload without an account may be no larger than other bodies', async () => {
    const answer = await send('/api/media', new Uint8Array(2_000_000), { 'Content-Type': 'multipart/form-data; boundary=b' });
    expect(answer.status).toBe(413);
  });

  it('an address that is too long is refused with 414', async () => {
    const answer = await get(`/api/articles?where[title][equals]=${'x'.repeat(9000)}`);
    expect(answer.status).toBe(414);
  });

  it.each(['//evil.example/', '/api/../admin', '/api/./articles', '/api/%2e%2e/x', '/api\\articles', '/api/%E0%A4%A', '/%00', 'http://evil.example/'])(
    'the address %s is refused with 400',
    async (address) => {
      const connection = rawConnection(newsroom.url);
      connection.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect(await connection.closed).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it('nothing that a client sends brings out a stack', async () => {
    const answers = [
      await get('/api/articles?where=abc'),
      await send('/api/users/login', 'null'),
      await get('/nowhere'),
      await graphql('{'),
      await send('/api/articles', '{}'),
    ];
    for (const answer of answers) expect(await answer.text()).not.toMatch(/\bat .+:\d+:\d+|node_modules|"stack"/);
  });
});

describe('GraphQL', () => {
  it('answers by POST, and queries by GET', async () => {
    expect(await (await graphql('{Articles(limit:1){totalDocs}}')).json()).toEqual({ data: { Articles: { totalDocs: 0 } } });
    expect(await (await get(`/api/graphql?query=${encodeURIComponent('{Articles{limit}}')}`)).json()).toMatchObject({ data: { Articles: { limit: 10 } } });
    expect((await get(`/api/graphql?query=${encodeURIComponent('mutation{logoutUser}')}`)).status).toBe(405);
  });

  it('says what its schema is', async () => {
    expect(await (await graphql('{__schema{queryType{name}}}')).json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  it.each([
    ['too deep', `{Articles{docs{translations${'{article{translations'.repeat(6)}{id}${'}}'.repeat(6)}}}}`, undefined],
    ['too many aliases', `{${Array.from({ length: 31 }, (_, n) => `a${String(n)}:Articles(limit:1){totalDocs}`).join(' ')}}`, undefined],
    ['too many tokens', `{${'Articles{limit} '.repeat(2000)}}`, undefined],
    ['a page too large', '{Articles(limit:101){totalDocs}}', undefined],
    ['no page at all', '{Articles(limit:0){totalDocs}}', undefined],
    ['a page too large in a variable', 'query($n:Int){Articles(limit:$n){totalDocs}}', { n: 5000 }],
    ['a page too large by default', 'query($n:Int=5000){Articles(limit:$n){totalDocs}}', undefined],
    ['everything at once', '{Articles(pagination:false){totalDocs}}', undefined],
    ['a fragment within itself', '{...a} fragment a on Query{...a}', undefined],
  ])('refuses %s', async (_what, query, variables) => {
    const answer = await graphql(query, variables);
    expect(answer.status).toBeLessThan(500);
    const { errors, data } = (await answer.json()) as { errors: unknown[]; data?: unknown };
    expect(errors.length).toBeGreaterThan(0);
    expect(data ?? null).toBeNull();
  });

  it('refuses several operations in one request, and several attempts to sign in', async () => {
    expect((await send('/api/graphql', '[{"query":"{__typename}"}]')).status).toBe(400);
    const attempt = 'loginUser(email:"a@news.example",password:"x"){token}';
    expect((await graphql(`mutation{a:${attempt} b:${attempt}}`)).status).toBe(400);
  });
});

describe('other sites', () => {
  it('may read what everybody may, with the useful headers', async () => {
    const { headers } = await get('/api/articles', { Origin: 'https://reader.example' });
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Access-Control-Expose-Headers')).toContain('X-Request-Id');
  });

  it('may not write, nor use credentials', async () => {
    const ask = await fetch(`${newsroom.url}/api/articles`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(ask.status).toBe(204);
    expect(ask.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD');
    expect(ask.headers.get('Access-Control-Allow-Headers')).not.toMatch(/authorization/i);
    expect(ask.headers.get('Access-Control-Allow-Headers')).toMatch(/last-event-id/i);
    const written = await send('/api/users/login', '{"email":"a@news.example","password":"x"}', { Origin: 'https://other.example' });
    expect(written.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('stopping', () => {
  it('finishes the request in flight, turns new ones away, and ends well', async () => {
    const leaving = await startNewsroom();
    const body = JSON.stringify({ email: 'nobody@news.example', password: 'not the password' });
    const slow = rawConnection(leaving.url);
    slow.write(
      `POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\nExpect: 100-continue\r\n\r\n`,
    );
    await slow.sends('100 Continue');
    leaving.signal('SIGTERM');
    await expect.poll(async () => (await fetch(`${leaving.url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    const turnedAway = await fetch(`${leaving.url}/api/articles`);
    expect(turnedAway.status).toBe(503);
    expect(turnedAway.headers.get('Retry-After')).toMatch(/^\d+$/);
    slow.write(body);
    expect(await slow.closed).toContain('HTTP/1.1 401 ');
    expect(await leaving.exited).toBe(0);
    await leaving.stop();
  });

  it('a second signal ends it at once', async () => {
    const leaving = await startNewsroom();
    const hanging = rawConnection(leaving.url);
    hanging.write('POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n');
    await hanging.sends('100 Continue');
    leaving.signal('SIGTERM');
    await expect.poll(async () => (await fetch(`${leaving.url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    let code: number | null | undefined;
    void leaving.exited.then((ended) => {
      code = ended;
    });
    await expect
      .poll(
        () => {
          leaving.signal('SIGTERM');
          return code;
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    await leaving.stop();
  });
});
