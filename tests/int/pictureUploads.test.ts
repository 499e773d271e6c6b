/** Without these tests a file could get in that is no picture, or a picture could give away where its photographer lives. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../helpers/sharp.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../helpers/newsroom.ts';
import { aPicture, bytesOf, file, onceRendered, picture, sendPicture, type PictureAnswer } from '../helpers/pictures.ts';
import { colleague, firstAdministrator, stranger, type Caller } from '../helpers/staff.ts';

const LIMIT = 48 * 1024 * 1024;
let newsroom: Newsroom;
let chief: Caller;
let writer: Caller;

beforeAll(async () => {
  newsroom = await startNewsroom({ env: { UPLOAD_LIMIT_BYTES: String(LIMIT) } });
  chief = await firstAdministrator(newsroom);
  writer = await colleague(newsroom, chief, 'writer');
});
afterAll(async () => {
  await newsroom.stop();
});

function kept(): string[] {
  const folder = join(newsroom.dataDir, 'media');
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : []))
    : [];
}
const sentenceIn = (body: PictureAnswer): string => body.errors?.[0]?.message ?? '';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A PNG whose header alone says how large it is. */
function pngThatSays(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c6300000000ffff', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Node has one of its own only from 20.15 on. */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** `jpeg` with IPTC records of the application's part, by number, in UTF-8. */
function withIptc(jpeg: Uint8Array, records: Readonly<Record<number, string>>): Uint8Array {
  const sized = (length: number): Buffer => {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(length);
    return size;
  };
  const lines = Object.entries(records).map(([number, words]) => {
    const data = Buffer.from(words);
    return Buffer.concat([Buffer.from([0x1c, 2, Number(number)]), sized(data.length), data]);
  });
  const iptc = Buffer.concat(lines);
  const padded = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0\0\0', 'latin1'), sized(iptc.length), iptc, Buffer.alloc(iptc.length % 2)]);
  const segment = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), padded]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xed]), sized(segment.length + 2), segment, jpeg.subarray(2)]);
}

async function moving(format: 'gif' | 'webp'): Promise<Uint8Array> {
  const frames = Buffer.concat([0, 255].map((level) => Buffer.alloc(40 * 30 * 3, level)));
  const image = sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } });
  return format === 'gif' ? image.gif({ delay: [100, 100] }).toBuffer() : image.webp({ delay: [100, 100] }).toBuffer();
}

describe('what is no picture is refused with a sentence, and leaves no file', () => {
  const noise = (): Promise<Uint8Array> =>
    sharp({ create: { width: 600, height: 400, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
      .jpeg()
      .toBuffer();
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, RegExp]>([
    ['a script that calls itself a picture', () => text('<script>alert(1)</script>'), 'a.jpg', /JPEG, PNG, WebP/],
    ['an SVG', () => text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'a.svg', /JPEG, PNG, WebP/],
    ['an SVG that calls itself JPEG', () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.jpg', /JPEG, PNG, WebP/],
    ['a PDF', () => text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'a.jpg', /JPEG, PNG, WebP/],
    ['a TIFF', async () => picture(20, 20, (image) => image.tiff()), 'a.tif', /JPEG, PNG, WebP/],
    ['a HEIC photo', () => Buffer.concat([Buffer.from('00000018', 'hex'), text('ftypheic\0\0\0\0mif1heic')]), 'a.heic', /HEIC.*JPEG/],
    ['nothing', () => new Uint8Array(0), 'a.jpg', /empty/],
    ['a GIF that moves', () => moving('gif'), 'a.gif', /moves/],
    ['a WebP that moves', () => moving('webp'), 'a.webp', /moves/],
    ['a photo that was cut off', async () => (await noise()).subarray(0, 9000), 'a.jpg', /damaged|not complete/],
    ['the first bytes of a photo', async () => (await picture()).subarray(0, 40), 'a.jpg', /cannot be read|damaged/],
    ['a picture of 900 megapixels in a hundred bytes', () => pngThatSays(30_000, 30_000), 'a.png', /megapixels/],
    ['a picture of one line', () => pngThatSays(16_001, 1), 'a.png', /16,000 pixels/],
  ])('%s', async (_what, bytes, name, sentence) => {
    const { status, body } = await sendPicture(newsroom, chief, { bytes: await bytes(), name });
    expect(sentenceIn(body)).toMatch(sentence);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.data?.errors?.[0]?.path).toBe('file');
    expect(kept()).toEqual([]);
  });

  it('a file above the limit', async () => {
    expect((await sendPicture(newsroom, chief, { bytes: Buffer.concat([await picture(), Buffer.alloc(LIMIT)]) })).status).toBe(413);
    expect(kept()).toEqual([]);
  });

  it('a picture without words for those who cannot see it', async () => {
    expect((await sendPicture(newsroom, chief, { bytes: await picture(), fields: {} })).status).toBe(400);
    expect(kept()).toEqual([]);
  });

  it('whatever comes from somebody who may not save pictures', async () => {
    const partners = await colleague(newsroom, chief, 'syndication');
    for (const caller of [stranger(newsroom), { token: 'no.such.token' }, partners]) {
      // Not even that it is no picture is found out for them.
      for (const bytes of [await picture(), text('no picture')]) expect((await sendPicture(newsroom, caller, { bytes })).status).toBeOneOf([401, 403]);
    }
    expect(kept()).toEqual([]);
  });

  it('no file at all, and an address instead of one is never fetched', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.jpg`;
    for (const fields of [{}, { filename: 'a.jpg', url }, { filename: '/etc/passwd', url: '/api/media/file/a.jpg' }]) {
      const { status, body } = await chief.send<PictureAnswer>('POST', '/api/media', { alt: 'A quay', ...fields });
      expect(status).toBe(400);
      expect(sentenceIn(body)).toMatch(/file/i);
    }
    const { body } = await chief.send('POST', '/api/graphql', {
      query: `mutation { createMedia(data: { alt: "A quay", filename: "a.jpg", url: "${url}" }) { id } }`,
    });
    expect(JSON.stringify(body)).toContain('errors');
    elsewhere.close();
    expect(asked).toEqual([]);
  });
});

describe('a picture that is taken in', () => {
  it('gets the sizes that pages need, smaller ones only, in three formats', async () => {
    const large = await onceRendered(chief, (await aPicture(newsroom, chief, { bytes: await picture(2000, 1000) })).id);
    expect(large.renditionState).toBe('ready');
    expect(large.renditions.map(({ name, type, width, height }) => `${name} ${type} ${width}x${height}`).sort()).toEqual(
      [
        'original image/jpeg 2000x1000',
        ...['thumbnail %s 320x160', 'card %s 800x400', 'hero %s 1600x800'].flatMap((size) =>
          ['image/avif', 'image/jpeg', 'image/webp'].map((type) => size.replace('%s', type)),
        ),
      ].sort(),
    );
    const small = await onceRendered(chief, (await aPicture(newsroom, chief, { bytes: await picture(500, 90) })).id);
    expect(small.renditions.filter(({ type }) => type === 'image/avif').map(({ name, width, height }) => [name, width, height])).toEqual([
      ['thumbnail', 320, 58],
      ['card', 500, 90],
      ['hero', 500, 90],
    ]);
    for (const { url, type, size, digest } of large.renditions) {
      const answer = await file(newsroom, url, chief);
      expect(answer.headers.get('content-type')).toBe(type);
      const bytes = await bytesOf(answer);
      expect(bytes.length).toBe(size);
      expect(Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')).toBe(digest);
      const { format, compression } = await sharp(bytes).metadata();
      expect(`image/${compression === 'av1' ? 'avif' : format}`).toBe(type);
    }
  });

  it('stands upright, and says nothing of where it was taken', async () => {
    const bytes = await picture(400, 200, (image) =>
      image
        .jpeg()
        .withIccProfile('p3')
        .withExif({
          IFD0: { Artist: 'Nola Verhaege', Model: 'Secret Camera' },
          IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
        })
        .withMetadata({ orientation: 6 }),
    );
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const doc = await onceRendered(chief, (await aPicture(newsroom, chief, { bytes })).id);
    expect([doc.width, doc.height]).toEqual([200, 400]);
    for (const { url, width, height } of doc.renditions) {
      const shown = await bytesOf(await file(newsroom, url, chief));
      const { exif, icc, iptc, xmp, orientation, ...header } = await sharp(shown).metadata();
      expect({ exif, iptc, xmp }).toEqual({});
      expect([undefined, 1]).toContain(orientation);
      expect([header.width, header.height]).toEqual([width, height]);
      expect(shown.includes('Secret Camera')).toBe(false);
      expect(icc === undefined || icc.includes('sRGB')).toBe(true);
    }
  });

  it('keeps what the photographer said about rights in the document, where the editor said nothing', async () => {
    const bytes = await picture(60, 40, (image) =>
      image.jpeg().withExif({ IFD0: { Artist: 'Nola Verhaege', Copyright: '2024 Quay Pictures', ImageDescription: 'The quay at dawn' } }),
    );
    expect(await aPicture(newsroom, chief, { bytes })).toMatchObject({ credit: 'Nola Verhaege', licence: '2024 Quay Pictures', caption: 'The quay at dawn' });
    const fields = { alt: 'A quay', credit: 'The desk' };
    expect(await aPicture(newsroom, chief, { bytes, fields })).toMatchObject({ credit: 'The desk', licence: '2024 Quay Pictures' });
  });

  it('and from IPTC, as agencies write it', async () => {
    const bytes = withIptc(await picture(60, 40), { 80: 'Zoë Ångström', 110: 'Quay Pictures', 116: '© Quay Pictures', 120: 'Der Kai am Morgen' });
    expect(await aPicture(newsroom, chief, { bytes })).toMatchObject({
      credit: 'Zoë Ångström / Quay Pictures',
      licence: '© Quay Pictures',
      caption: 'Der Kai am Morgen',
    });
  });

  it('and from XMP, in any script', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="Quay Pictures">
      <dc:creator><rdf:Seq><rdf:li>ليلى حداد</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Le quai à l’aube</rdf:li></rdf:Alt></dc:description>
      <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">One use</rdf:li></rdf:Alt></xmpRights:UsageTerms></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const bytes = await picture(60, 40, (image) => image.jpeg().withXmp(xmp));
    expect(await aPicture(newsroom, chief, { bytes })).toMatchObject({ credit: 'ليلى حداد / Quay Pictures', caption: 'Le quai à l’aube', licence: 'One use' });
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['CMYK for print', () => picture(80, 60, (image) => image.toColourspace('cmyk').jpeg()), 'image/jpeg'],
    [
      '16 bits a colour',
      () =>
        sharp(new Uint16Array(80 * 60 * 3).fill(20_000), { raw: { width: 80, height: 60, channels: 3 } })
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      'image/png',
    ],
    ['grey', () => picture(80, 60, (image) => image.greyscale().jpeg()), 'image/jpeg'],
    [
      'a picture one can see through',
      () =>
        sharp({ create: { width: 80, height: 60, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.2 } } })
          .webp()
          .toBuffer(),
      'image/png',
    ],
    ['AVIF', () => picture(80, 60, (image) => image.avif()), 'image/jpeg'],
    ['a GIF that stands still', () => picture(80, 60, (image) => image.gif()), 'image/png'],
  ])('may be %s, and is sRGB of 8 bits afterwards', async (_what, bytes, type) => {
    const doc = await onceRendered(chief, (await aPicture(newsroom, chief, { bytes: await bytes(), name: 'a.bin', type: 'application/octet-stream' })).id);
    expect(doc).toMatchObject({ renditionState: 'ready', mimeType: type });
    for (const { url } of doc.renditions) {
      const { space, depth } = await sharp(await bytesOf(await file(newsroom, url, chief))).metadata();
      expect(depth).toBe('uchar');
      expect(space).toBeOneOf(['srgb', 'b-w']);
    }
  });

  it('has the type that it is, not the one that it was called', async () => {
    const doc = await aPicture(newsroom, chief, { bytes: await picture(40, 40, (image) => image.png()), name: 'called.jpg', type: 'image/jpeg' });
    expect(doc.mimeType).toBe('image/png');
    expect(doc.filename).toMatch(/^called-[0-9a-f]{16}-[0-9a-f]{16}\.png$/);
  });

  it('may be a photo of 40 MB', async () => {
    const [width, height] = [4400, 3300];
    const noise = Buffer.alloc(width * height * 3);
    for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, Math.min(at + 65_536, noise.length)));
    const bytes = await sharp(noise, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    expect(bytes.length).toBeGreaterThan(40_000_000);
    const doc = await aPicture(newsroom, chief, { bytes });
    expect(doc).toMatchObject({ width, height, sizes: { hero: { width: 1600, height: 1200 } } });
  });
});

describe('what a picture is, is not for a client to say', () => {
  it('a body changes none of its files', async () => {
    const doc = await aPicture(newsroom, chief);
    const other = await aPicture(newsroom, chief);
    const given = {
      filename: other.filename,
      url: other.url,
      mimeType: 'text/html',
      width: 1,
      filesize: 1,
      sizes: other.sizes,
      renditions: other.renditions,
      fileKey: other.fileKey,
      renditionState: 'failed',
    };
    const { status, body } = await chief.edit('media', doc.id, given);
    expect(status).toBe(200);
    const files = ({ filename, url, mimeType, width, filesize, sizes, fileKey }: Record<string, unknown>) => ({
      filename,
      url,
      mimeType,
      width,
      filesize,
      sizes,
      fileKey,
    });
    expect(files(body.doc)).toEqual(files(doc));
    expect((body.doc.renditions as { file: string }[])[0]?.file).toBe(doc.filename);
    expect(body.doc.renditionState).not.toBe('failed');
  });

  it('the focal point is a place in the picture, and changing it keeps every file', async () => {
    const doc = await aPicture(newsroom, chief);
    const { body } = await chief.edit('media', doc.id, { focalX: 10, focalY: 80 });
    expect(body.doc).toMatchObject({ focalX: 10, focalY: 80, filename: doc.filename });
    const etag = (await chief.send('GET', `/api/media/${doc.id}`)).headers.get('etag') ?? '';
    const moved = await chief.send<PictureAnswer>(
      'PATCH',
      `/api/media/${doc.id}?uploadEdits[focalPoint][x]=33&uploadEdits[focalPoint][y]=44`,
      {},
      { 'If-Match': etag },
    );
    expect(moved.body.doc).toMatchObject({ focalX: 33, focalY: 44, filename: doc.filename });
    expect((await chief.edit('media', doc.id, { focalX: 101 })).status).toBe(400);
  });

  it('a copy would share its files, so there is none', async () => {
    const { id } = await aPicture(newsroom, chief);
    expect((await chief.send('POST', `/api/media/${id}/duplicate`, {})).status).toBeGreaterThanOrEqual(400);
  });
});

describe('another file for a picture', () => {
  it('takes the place of the first, whose files are removed', async () => {
    const doc = await onceRendered(chief, (await aPicture(newsroom, chief)).id);
    const { status, body } = await sendPicture(newsroom, chief, { bytes: await picture(700, 700), fields: {} }, { id: doc.id, rev: doc.rev ?? 0 });
    expect(status).toBe(200);
    expect(body.doc).toMatchObject({ alt: 'A quay at dawn', width: 700, renditionState: 'pending' });
    expect(body.doc.filename).not.toBe(doc.filename);
    expect((await onceRendered(chief, doc.id)).renditions).toHaveLength(10);
    await expect.poll(() => kept().filter((name) => doc.renditions.some((old) => old.file === name)), { timeout: 20_000 }).toEqual([]);
    expect((await file(newsroom, doc.url, chief)).status).toBe(404);
  });

  it('is refused when somebody else was faster, or when it is not one’s own, and leaves nothing behind', async () => {
    const doc = await onceRendered(chief, (await aPicture(newsroom, chief)).id);
    const before = kept().sort();
    const bytes = await picture(640, 480);
    expect((await sendPicture(newsroom, chief, { bytes, fields: {} }, { id: doc.id, rev: (doc.rev ?? 0) + 7 })).status).toBe(412);
    expect((await sendPicture(newsroom, chief, { bytes, fields: {} }, { id: doc.id })).status).toBe(428);
    expect((await sendPicture(newsroom, writer, { bytes, fields: {} }, { id: doc.id, rev: doc.rev ?? 0 })).status).toBeOneOf([403, 404]);
    expect((await sendPicture(newsroom, chief, { bytes, fields: {} }, { id: '01900000-0000-7000-8000-000000000000', rev: 1 })).status).toBe(404);
    expect(kept().sort()).toEqual(before);
  });
});
