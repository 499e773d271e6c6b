/** Without this file an editor would not learn which pictures came with a story, nor which of them nobody has described yet. */
import type { ParseWarning } from '../../import/importer.ts';
import type { PlacedImage } from './placeImages.ts';

const UNDESCRIBED = 'the picture has no description for those who cannot see it';

/** What the terminal says of images that need somebody. */
export function imageWarnings(placed: readonly PlacedImage[]): ParseWarning[] {
  return placed.flatMap((one): ParseWarning[] => {
    const { line } = one.image;
    if (one.action === 'refused') return one.reason === '' ? [] : [refusedImage(line, one.reason)];
    return one.alt === '' ? [undescribedImage(line)] : [];
  });
}

export function undescribedImage(line: number): ParseWarning {
  return { line, message: `${UNDESCRIBED}; the story is not ready before it has one` };
}

export function refusedImage(line: number, reason: string): ParseWarning {
  return { line, message: `an image was left out: ${reason}` };
}

/** What the story's notes say: each picture that is not at its top, and whatever is to be done about one. `address` leads to a picture. */
export function imageNotes(placed: readonly PlacedImage[], hero: string | null, address: (picture: string) => string): string[] {
  const told = new Set<string>();
  return placed.flatMap((one): string[] => {
    const { line, alt: printed } = one.image;
    if (one.action === 'refused') return one.reason === '' ? [] : [`Line ${line}: an image was left out. ${one.reason}`];
    const sentences = [
      ...(one.picture === hero || told.has(one.picture) ? [] : ['another picture came with the document.']),
      ...(one.alt === '' && !told.has(one.picture) ? [`${UNDESCRIBED}. Say what it shows before the story goes out.`] : []),
      ...(printed !== null && one.alt !== '' && !one.alt.startsWith(printed.normalize('NFC').slice(0, 1000))
        ? [`the document describes this picture as “${printed}”; the newsroom has it as “${one.alt}”.`]
        : []),
    ];
    told.add(one.picture);
    return sentences.length === 0 ? [] : [`Line ${line}: ${sentences.join(' ')} ${address(one.picture)}`];
  });
}
