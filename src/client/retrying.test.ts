/** Without this test a busy second would be an error on somebody's page, or a client would ask a newsroom to death. */
import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { impatientWorld, openScriptedServer, type ScriptedServer } from '../../tests/helpers/scriptedServer.ts';
import { clientIn, type Client } from './client.ts';
import { ConnectionError, createClient, GoneError, ProblemError, type ClientSettings } from './index.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());

function aClient(settings: Partial<ClientSettings> = {}, random?: number): { client: Client; waits: number[] } {
  const world = impatientWorld(random);
  return { client: clientIn(world, { baseUrl: server.url, ...settings }), waits: world.waits };
}
const busy = (headers: Record<string, string> = {}, status = 503) => ({ status, headers, body: { status, detail: 'Not now.' } });
const head = { body: { seq: 7 } };
const thrownBy = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);

describe('a newsroom that is busy', () => {
  it.each([
    ['seconds', { 'Retry-After': '2' }, 2000],
    ['nothing', {}, 0],
    ['a date, by its own clock', { 'Retry-After': 'Sun, 01 Mar 2026 08:00:07 GMT', Date: 'Sun, 01 Mar 2026 08:00:00 GMT' }, 7000],
    ['a date that is over', { 'Retry-After': 'Sun, 01 Mar 2026 07:59:00 GMT', Date: 'Sun, 01 Mar 2026 08:00:00 GMT' }, 0],
    ['what nobody understands', { 'Retry-After': 'soon' }, 0],
    ['a negative number', { 'Retry-After': '-5' }, 0],
  ])('is asked again when it wants to be: it says %s', async (_name, headers, least) => {
    for (const status of [429, 503]) {
      const { client, waits } = aClient();
      server.script(busy(headers, status), head);
      expect(await client.ledgerHead()).toEqual(head.body);
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThanOrEqual(Math.max(least, 125));
      expect(waits[0]).toBeLessThan(least + 250);
    }
  });

  it('is asked less and less often, and at last no more', async () => {
    const { client, waits } = aClient({ retries: 4 }, 1);
    server.script(busy());
    expect(await thrownBy(client.ledgerHead())).toMatchObject({ name: 'ProblemError', status: 503, detail: 'Not now.' });
    expect([waits, server.asked.length]).toEqual([[250, 500, 1000, 2000], 5]);
  });

  it('is not asked by all at the same moment', async () => {
    const first: (number | undefined)[] = [];
    for (const random of [0, 0.5, 1]) {
      const { client, waits } = aClient({}, random);
      server.script(busy({ 'Retry-After': '3' }), head);
      await client.ledgerHead();
      first.push(waits[0]);
    }
    expect(new Set(first).size).toBe(3);
  });

  it('that asks for more patience than there is makes an error at once, which says how much', async () => {
    const { client, waits } = aClient({ longestWait: 60_000 });
    server.script(busy({ 'Retry-After': '3600' }));
    expect(await thrownBy(client.ledgerHead())).toMatchObject({ status: 503, retryAfter: 3_600_000 });
    expect([waits, server.asked.length]).toEqual([[], 1]);
  });
});

describe('a line that breaks', () => {
  it.each(['at once', 'in the middle'] as const)('%s is tried again', async (breaks) => {
    const { client, waits } = aClient();
    server.script({ ...head, breaks }, { ...head, breaks }, head);
    expect(await client.ledgerHead()).toEqual(head.body);
    expect(waits).toHaveLength(2);
  });

  it('again and again is told as what it is', async () => {
    const { client } = aClient({ retries: 1 });
    server.script({ breaks: 'at once' });
    const error = await thrownBy(client.ledgerHead());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ url: `${server.url}/v1/ledger-head` });
    expect(server.asked).toHaveLength(2);
  });

  it('and what never comes ends the attempt', async () => {
    const { client } = aClient({ timeout: 50, retries: 1 });
    server.script(() => undefined);
    expect(await thrownBy(client.ledgerHead())).toMatchObject({ name: 'ConnectionError', message: expect.stringContaining('within 50 ms') as string });
    expect(server.asked).toHaveLength(2);
  });

  it('that leads to something else than a newsroom is told as well', async () => {
    const { client } = aClient();
    server.script({ headers: { 'Content-Type': 'text/html' }, body: '<h1>Sign in to the network</h1>' });
    expect(await thrownBy(client.ledgerHead())).toMatchObject({ name: 'ConnectionError', message: expect.stringContaining('not JSON') as string });
  });
});

it.each([400, 401, 403, 404, 406, 410, 500])('%s will be the same in a moment, and is not asked again', async (status) => {
  const { client, waits } = aClient();
  server.script({ status, body: { status } });
  expect(await thrownBy(client.ledgerHead())).toBeInstanceOf(status === 410 ? GoneError : ProblemError);
  expect([waits, server.asked.length]).toEqual([[], 1]);
});

describe('taking a call back', () => {
  const why = new Error('The reader has left.');

  it.each(['of the call', 'of the client'])('by the signal %s ends it while it waits for an answer', async (whose) => {
    const { signal, abort } = aSignal();
    const { client } = aClient(whose === 'of the client' ? { signal } : {});
    server.script(() => {
      abort(why);
    });
    expect(await thrownBy(client.ledgerHead(whose === 'of the call' ? { signal } : {}))).toBe(why);
    expect(server.asked).toHaveLength(1);
  });

  it('ends it while it waits to ask again', async () => {
    const { signal, abort } = aSignal();
    const client = createClient({ baseUrl: server.url, longestWait: 3_600_000 });
    server.script(busy({ 'Retry-After': '1800' }));
    const call = thrownBy(client.ledgerHead({ signal }));
    setTimeout(() => {
      abort(why);
    }, 100);
    expect(await call).toBe(why);
    expect(server.asked).toHaveLength(1);
  });

  it('before it was made asks nothing', async () => {
    const { client } = aClient({ signal: AbortSignal.abort(why) });
    server.script(head);
    expect(await thrownBy(client.ledgerHead())).toBe(why);
    expect(server.asked).toEqual([]);
  });

  it('leaves nothing behind on a signal that lives long', async () => {
    const { signal } = aSignal();
    const { client } = aClient({ signal, retries: 1 });
    server.script(busy(), head, busy());
    await client.ledgerHead({ signal });
    await thrownBy(client.ledgerHead({ signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

function aSignal(): { signal: AbortSignal; abort: (reason: unknown) => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
  };
}
