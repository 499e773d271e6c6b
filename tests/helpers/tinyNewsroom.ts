/** Without this file every test of the database room would need the whole newsroom to write one row. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildConfig, createLocalReq, getPayload, initTransaction } from 'payload';
import type { CollectionConfig, Payload, PayloadRequest } from 'payload';
import { databaseAdapter, type DatabaseOptions } from '../../src/database/adapter.ts';
import { newId } from '../../src/domain/ids.ts';
import { forgetDatabase } from './forgetDatabase.ts';

/** A running Payload with a few small collections on a database of its own. */
export interface TinyNewsroom {
  payload: Payload;
  dataDir: string;
  /** A request with an open transaction. */
  begin(): Promise<PayloadRequest>;
  close(): Promise<void>;
}

/** A MongoDB replica set to test on, such as `mongodb://127.0.0.1:27017/?replicaSet=rs0`; undefined skips those tests. */
export const mongoTestUrl = process.env['MONGODB_TEST_URL'];

/** A database of its own on the server of `mongoTestUrl`. */
export function freshMongoUrl(): string {
  const url = new URL(mongoTestUrl ?? '');
  url.pathname = `/tiny_${newId().replaceAll('-', '')}`;
  return url.href;
}

/** What a tiny newsroom can be told; `push` shapes the tables at the start unless it is false. */
export interface TinyNewsroomOptions extends Partial<DatabaseOptions> {
  hooks?: CollectionConfig['hooks'];
  /** Collections beside the small ones. */
  collections?: readonly CollectionConfig[];
}

// Payload pushes a schema once a process, however many databases the process has.
process.env['PAYLOAD_FORCE_DRIZZLE_PUSH'] = 'true';

const open = () => true;
const access = { create: open, read: open, update: open, delete: open };
const id = { name: 'id', type: 'text' as const, defaultValue: () => newId() };
const serverOwned = [
  { name: 'rev', type: 'number' as const },
  { name: 'publicFrom', type: 'date' as const },
];

/** Starts one; `close` ends it and removes its folder unless `dataDir` was given. */
export async function tinyNewsroom({ hooks, collections = [], ...database }: TinyNewsroomOptions = {}): Promise<TinyNewsroom> {
  const dataDir = database.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'tiny-newsroom-')));
  const payload = await getPayload({
    key: newId(),
    disableOnInit: true,
    config: buildConfig({
      secret: 'a secret of the tests',
      logger: { options: { level: 'silent' } },
      telemetry: false,
      typescript: { autoGenerate: false },
      localization: { locales: ['en', 'fr'], defaultLocale: 'en' },
      db: await databaseAdapter({ push: true, ...database, dataDir }),
      collections: [
        {
          slug: 'articles',
          access,
          versions: { drafts: { autosave: true } },
          fields: [id, ...serverOwned, { name: 'title', type: 'text' }, { name: 'tags', type: 'array', fields: [{ name: 'tag', type: 'text' }] }],
          ...(hooks ? { hooks } : {}),
        },
        {
          slug: 'outlets',
          access,
          fields: [id, ...serverOwned, { name: 'name', type: 'text', localized: true }, { name: 'slug', type: 'text', unique: true }],
        },
        { slug: 'staff', access, auth: true, fields: [id] },
        { slug: 'approvals', access, fields: [id, { name: 'by', type: 'text' }] },
        ...collections,
      ],
    }),
  });
  return {
    payload,
    dataDir,
    async begin() {
      const req = await createLocalReq({}, payload);
      await initTransaction(req);
      return req;
    },
    async close() {
      await payload.destroy();
      await forgetDatabase(database.databaseUrl);
      if (!database.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
