/** Makes the pictures of documents that are about to be saved, before their transaction: everybody else would wait for them in it. */
import { Problem } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { discardPicture } from '../pictures/exchange.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { faultOf, takeIn, type TakenPicture } from '../pictures/takeIn.ts';
import { nameOf, type ImportedDocument, type ImportedImage } from './importedDocument.ts';

/** What an import takes images in with. */
export interface ImageIntake {
  pictures: Pictures;
  /** Bytes of the largest file that is taken. */
  largest: number;
}

/** By the digest of the image: its files in the store, or why there are none. */
export type TakenImages = ReadonlyMap<string, TakenPicture | { refused: string }>;

/** A story of more pictures than this is an album; each costs a tenth of a second and a document of its own. */
const MOST_IMAGES = 100;

/** The images of a document that are taken, and why the others are not: in words once, then without. */
export function imagesWithin({ images }: Pick<ImportedDocument, 'images'>): { image: ImportedImage; refused: string | null }[] {
  const more = `A document brings ${MOST_IMAGES} pictures at most; ${images.length - MOST_IMAGES} are too many.`;
  return images.map((image, index) => ({ image, refused: index < MOST_IMAGES ? null : index === MOST_IMAGES ? more : '' }));
}

/**
 * Takes in every image of `documents` that the newsroom does not have, each once.
 * @throws {Problem} 503 when the store does not answer; what was taken before is removed again.
 */
export async function takeImages(desk: Desk, { pictures, largest }: ImageIntake, documents: readonly ImportedDocument[]): Promise<TakenImages> {
  const taken = new Map<string, TakenPicture | { refused: string }>();
  try {
    for (const document of documents) {
      for (const { image, refused } of imagesWithin(document)) {
        const { digest, bytes } = image;
        if (refused !== null || taken.has(digest) || (await isKnown(desk, digest))) continue;
        const fault = await faultOf(bytes, largest);
        taken.set(digest, fault === null ? await takeOrRefuse(pictures, { name: `${nameOf(document.identity)}.`, data: bytes }) : { refused: fault });
      }
    }
    return taken;
  } catch (error) {
    await discardUnnamed(desk, pictures, taken);
    throw error;
  }
}

/** Removes the files that no picture has come to name. What a killed import leaves, `counterpoint media orphans` finds. */
export async function discardUnnamed(desk: Desk, pictures: Pictures, taken: TakenImages): Promise<void> {
  for (const one of taken.values()) if ('files' in one) await discardPicture(desk, pictures, one);
}

async function takeOrRefuse(pictures: Pictures, file: { name: string; data: Uint8Array }): Promise<TakenPicture | { refused: string }> {
  try {
    return await takeIn(pictures, file);
  } catch (error) {
    if (error instanceof Problem && error.status === 400) return { refused: error.message };
    throw error;
  }
}

async function isKnown({ payload }: Desk, digest: string): Promise<boolean> {
  return (await payload.db.findOne({ collection: 'media', where: { sourceDigest: { equals: digest } } })) !== null;
}
