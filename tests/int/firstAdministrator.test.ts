/** Without these tests a newsroom could be taken over by whoever finds it first. */
import { afterEach, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';

let newsroom: Newsroom | undefined;
afterEach(async () => {
  await newsroom?.stop();
  newsroom = undefined;
});

const account = { email: 'first@news.example', password: 'a long enough password' };
const post = (room: Newsroom, path: string, headers: Record<string, string> = {}) =>
  fetch(room.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(account) });

describe('the first administrator', () => {
  it('signs up on a developer’s own machine, once', async () => {
    newsroom = await startNewsroom();
    expect((await post(newsroom, '/api/users/first-register', { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(403);
    expect((await post(newsroom, '/api/users/First-Register/', { Forwarded: 'for=203.0.113.9' })).status).toBe(403);
    const made = await post(newsroom, '/api/users/first-register');
    expect(made.status).toBe(200);
    expect(((await made.json()) as { user: { roles: string[] } }).user.roles).toEqual(['admin']);
    expect((await post(newsroom, '/api/users/first-register')).status).toBe(403);
    expect((await post(newsroom, '/api/users/login')).status).toBe(200);
  });

  it.each([
    ['in production', { COUNTERPOINT_PRODUCTION: 'true', PAYLOAD_SECRET: 's'.repeat(32) }],
    ['where other machines reach it', { HOST: '0.0.0.0' }],
    ['where the world has a name for it', { PUBLIC_URL: 'https://newsroom.example' }],
  ])('cannot sign up %s, and is told how it is done', async (_where, env) => {
    newsroom = await startNewsroom({ env });
    expect((await post(newsroom, '/api/users/first-register')).status).toBe(403);
    const page = await fetch(`${newsroom.url}/admin/create-first-user`);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('counterpoint user create');
  });

  it('comes from the settings, once, whatever they say later', async () => {
    const env = { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password, HOST: '0.0.0.0' };
    newsroom = await startNewsroom({ env });
    expect((await post(newsroom, '/api/users/login')).status).toBe(200);
    expect((await fetch(`${newsroom.url}/admin/create-first-user`, { redirect: 'manual' })).headers.get('Location')).toBe('/admin/login');
    await newsroom.kill();
    newsroom = await startNewsroom({ env: { ...env, ADMIN_PASSWORD: 'another long password' }, on: newsroom });
    expect((await post(newsroom, '/api/users/login')).status).toBe(200);
  });
});

describe('how often', () => {
  it('attempts to sign in are counted over REST and GraphQL together, whatever the spelling', async () => {
    newsroom = await startNewsroom({ env: { LOGIN_ATTEMPTS_PER_MINUTE: '3' } });
    expect((await post(newsroom, '/api/users/login')).status).toBe(401);
    expect((await post(newsroom, '/api/users/LOGIN/')).status).toBe(401);
    const query = 'mutation{loginUser(email:"a@news.example",password:"x"){token}}';
    const overGraphql = () =>
      fetch(`${newsroom?.url ?? ''}/api/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
    expect((await overGraphql()).status).toBe(200);
    const refused = await overGraphql();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect((await post(newsroom, '/api/users/login')).status).toBe(429);
    expect((await fetch(`${newsroom.url}/api/articles`)).status).toBe(200);
  });

  it('requests of an address are counted, and it is told how many are left', async () => {
    newsroom = await startNewsroom({ env: { RATE_LIMIT_PER_MINUTE: '2' } });
    const first = await fetch(`${newsroom.url}/api/articles`);
    expect(first.headers.get('RateLimit')).toMatch(/r=1/);
    await fetch(`${newsroom.url}/api/articles`);
    expect((await fetch(`${newsroom.url}/api/articles`)).status).toBe(429);
    expect((await fetch(`${newsroom.url}/readyz`)).status).toBe(200);
  });
});
