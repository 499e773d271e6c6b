/** Without this file no test could see how the client behaves towards a newsroom that is busy, broken or silent: a server that answers one request after the other as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Surroundings } from '../../src/client/surroundings.ts';

export interface Scripted {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  body?: unknown;
  /** The line breaks: before anything is sent, or in the middle of the body. */
  breaks?: 'at once' | 'in the middle';
}
export type Answer = Scripted | ((request: IncomingMessage, response: ServerResponse) => void);

export interface ScriptedServer {
  /** With a path behind it, as of a newsroom behind a proxy: what is answered here is nothing that docs/openapi.json describes. */
  url: string;
  /** What was asked, in order. */
  asked: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
  /** What is answered to the requests from now on, the last of them to all that follow. */
  script: (...answers: Answer[]) => void;
  close: () => Promise<void>;
}

export async function openScriptedServer(): Promise<ScriptedServer> {
  let answers: Answer[] = [];
  const asked: ScriptedServer['asked'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: (request.url ?? '').replace(/^\/desk/, ''), headers: request.headers, body });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
      if (typeof answer === 'function') answer(request, response);
      else send(answer, response);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk`,
    asked,
    script: (...told) => {
      answers = told;
      asked.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A world in which nobody waits; `waits` has for how long they would have, in milliseconds. */
export function impatientWorld(random = 0.5): Surroundings & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.parse('2026-03-01T10:00:00Z'),
    random: () => random,
    wait: async (milliseconds, signals) => {
      for (const signal of signals) signal?.throwIfAborted();
      waits.push(milliseconds);
    },
  };
}

function send({ status = 200, headers = {}, body = {}, breaks }: Scripted, response: ServerResponse): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (breaks === 'at once') {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text) + (breaks ? 10 : 0)), ...headers });
  if (breaks) response.write(text, () => response.destroy());
  else response.end(text);
}
