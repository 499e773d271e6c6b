/** Without this file each test of what readers see would need threads and a database: the routes of delivery over a replica that a test fills by hand, at a time of its choosing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { deliveryRoutes } from '../../src/delivery/routes.ts';
import type { NewEntry } from '../../src/ledger/ledger.ts';
import type { Read } from '../../src/replica/lists.ts';
import { ReplicaFile } from '../../src/replica/replicaFile.ts';
import { unpacked } from '../../src/replica/readEntry.ts';
import { packed } from '../../src/replica/threadProtocol.ts';
import { ReadConnection } from '../../src/replica/view.ts';
import { errorAnswers, notFound } from '../../src/server/errorAnswers.ts';
import { requestId } from '../../src/server/requestId.ts';
import { MemoryLedger } from './memoryLedger.ts';
import { rawGet, type RawAnswer } from './rawGet.ts';

export const ORIGIN = 'https://news.example';

export interface ReadingRoom {
  ledger: MemoryLedger;
  read: Read;
  url: string;
  /** What readers' clocks show, in milliseconds. */
  now: number;
  /** Publishes, and shows it. */
  enter(...entries: NewEntry[]): Promise<void>;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<RawAnswer>;
  /** What happens when the node stops: what would be answered for ever ends. */
  stop(): void;
  close(): Promise<void>;
}

/** Opens one whose clock stands at `now`. */
export async function openReadingRoom(now: number): Promise<ReadingRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reading-'));
  const path = join(folder, 'replica.db');
  const made = ReplicaFile.create(path);
  made.finish();
  made.close();
  const file = ReplicaFile.open(path);
  const db = new ReadConnection(path);
  const ledger = new MemoryLedger();
  const read: Read = (work) => db.atOnce(() => work({ db, now: room.now }));
  const stopping = new AbortController();
  const app = express();
  app.disable('etag');
  app.set('query parser', false);
  const context = () => ({ publicUrl: ORIGIN, mediaUrl: `${ORIGIN}/api/media/file`, newsroom: { name: 'Quay', language: 'en' } });
  const delivery = deliveryRoutes({ replica: { read, head: () => db.head(), whenServing: async () => undefined }, context, stopping: stopping.signal });
  app.use(requestId, delivery, notFound, errorAnswers({ publicUrl: ORIGIN }, pino({ level: 'silent' })));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const room: ReadingRoom = {
    ...{ ledger, read, url, now },
    enter: async (...entries) => {
      file.apply((await ledger.append(entries)).map((entry) => unpacked(packed(entry))));
    },
    get: (address, headers = {}, method = 'GET') => rawGet(url + address, headers, method),
    stop: () => {
      stopping.abort();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      db.close();
      file.close();
      rmSync(folder, { recursive: true });
    },
  };
  return room;
}
