/** Takes an uploaded picture in, before anything is written to the database: its transaction would keep every other writer waiting meanwhile. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { fileWords, MAX_PIXELS, MAX_SIDE, pictureFileName, RENDITION_WIDTHS, type PictureFile } from '../../domain/pictures.ts';
import { messageOf, Problem } from '../../errors.ts';
import { digestOf } from './digest.ts';
import type { Fault, MadeFile, PictureRights } from './darkroomProtocol.ts';
import { inFolder, type Pictures } from './pictures.ts';

/** A file as it was sent. Its name and type are only what somebody said. */
export interface UploadedFile {
  name: string;
  data: Uint8Array;
}

/** A picture whose files lie in the store, named by no document yet. */
export interface TakenPicture {
  /** In the name of each of its files. */
  key: string;
  /** Of the bytes as they were sent. */
  sourceDigest: string;
  /** The original first. */
  files: PictureFile[];
  rights: PictureRights;
}

const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'];
const WHAT_WE_TAKE = 'Pictures are JPEG, PNG, WebP, AVIF, or a GIF that does not move.';
const SENTENCES: Record<Fault, string> = {
  unreadable: 'This file cannot be read as a picture. Export it again as JPEG.',
  broken: 'This picture is damaged or not complete. Send it again, or export it again as JPEG.',
  moving: 'This picture moves. Send one that stands still.',
  'too-many-pixels': `This picture has more than ${MAX_PIXELS / 1_000_000} megapixels. Make it smaller and send it again.`,
  'too-long': `This picture is more than ${MAX_SIDE.toLocaleString('en')} pixels long on one side. Make it smaller and send it again.`,
};

/**
 * Upright, without metadata and in sRGB, the original and its JPEGs lie in the store when this resolves. `key` is that of the picture whose file is replaced.
 * @throws {Problem} 400 `picture-refused` with a sentence about what is wrong with the file; 503 when too many pictures wait.
 */
export async function takeIn(pictures: Pictures, { name, data }: UploadedFile, key = randomBytes(8).toString('hex')): Promise<TakenPicture> {
  await refuseOtherTypes(data);
  return inFolder(pictures, async (folder) => {
    const input = path.join(folder, 'upload');
    await writeFile(input, data);
    const outcome = await pictures.jpegs.develop({ do: 'takeIn', input, folder, maxPixels: MAX_PIXELS, maxSide: MAX_SIDE, widths: RENDITION_WIDTHS });
    if ('failed' in outcome) throw new Error(`A picture could not be taken in: ${outcome.failed}`);
    if ('fault' in outcome) throw refusal(SENTENCES[outcome.fault]);
    const files = await putAll(pictures, outcome.files, { words: fileWords(name), key });
    return { key, sourceDigest: digestOf(data), files, rights: outcome.rights ?? { credit: null, caption: null, licence: null } };
  });
}

/** Why `data` would be refused before anybody decodes it; null when nothing speaks against it. `largest` in bytes. */
export async function faultOf(data: Uint8Array, largest: number): Promise<string | null> {
  if (data.length > largest) return `This picture is larger than ${Math.floor(largest / 1024 / 1024)} MiB. Make it smaller.`;
  return refuseOtherTypes(data).then(
    () => null,
    (error: unknown) => messageOf(error),
  );
}

/** Puts finished files in the store under the names that are theirs for good. */
export async function putAll(
  { store }: Pick<Pictures, 'store'>,
  made: readonly MadeFile[],
  { words, key }: { words: string; key: string },
): Promise<PictureFile[]> {
  const files: PictureFile[] = [];
  for (const { path: from, ...file } of made) {
    const named = pictureFileName(words, key, file);
    await store.put(named, from, file.type);
    files.push({ ...file, file: named });
  }
  return files;
}

/** By the first bytes alone: a script that calls itself a picture is none. */
async function refuseOtherTypes(data: Uint8Array): Promise<void> {
  const mime = (await fileTypeFromBuffer(data))?.mime ?? 'unknown';
  if (TAKEN.includes(mime)) return;
  if (/^image\/hei[cf]/.test(mime)) throw refusal('This is a HEIC picture, as telephones store them. Export it as JPEG and send it again.');
  throw refusal(data.length === 0 ? `The file is empty. ${WHAT_WE_TAKE}` : `This is not a picture that can be taken. ${WHAT_WE_TAKE}`);
}

function refusal(sentence: string): Problem {
  return new Problem(400, 'picture-refused', sentence, [{ pointer: '/file', detail: sentence }]);
}
