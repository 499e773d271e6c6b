/** Without this test a site that listens could miss what was published while its line was down, or go on listening to a line that is dead. */
import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { impatientWorld, openScriptedServer, type Answer, type ScriptedServer } from '../../tests/helpers/scriptedServer.ts';
import { clientIn } from './client.ts';
import { EventStreamReader } from './eventStream.ts';
import type { StreamEvent } from './index.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());

const event = (id: string, articleId: string) => `id: ${id}\ndata: ${JSON.stringify({ articleId, revision: 1, kind: 'published' })}\n\n`;
/** Says `texts`, then ends, breaks off, or is silent. */
function line(then: 'ends' | 'breaks' | 'is silent', ...texts: string[]): Extract<Answer, (...given: never[]) => void> {
  return (_request, response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(texts.join(''), () => {
      if (then === 'ends') response.end();
      if (then === 'breaks') response.destroy();
    });
  };
}

async function heard(count: number, options: Parameters<ReturnType<typeof clientIn>['stream']>[0] = {}) {
  const world = impatientWorld();
  const events: StreamEvent[] = [];
  for await (const one of clientIn(world, { baseUrl: server.url }).stream(options)) {
    events.push(one);
    if (events.length === count) break;
  }
  return { told: events.map((one) => ('articleId' in one ? one.articleId : one.kind)), events, waits: world.waits };
}
const lastIds = () => server.asked.map(({ headers }) => headers['last-event-id']);
const thrownBy = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);

describe('the stream', () => {
  it.each(['ends', 'breaks'] as const)('is taken up where it was when its line %s', async (then) => {
    server.script(line(then, ': hello\nretry: 100\n\n', event('1-1', 'a'), event('2-2', 'b')), line('is silent', event('3-3', 'c')));
    const { told, events, waits } = await heard(3);
    expect([told, lastIds()]).toEqual([
      ['a', 'b', 'c'],
      [undefined, '2-2'],
    ]);
    expect(events[2]).toEqual({ articleId: 'c', revision: 1, kind: 'published', id: '3-3' });
    // Half of the 100 milliseconds, and a part of the other half that differs from listener to listener.
    expect(waits).toEqual([75]);
  });

  it('is taken up where it was though nothing was told on it, and before an event that broke off', async () => {
    server.script(line('breaks', ': hello\nretry: 2\nid: 1-1\n\n', 'id: 2-2\ndata: {"arti'), line('is silent', event('3-3', 'c')));
    expect((await heard(1)).told).toEqual(['c']);
    expect(lastIds()).toEqual([undefined, '1-1']);
  });

  it('begins where the caller was', async () => {
    server.script(line('is silent', 'event: reset\ndata: {}\nid: 9-9\n\n', event('10-10', 'a')));
    expect(await heard(2, { lastEventId: '7-7' })).toMatchObject({ told: ['reset', 'a'], events: [{ kind: 'reset', id: '9-9' }, {}] });
    expect(lastIds()).toEqual(['7-7']);
  });

  it('knows a dead line by its silence', async () => {
    server.script(line('is silent', event('1-1', 'a')), line('is silent', event('2-2', 'b')));
    expect((await heard(2, { silence: 50 })).told).toEqual(['a', 'b']);
    expect(lastIds()).toEqual([undefined, '1-1']);
  });

  it('waits longer each time while nobody answers, as long as the newsroom asks, and for ever', async () => {
    const down: Answer = { breaks: 'at once' };
    server.script(
      down,
      down,
      down,
      { status: 503, headers: { 'Retry-After': '9' }, body: {} },
      ...Array.from({ length: 9 }, () => down),
      line('is silent', event('1-1', 'a')),
    );
    const { waits } = await heard(1);
    expect(waits.slice(0, 3)).toEqual([1500, 3000, 6000]);
    expect(waits[3]).toBeGreaterThanOrEqual(9000);
    expect([waits.length, Math.max(...waits)]).toEqual([13, 60_000]);
  });

  it('does not hold out where it would not help', async () => {
    server.script({ status: 404, body: {} });
    expect(await thrownBy(heard(1))).toMatchObject({ status: 404 });
    server.script({ body: {} });
    expect(await thrownBy(heard(1))).toMatchObject({ message: expect.stringContaining('no stream') as string });
  });

  it('hangs up when the caller leaves the loop', async () => {
    let closed = false;
    server.script((request, response) => {
      response.once('close', () => (closed = true));
      line('is silent', event('1-1', 'a'))(request, response);
    });
    await heard(1);
    await vi.waitFor(() => expect(closed).toBe(true), { timeout: 5_000, interval: 10 });
  });

  it('ends with the reason of the signal', async () => {
    const why = new Error('The site stops.');
    const controller = new AbortController();
    server.script(() => {
      controller.abort(why);
    });
    expect(await thrownBy(heard(1, { signal: controller.signal }))).toBe(why);
  });
});

describe('reading events', () => {
  const read = (texts: readonly string[]) => {
    const reader = new EventStreamReader('', 1);
    return [...texts.flatMap((text) => [...reader.read(text)]), { retry: reader.retry }];
  };

  it('follows the standard', () => {
    const text =
      ': a comment\nretry: 5\nretry: x\ndata: one\ndata:two\ndata\nevent: news\nid: 1\nid: a\0b\nmore: less\n\nevent: lost\n\ndata: three\n\ndata: never ended';
    expect(read([text])).toEqual([{ type: 'news', data: 'one\ntwo\n', id: '1' }, { type: 'message', data: 'three', id: '1' }, { retry: 5 }]);
  });

  it('is the same wherever the text is cut, and however its lines end', () => {
    const piece = fc.constantFrom('data: a', 'data:b: c', 'id: 7', 'event: e', ': life', 'retry: 3', '');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), end, fc.array(fc.nat(200), { maxLength: 8 }), (pieces, lineEnd, cuts) => {
        const text = pieces.map((words) => words + lineEnd).join('');
        const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
        expect(read(places.slice(1).map((place, index) => text.slice(places[index], place)))).toEqual(read([text]));
        expect(read([text])).toEqual(read([pieces.map((words) => `${words}\n`).join('')]));
      }),
    );
  });
});
