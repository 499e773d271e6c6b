/** A picture as an edition fixes it: its words, its rights, and each rendition by size and digest. */
import type { EditionImage, EditionRendition } from '../../domain/edition.ts';
import { filesOf, type PictureFile } from '../../domain/pictures.ts';
import type { StoredImage } from '../gatheredStory.ts';

export function imageIn(image: StoredImage): EditionImage {
  return {
    id: image.id,
    alt: image.alt ?? '',
    caption: image.caption || null,
    credit: image.credit || null,
    licence: image.licence || null,
    syndicable: image.syndicable !== false,
    focalPoint: { x: (image.focalX ?? 50) / 100, y: (image.focalY ?? 50) / 100 },
    renditions: filesOf(image).map(renditionOf),
  };
}

function renditionOf({ name, file, width, height, type, size, digest }: PictureFile): EditionRendition {
  return { name, file, width, height, type, size, digest: digest === null ? null : `sha-256:${digest}` };
}
