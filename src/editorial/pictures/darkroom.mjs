/** Without this process a photo would be decoded beside the editors' saves, and a file that breaks the decoder would take the newsroom down with it. */
// Plain JavaScript, because it is started as a program, the same file from src/ under test and from dist/ at run time; its types are in darkroomProtocol.ts.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import exifr from 'exifr';

/** @typedef {import('./darkroomProtocol.ts').DarkroomCall} DarkroomCall */
/** @typedef {import('./darkroomProtocol.ts').DarkroomOutcome} DarkroomOutcome */
/** @typedef {import('./darkroomProtocol.ts').MadeFile} MadeFile */

// Its ES module is written in a syntax that Node 20.9 cannot read yet; its CommonJS form is not.
/** @type {typeof import('sharp')} */
const sharp = createRequire(import.meta.url)('sharp');
const MOST_TEXT = { credit: 300, caption: 2000, licence: 300 };
/** Quality of the stored original: what a re-encoding costs cannot be seen. */
const ORIGINAL = { quality: 90 };
const JPEG = { quality: 82 };
const WEBP = { quality: 78 };
/** An effort above 2 takes ten times as long for three per cent of the bytes. */
const AVIF = { quality: 55, effort: 2 };

// One thread a picture: the second core belongs to the editors.
sharp.concurrency(1);
sharp.cache(false);
// Nothing but the five formats is ever parsed: no SVG, PDF, TIFF or whatever else the decoder was built with.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif', 'VipsForeignLoadNsgif'] });
setPriority(Number(process.argv[2] ?? 0));

process.on('message', (/** @type {DarkroomCall} */ { call, order }) => {
  const working = order.do === 'takeIn' ? takeIn(order) : makeSlow(order);
  working
    .catch((/** @type {unknown} */ error) => ({ failed: messageOf(error) }))
    .then((outcome) => process.send?.({ call, outcome }))
    .catch(() => process.exit(1));
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));

/** @param {import('./darkroomProtocol.ts').TakeIn} order @returns {Promise<DarkroomOutcome>} */
async function takeIn({ input, folder, maxPixels, maxSide, widths }) {
  const header = await sharp(input, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header === null) return { fault: 'unreadable' };
  const { width, height } = header;
  if ((header.pages ?? 1) > 1) return { fault: 'moving' };
  if (width * height > maxPixels) return { fault: 'too-many-pixels' };
  if (Math.max(width, height) > maxSide) return { fault: 'too-long' };
  const open = () => sharp(input, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient();
  try {
    const seeThrough = header.hasAlpha && !(await open().stats()).isOpaque;
    const lossless = seeThrough || header.format === 'png' || header.format === 'gif';
    const upright = open().toColourspace('srgb');
    const original = lossless
      ? await made('original', 'image/png', join(folder, 'original.png'), (seeThrough ? upright : upright.removeAlpha()).png())
      : await made('original', 'image/jpeg', join(folder, 'original.jpg'), upright.jpeg(ORIGINAL));
    const files = [original];
    for (const [name, most] of Object.entries(widths)) {
      const smaller = open().resize({ width: most, withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColourspace('srgb').jpeg(JPEG);
      files.push(await made(name, 'image/jpeg', join(folder, `${name}.jpg`), smaller));
    }
    return { files, rights: await rightsIn(input) };
  } catch (error) {
    // The disk's fault is not the picture's.
    if (/space|E[A-Z]{3,}|write/i.test(messageOf(error).split('\n')[0] ?? '') && !/read|corrupt|premature|truncat|decod/i.test(messageOf(error))) throw error;
    return { fault: 'broken' };
  }
}

/** @param {import('./darkroomProtocol.ts').MakeSlow} order @returns {Promise<DarkroomOutcome>} */
async function makeSlow({ input, folder, widths }) {
  /** @type {MadeFile[]} */
  const files = [];
  for (const [name, most] of Object.entries(widths)) {
    const smaller = sharp(input).resize({ width: most, withoutEnlargement: true });
    files.push(await made(name, 'image/webp', join(folder, `${name}.webp`), smaller.clone().webp(WEBP)));
    files.push(await made(name, 'image/avif', join(folder, `${name}.avif`), smaller.clone().avif(AVIF)));
  }
  return { files };
}

/** @param {string} name @param {string} type @param {string} path @param {import('sharp').Sharp} image @returns {Promise<MadeFile>} */
async function made(name, type, path, image) {
  const { width, height, size } = await image.toFile(path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name: /** @type {MadeFile['name']} */ (name), type, path, width, height, size, digest: hash.digest('hex') };
}

/** What IPTC, XMP and EXIF say about whose picture it is. A file whose metadata cannot be read has none. */
async function rightsIn(/** @type {string} */ path) {
  /** @type {Record<string, Record<string, unknown> | undefined>} */
  const found = await exifr
    .parse(path, { mergeOutput: false, tiff: true, ifd0: true, exif: false, gps: false, iptc: true, xmp: true, icc: false, jfif: false, interop: false })
    .catch(() => undefined)
    .then((/** @type {unknown} */ parsed) => parsed ?? {});
  const { ifd0, iptc, dc, photoshop, xmpRights } = found;
  const creator = firstText(dc?.creator, iptc?.Byline, ifd0?.Artist);
  const credit = firstText(photoshop?.Credit, iptc?.Credit);
  const both = creator && credit && !credit.includes(creator) ? `${creator} / ${credit}` : (credit ?? creator);
  return {
    credit: cut(both, MOST_TEXT.credit),
    caption: cut(firstText(dc?.description, iptc?.Caption, ifd0?.ImageDescription), MOST_TEXT.caption),
    licence: cut(firstText(xmpRights?.UsageTerms, dc?.rights, iptc?.CopyrightNotice, ifd0?.Copyright), MOST_TEXT.licence),
  };
}

/** @param {...unknown} values @returns {string | null} */
function firstText(...values) {
  for (const value of values) {
    const text = textIn(value);
    if (text !== '') return text;
  }
  return null;
}

/** XMP says a text alone, in a list, or by language. @param {unknown} value @returns {string} */
function textIn(value) {
  if (typeof value === 'string') {
    const clean = decoded(value).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
    return clean.normalize('NFC').trim();
  }
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join(', ');
  if (value !== null && typeof value === 'object' && 'value' in value) return textIn(value.value);
  return '';
}

/** EXIF and IPTC do not say in which coding a text is: what can be UTF-8 is. @param {string} text */
function decoded(text) {
  if ([...text].some((letter) => letter > 'ÿ')) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** @param {string | null} text @param {number} most */
function cut(text, most) {
  return text === null ? null : [...text].slice(0, most).join('');
}

/** @param {unknown} thrown */
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
