/** Without these tests a second server could sign everybody out or miss every picture, and say nothing. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type Newsroom, type Remains } from '../helpers/newsroom.ts';
import { colleague, firstAdministrator, type Caller } from '../helpers/staff.ts';

let first: Newsroom;
let admin: Caller;

beforeAll(async () => {
  first = await startNewsroom();
  admin = await firstAdministrator(first);
});
afterAll(async () => {
  await first.stop();
});

/** A server on another machine: the same database, a folder of its own. */
const beside = (env: Record<string, string>) => startNewsroom({ on: first, env });
const liveNodes = async () => (await admin.send<{ totalDocs: number }>('GET', '/api/nodes?limit=1')).body.totalDocs;

it('a second server with the same secret and media works beside the first, and is gone from the record when it stops', async () => {
  const second = await beside({});
  expect(await liveNodes()).toBe(2);
  second.signal('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(await liveNodes()).toBe(1);
});

it('a second server with another secret does not start, and says which setting is wrong', async () => {
  await expect(beside({ PAYLOAD_SECRET: 'another secret than the first one has, at length' })).rejects.toThrow(/PAYLOAD_SECRET is another one/);
  expect(await liveNodes()).toBe(1);
});

it('a second server with another media folder does not start, and says which setting is wrong', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'counterpoint-media-'));
  await expect(beside({ MEDIA_DIR: elsewhere })).rejects.toThrow(/MEDIA_DIR \(or S3_BUCKET\) is another store/);
  rmSync(elsewhere, { recursive: true });
});

it('a server that died at once is no hindrance to its successor', async () => {
  const dying = await beside({});
  await dying.kill();
  const remains: Remains = first;
  const successor = await startNewsroom({ on: remains });
  successor.signal('SIGTERM');
  expect(await successor.exited).toBe(0);
});

it('administrators see the nodes, nobody else does, and the file that names the media folder is not served', async () => {
  const editor = await colleague(first, admin, 'editor');
  expect((await editor.send('GET', '/api/nodes')).status).toBe(403);
  expect((await admin.send('POST', '/api/nodes', { startedAt: new Date(), seenAt: new Date(), secret: 'x', media: 'x' })).status).toBe(403);
  const [name] = readdirSync(join(first.dataDir, 'media')).filter((file) => file.startsWith('.'));
  expect(name).toBeDefined();
  expect((await admin.send('GET', `/api/media/file/${String(name)}`)).status).toBe(404);
});
