/** Without this file each test of what readers see would need threads and a database: the edge and the routes of delivery over a replica that a test fills by hand, at a time of its choosing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { answeringAtOnce } from '../../src/delivery/cache/atOnce.ts';
import { ResponseCache, type Figures } from '../../src/delivery/cache/responseCache.ts';
import { deliveryRoutes, type Delivery } from '../../src/delivery/routes.ts';
import type { LedgerEntry } from '../../src/domain/entries.ts';
import type { NewEntry } from '../../src/ledger/ledger.ts';
import type { Logger } from '../../src/log.ts';
import type { Read } from '../../src/replica/lists.ts';
import { answeredHere } from '../../src/replica/questions.ts';
import { ReplicaFile } from '../../src/replica/replicaFile.ts';
import { unpacked } from '../../src/replica/readEntry.ts';
import { packed } from '../../src/replica/threadProtocol.ts';
import { ReadConnection } from '../../src/replica/view.ts';
import { edge } from '../../src/server/edge.ts';
import { errorAnswers, notFound } from '../../src/server/errorAnswers.ts';
import { addressBehind } from '../../src/server/peerAddress.ts';
import { Readiness } from '../../src/server/readiness.ts';
import { behindEdge, whatTheEdgeRefused, type Step } from '../../src/server/steps.ts';
import { MemoryLedger } from './memoryLedger.ts';
import { rawGet, type RawAnswer } from './rawGet.ts';

export const ORIGIN = 'https://news.example';
const CONTEXT = { publicUrl: ORIGIN, mediaUrl: `${ORIGIN}/api/media/file`, newsroom: { name: 'Quay', language: 'en' } };

export interface RoomOptions {
  /** What kept answers may take; 16 MiB if nothing is said. */
  cacheBytes?: number;
  rateLimitPerMinute?: number;
  log?: Logger;
}

type Get = (path: string, headers?: Record<string, string>, method?: string) => Promise<RawAnswer>;

export interface ReadingRoom {
  ledger: MemoryLedger;
  read: Read;
  url: string;
  /** What readers' clocks show, in milliseconds. */
  now: number;
  /** Publishes, and shows it. */
  enter(...entries: NewEntry[]): Promise<void>;
  /** Shows what another ledger has entered. */
  show(entries: readonly LedgerEntry[]): void;
  get: Get;
  /** The same of a server that keeps no answers. */
  getAnew: Get;
  figures: () => Figures;
  /** Requests that came to Express. */
  asked: number;
  /** Waited for before anything is looked up; a test may hold it up. */
  serving: Promise<unknown>;
  /** What happens when the node stops: what would be answered for ever ends. */
  stop(): void;
  close(): Promise<void>;
}

/** Opens one whose clock stands at `now`. */
export async function openReadingRoom(now: number, { cacheBytes = 16 * 1024 * 1024, rateLimitPerMinute = 0, log }: RoomOptions = {}): Promise<ReadingRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reading-'));
  const path = join(folder, 'replica.db');
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  const file = ReplicaFile.open(path);
  const db = new ReadConnection(path);
  const ledger = new MemoryLedger();
  const read: Read = (work) => db.atOnce(() => work({ db, now: room.now }));
  const questionsAt = (now: number) => answeredHere((work) => read((view) => work({ ...view, now })));
  const replica = { read, questionsAt, moment: () => ({ generation: db.head().seq, now: room.now }), whenServing: async () => void (await room.serving) };
  const stopping = new AbortController();
  const cache = new ResponseCache(replica, cacheBytes);
  const quiet = log ?? pino({ level: 'silent' });
  const settings = { env: { publicUrl: ORIGIN, rateLimitPerMinute, limits: { urlBytes: 8192 } }, log: quiet, readiness: new Readiness() };
  const open = async (delivery: Partial<Delivery>, atOnce?: Step): Promise<Server> => {
    const app = express();
    app.disable('etag');
    app.disable('x-powered-by');
    app.set('query parser', false);
    const counting = (_request: unknown, _response: unknown, next: () => void) => {
      room.asked += 1;
      next();
    };
    const routes = deliveryRoutes({ replica, context: () => CONTEXT, stopping: stopping.signal, ...delivery });
    app.use(whatTheEdgeRefused, counting, routes, notFound, errorAnswers({ publicUrl: ORIGIN }, quiet));
    const measure: Step = (_request, _response, next) => {
      next();
    };
    const server = createServer(behindEdge(edge(settings, { measure }, addressBehind(0)), atOnce, app)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return server;
  };
  const [server, plain] = [await open({ cache }, answeringAtOnce(cache)), await open({})];
  const addressOf = (one: Server) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
  const show: ReadingRoom['show'] = (entries) => {
    file.apply(entries.map((entry) => unpacked(packed(entry))));
  };
  const room: ReadingRoom = {
    ...{ ledger, read, url: addressOf(server), now, show, figures: cache.figures, asked: 0, serving: Promise.resolve() },
    enter: async (...entries) => {
      show(await ledger.append(entries));
    },
    get: (address, headers = {}, method = 'GET') => rawGet(addressOf(server) + address, headers, method),
    getAnew: (address, headers = {}, method = 'GET') => rawGet(addressOf(plain) + address, headers, method),
    stop: () => {
      stopping.abort();
    },
    close: async () => {
      for (const one of [server, plain]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
      db.close();
      file.close();
      rmSync(folder, { recursive: true });
    },
  };
  return room;
}
