/** What is published, as it happens: without this file a site that rebuilds itself would ask again and again, or miss what was said while the line was down. */
import { openDeadline, type Deadline } from './deadline.ts';
import { EventStreamReader, type ServerEvent } from './eventStream.ts';
import { isPassing, pauseAfter } from './retrying.ts';
import type { Transport } from './transport.ts';
import type { Change } from './types.ts';

export interface StreamOptions {
  /** The `id` of the newest event that was dealt with, to be told what has happened since. */
  lastEventId?: string;
  signal?: AbortSignal;
  /** Milliseconds without a sign of life after which the line is taken for dead. The newsroom gives one every 15 seconds; usually 45,000. */
  silence?: number;
}

/** A change of one story; or `reset`: too much has happened to be told piece by piece, so read everything anew. `id` is for `lastEventId`. */
export type StreamEvent = (Change & { id: string }) | { kind: 'reset'; id: string };

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const path = '/v1/stream';

/** Listens until the caller leaves the loop. A line that breaks is taken up where it broke. @throws the reason of a signal; ProblemError where listening again would not help */
export async function* listen(transport: Transport, options: StreamOptions): AsyncGenerator<StreamEvent, void, undefined> {
  const { surroundings, settings } = transport;
  let { lastEventId: last = '' } = options;
  let pause = FIRST_PAUSE;
  for (let failures = 0; ;) {
    const reader = new EventStreamReader(last, pause);
    let problem: unknown;
    try {
      for await (const event of eventsOn(transport, reader, last, options)) {
        failures = 0;
        const told = changeIn(event);
        if (told) yield told;
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
      problem = error;
    }
    ({ place: last, retry: pause } = reader);
    const wait = Math.min(pauseAfter(failures, problem, surroundings, pause), LONGEST_PAUSE);
    failures += problem === undefined ? 0 : 1;
    await surroundings.wait(wait, [settings.signal, options.signal]);
  }
}

/** What is heard on one line, until it ends. */
async function* eventsOn(
  transport: Transport,
  reader: EventStreamReader,
  last: string,
  { signal, silence = 45_000 }: StreamOptions,
): AsyncGenerator<ServerEvent, void, undefined> {
  const url = transport.settings.base + path;
  const deadline = openDeadline(silence, url, [transport.settings.signal, signal]);
  try {
    const headers: Record<string, string> = last === '' ? {} : { 'Last-Event-ID': last };
    const response = await transport.connect({ path, accept: 'text/event-stream', headers }, deadline);
    if (response.body === null || !/^text\/event-stream\b/.test(response.headers.get('Content-Type') ?? ''))
      throw new TypeError(`${url} is no stream of events.`);
    for await (const text of textsIn(response.body, deadline)) yield* reader.read(text);
  } finally {
    deadline.close();
  }
}

/** The texts in `body` as they come. While the caller is at work nobody counts the seconds. */
async function* textsIn(body: ReadableStream<Uint8Array>, deadline: Deadline): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      deadline.extend();
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw deadline.insteadOf(error);
      });
      deadline.hold();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    // Hangs up, also when the caller leaves the loop in the middle.
    await reader.cancel().catch(() => undefined);
  }
}

/** What `event` tells; undefined for a kind of event that may come one day. */
function changeIn({ type, data, id }: ServerEvent): StreamEvent | undefined {
  if (type === 'reset') return { kind: 'reset', id };
  return type === 'message' ? { ...(JSON.parse(data) as Change), id } : undefined;
}
