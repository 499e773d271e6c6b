/** A picture as an edition fixes it: its words, its rights, and each rendition by size and digest. */
import type { EditionImage, EditionRendition } from '../../domain/edition.ts';
import type { StoredFile, StoredImage } from '../gatheredStory.ts';

export function imageIn(image: StoredImage): EditionImage {
  const renditions = Object.entries(image.sizes ?? {}).flatMap(([name, file]) => renditionOf(name, file, image.digests?.[name]));
  return {
    id: image.id,
    alt: image.alt ?? '',
    caption: image.caption || null,
    credit: image.credit || null,
    licence: image.licence || null,
    syndicable: image.syndicable !== false,
    focalPoint: { x: (image.focalX ?? 50) / 100, y: (image.focalY ?? 50) / 100 },
    renditions: [...renditionOf('original', image, image.digests?.original), ...renditions],
  };
}

function renditionOf(name: string, file: StoredFile | null, digest: string | undefined): EditionRendition[] {
  if (!file?.filename) return [];
  return [
    {
      name,
      file: file.filename,
      width: file.width ?? 0,
      height: file.height ?? 0,
      type: file.mimeType ?? 'application/octet-stream',
      size: file.filesize ?? 0,
      digest: digest === undefined ? null : `sha-256:${digest}`,
    },
  ];
}
