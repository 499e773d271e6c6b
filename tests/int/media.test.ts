/** Without these tests pictures could be seen before their story, stories lose their pictures, or an edition name files that change. */
import { request } from 'node:http';
import { existsSync, readdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../helpers/sharp.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aPicture, bytesOf, file, onceRendered, picture, sendPicture, type SentPicture } from '../helpers/pictures.ts';
import { aStory, colleague, firstAdministrator, publish, stranger, type Caller, type Doc } from '../helpers/staff.ts';

let place: Place;
let newsroom: Newsroom;
let chief: Caller;
let editor: Caller;
let reader: Caller;
let media: string;

beforeAll(async () => {
  place = testEnvironment();
  media = join(place.dataDir, 'media');
  newsroom = await startNewsroom({ on: place });
  chief = await firstAdministrator(newsroom);
  editor = await colleague(newsroom, chief, 'editor');
  reader = stranger(newsroom);
});
afterAll(async () => {
  newsroom.signal('SIGTERM');
  await newsroom.exited;
  await place.remove();
});

/** Large enough that its slow formats take a while. */
const photo = async (): Promise<Uint8Array> =>
  sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg()
    .toBuffer();

async function aReadyPicture(): Promise<SentPicture> {
  return onceRendered(editor, (await aPicture(newsroom, editor)).id);
}

async function published(): Promise<{ image: SentPicture; article: Doc }> {
  const image = await aReadyPicture();
  const { article } = await aStory(editor, editor, { heroImage: image.id });
  await publish(editor, article.id);
  return { image, article };
}

describe('readers', () => {
  it('see a picture only while a story that shows it is out', async () => {
    const image = await aReadyPicture();
    const { article } = await aStory(editor, editor, { heroImage: image.id });
    for (const { url } of image.renditions) {
      expect((await file(newsroom, url)).status).toBe(404);
      expect((await file(newsroom, url, editor)).status).toBe(200);
    }
    await publish(editor, article.id);
    for (const { url, type } of image.renditions) {
      const shown = await file(newsroom, url);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, type]);
    }
    expect((await reader.send<Doc>('GET', `/api/articles/${article.id}?depth=1`)).body.heroImage).toMatchObject({ alt: 'A quay at dawn' });
    await editor.move(article.id, 'withdraw', { notice: 'Wrong picture.' });
    const gone = await file(newsroom, image.url);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it('see none before its embargo ends, and the partners’ desk is no staff here', async () => {
    const image = await aReadyPicture();
    const { article } = await aStory(editor, editor, { heroImage: image.id, embargoUntil: '2099-01-01T00:00:00Z' });
    await publish(editor, article.id);
    const partners = await colleague(newsroom, chief, 'syndication');
    expect((await file(newsroom, image.url)).status).toBe(404);
    expect((await file(newsroom, image.url, partners)).status).toBe(404);
    expect((await file(newsroom, image.url, { token: 'not.a.token' })).status).toBe(404);
  });

  it('may keep it for good, on any site, and it can run nothing', async () => {
    const { image } = await published();
    const shown = await file(newsroom, image.url);
    const { digest } = image.renditions[0]!;
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${digest}"`,
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/) as string,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'accept-ranges': 'bytes',
    });
    expect((await file(newsroom, image.url, editor)).headers.get('cache-control')).toBe('private, no-store');
    expect((await file(newsroom, image.url, undefined, { 'If-None-Match': `"${digest}"` })).status).toBe(304);
  });

  it('may ask for a part of it, or only what it is', async () => {
    const { image } = await published();
    const whole = await bytesOf(await file(newsroom, image.url));
    const etag = `"${image.renditions[0]!.digest}"`;
    const part = await file(newsroom, image.url, undefined, { Range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(await bytesOf(part)).toEqual(whole.subarray(10, 20));
    expect((await file(newsroom, image.url, undefined, { Range: 'bytes=999999999-' })).status).toBe(416);
    expect((await file(newsroom, image.url, undefined, { Range: 'bytes=0-1', 'If-Range': '"another"' })).status).toBe(200);
    expect((await file(newsroom, image.url, undefined, { Range: 'bytes=0-1', 'If-Range': etag })).status).toBe(206);
    const head = await fetch(newsroom.url + image.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, String(whole.length), 0]);
    const other = await fetch(newsroom.url + image.url, { method: 'DELETE' });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['..%2Fcounterpoint.db', '..%2f..%2f..%2f..%2fetc%2fpasswd', '%2Fetc%2Fpasswd', '.incoming', 'secret', '%00', 'a%5C..%5Csecret', 'counterpoint.db'])(
    'get nothing else from the disk: %s',
    async (name) => {
      writeFileSync(join(media, 'secret'), 'not a picture');
      for (const token of [null, editor.token]) expect(await status(`/api/media/file/${name}`, token)).toBeOneOf([400, 404]);
    },
  );

  /** As written: `fetch` would tidy the address up. */
  function status(path: string, token: string | null): Promise<number> {
    const headers = token === null ? {} : { Authorization: `JWT ${token}` };
    return new Promise((resolve, reject) => {
      request(newsroom.url, { path, headers }, (answer) => {
        answer.resume().once('end', () => {
          resolve(answer.statusCode ?? 0);
        });
      })
        .once('error', reject)
        .end();
    });
  }
});

describe('an edition', () => {
  it('waits until every format of its picture is there, says so, and then names each file by its digest', async () => {
    // One picture is in work at a time: the last of these waits for the others.
    for (let ahead = 0; ahead < 3; ahead += 1) await aPicture(newsroom, editor, { bytes: await photo() });
    const image = await aPicture(newsroom, editor, { bytes: await photo() });
    const { article } = await aStory(editor, editor, { heroImage: image.id });
    expect((await editor.move(article.id, 'submit')).status).toBe(200);
    const early = await editor.move(article.id, 'approve');
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ type: expect.stringMatching(/image-pending$/) as string, detail: expect.stringContaining('picture') as string });

    const ready = await onceRendered(editor, image.id);
    expect((await editor.move(article.id, 'approve')).status).toBe(200);
    const { body } = await editor.send<{ docs: { content: { image: { renditions: { file: string; digest: string }[] } } }[] }>(
      'GET',
      `/api/approvals?where[article][equals]=${article.id}`,
    );
    expect(body.docs[0]?.content.image.renditions.map((one) => [one.file, one.digest])).toEqual(
      ready.renditions.map((one) => [one.file, `sha-256:${one.digest}`]),
    );
    expect(ready.renditions).toHaveLength(10);
  });

  it('is not made by a format that becomes ready: the picture counts as unedited', async () => {
    const sent = await aPicture(newsroom, editor);
    const ready = await onceRendered(editor, sent.id);
    expect([ready.rev, ready.updatedAt]).toEqual([sent.rev, sent.updatedAt]);
    expect((await editor.send<{ totalDocs: number }>('GET', `/api/cascades?where[document][equals]=${sent.id}`)).body.totalDocs).toBe(0);
  });

  it('keeps its files: a picture that a story was approved with gets no other', async () => {
    const { image, article } = await published();
    const rev = (await editor.draft('media', image.id)).rev ?? 0;
    const { status, body } = await sendPicture(newsroom, editor, { bytes: await picture(300, 300), fields: {} }, { id: image.id, rev });
    expect(status).toBe(409);
    expect(body.errors?.[0]?.message).toContain('another picture');
    await editor.move(article.id, 'withdraw', { notice: 'Wrong picture.' });
    expect((await sendPicture(newsroom, editor, { bytes: await picture(300, 300), fields: {} }, { id: image.id, rev })).status).toBe(409);
    expect((await editor.move(article.id, 'reinstate')).status).toBe(200);
    for (const { url } of image.renditions) expect((await file(newsroom, url)).status).toBe(200);
  });
});

describe('deleting', () => {
  const there = (image: SentPicture): string[] => image.renditions.map((one) => one.file).filter((name) => existsSync(join(media, name)));

  it('removes every file of a picture that nobody uses', async () => {
    const image = await aReadyPicture();
    expect(there(image)).toHaveLength(10);
    expect((await editor.send('DELETE', `/api/media/${image.id}`)).status).toBe(200);
    await expect.poll(() => there(image), { timeout: 20_000 }).toEqual([]);
  });

  it('is refused for a picture in a draft, in an edition, or of an author, and its files stay', async () => {
    const { image } = await published();
    const draft = await aReadyPicture();
    await aStory(editor, editor, { heroImage: draft.id });
    const face = await aReadyPicture();
    await editor.create('authors', { name: 'Ada Quist', photo: face.id });
    for (const used of [image, draft, face]) {
      expect((await editor.send('DELETE', `/api/media/${used.id}`)).status).toBe(409);
      expect(there(used)).toHaveLength(10);
    }
  });
});

describe('counterpoint media orphans', () => {
  interface Found {
    files: number;
    orphans: { file: string }[];
    removed: string[];
    missing: { file: string; namedBy: string }[];
  }
  const run = async (...given: string[]): Promise<{ code: number | null; found: Found }> => {
    const { code, stdout, stderr } = await counterpoint(place, ['media', 'orphans', '--json', ...given]);
    return { code, found: JSON.parse(stdout || `{"stderr":${JSON.stringify(stderr)}}`) as Found };
  };
  const old = (name: string): string => {
    writeFileSync(join(media, name), 'nobody names me');
    const dayBefore = Date.now() / 1000 - 2 * 24 * 3600;
    utimesSync(join(media, name), dayBefore, dayBefore);
    return name;
  };

  it('finds files that nobody names, removes them when told to, and never one of an upload under way', async () => {
    const { image } = await published();
    const orphan = old('quay-0000000000000000-1111111111111111.jpg');
    const young = 'quay-0000000000000000-2222222222222222.jpg';
    writeFileSync(join(media, young), 'an upload under way');
    const looked = await run();
    expect(looked.code).toBe(0);
    expect(looked.found.orphans.map((one) => one.file)).toEqual([orphan]);
    expect(existsSync(join(media, orphan))).toBe(true);
    const removed = await run('--remove');
    expect([removed.code, removed.found.removed]).toEqual([0, [orphan]]);
    expect([orphan, young].map((name) => existsSync(join(media, name)))).toEqual([false, true]);
    for (const { url } of image.renditions) expect((await file(newsroom, url)).status).toBe(200);
  });

  it('keeps what only an approval names, and says which files are missing', async () => {
    const { image } = await published();
    expect((await run('--older-than', '0')).found.orphans.map((one) => one.file).filter((name) => image.renditions.some((kept) => kept.file === name))).toEqual(
      [],
    );
    const lost = image.renditions.at(-1)!;
    unlinkSync(join(media, lost.file));
    const { code, found } = await run();
    expect(code).toBe(1);
    expect(found.missing).toEqual([{ file: lost.file, namedBy: `picture ${image.id}` }]);
    expect((await file(newsroom, lost.url)).status).toBe(404);
    expect(readdirSync(media)).not.toContain(lost.file);
  });
});
