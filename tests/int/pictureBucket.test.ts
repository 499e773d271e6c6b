/** Without these tests pictures in a bucket would be a promise: several nodes can only share them there. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBucket, type Bucket } from '../helpers/bucket.ts';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aPicture, bytesOf, file, onceRendered, picture, sendPicture, type SentPicture } from '../helpers/pictures.ts';
import { aStory, firstAdministrator, publish, type Caller } from '../helpers/staff.ts';

let bucket: Bucket;
let place: Place;
let newsroom: Newsroom;
let chief: Caller;
let image: SentPicture;

beforeAll(async () => {
  bucket = await startBucket();
  place = testEnvironment(bucket.settings);
  newsroom = await startNewsroom({ on: place, env: bucket.settings });
  chief = await firstAdministrator(newsroom);
  image = await onceRendered(chief, (await aPicture(newsroom, chief)).id);
});
afterAll(async () => {
  newsroom.signal('SIGTERM');
  await newsroom.exited;
  await place.remove();
  await bucket.close();
});

describe('pictures in an S3 bucket', () => {
  it('lie there in every format, with their type, and nowhere on this machine', () => {
    expect([...bucket.objects.keys()].sort()).toEqual(image.renditions.map((one) => one.file).sort());
    for (const { file: name, type, size } of image.renditions) {
      const object = bucket.objects.get(name);
      expect([object?.type, object?.cacheControl, object?.bytes.length]).toEqual([type, 'public, max-age=31536000, immutable', size]);
    }
    expect(existsSync(join(place.dataDir, 'media'))).toBe(false);
    expect(readdirSync(join(place.dataDir, 'incoming'))).toEqual([]);
    expect(bucket.unsigned).toEqual([]);
  });

  it('are shown from there, whole and in part, to those who may see them', async () => {
    const { url, file: name, type } = image.renditions.at(-1)!;
    expect((await file(newsroom, url)).status).toBe(404);
    const { article } = await aStory(chief, chief, { heroImage: image.id });
    await publish(chief, article.id);
    const shown = await file(newsroom, url);
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([200, type, 'public, max-age=31536000, immutable']);
    const whole = bucket.objects.get(name)!.bytes;
    expect(await bytesOf(shown)).toEqual(whole);
    const part = await file(newsroom, url, undefined, { Range: 'bytes=5-9' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-9/${whole.length}`]);
    expect(await bytesOf(part)).toEqual(whole.subarray(5, 10));
    expect((await file(newsroom, url, undefined, { Range: 'bytes=99999999-' })).status).toBe(416);
    expect((await file(newsroom, url, undefined, { Range: 'bytes=5-9', 'If-Range': '"another"' })).status).toBe(200);
    expect((await fetch(newsroom.url + url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(whole.length));
    const calls = bucket.calls.length;
    expect((await file(newsroom, url, undefined, { 'If-None-Match': shown.headers.get('etag') ?? '' })).status).toBe(304);
    expect(bucket.calls).toHaveLength(calls);
  });

  it('are removed from there with their document', async () => {
    const other = await onceRendered(chief, (await aPicture(newsroom, chief)).id);
    expect((await chief.send('DELETE', `/api/media/${other.id}`)).status).toBe(200);
    await expect.poll(() => other.renditions.filter((one) => bucket.objects.has(one.file)), { timeout: 20_000 }).toEqual([]);
  });

  it('are counted there, page by page', async () => {
    const orphan = 'quay-0000000000000000-1111111111111111.jpg';
    bucket.objects.set(orphan, { bytes: Buffer.from('x'), type: 'image/jpeg', cacheControl: '', at: new Date(0) });
    const { code, stdout } = await counterpoint(place, ['media', 'orphans', '--remove', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ files: 11, removed: [orphan], missing: [] });
    expect(code).toBe(0);
    expect(bucket.objects.has(orphan)).toBe(false);
  });

  it('cannot be sent or shown while it is away, and nothing is promised then; what waits is done afterwards', async () => {
    const waiting = await aPicture(newsroom, chief, { bytes: await picture(1000, 700) });
    bucket.down = true;
    const before = (await chief.send<{ totalDocs: number }>('GET', '/api/media?limit=1')).body.totalDocs;
    expect((await sendPicture(newsroom, chief, { bytes: await picture() })).status).toBe(503);
    expect((await file(newsroom, image.url)).status).toBe(503);
    expect((await chief.send<{ totalDocs: number }>('GET', '/api/media?limit=1')).body.totalDocs).toBe(before);
    bucket.down = false;
    expect((await onceRendered(chief, waiting.id)).renditionState).toBe('ready');
  });
});
