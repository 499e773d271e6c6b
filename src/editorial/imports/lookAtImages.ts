/** Without this file a dry run would promise images that an import then leaves out. */
import type { ParseWarning } from '../../import/importer.ts';
import { faultOf } from '../pictures/takeIn.ts';
import { refusedImage, undescribedImage } from './imageNotes.ts';
import type { ImageAction, ImportedDocument } from './importedDocument.ts';
import { imagesWithin } from './takeImages.ts';

/** What can be said of the images of `document` without decoding any: a damaged one is only found by the import. */
export async function lookAtImages(document: ImportedDocument, largest: number): Promise<{ images: ImageAction[]; warnings: ParseWarning[] }> {
  const images: ImageAction[] = [];
  const warnings: ParseWarning[] = [];
  for (const { image, refused } of imagesWithin(document)) {
    const fault = refused ?? (await faultOf(image.bytes, largest));
    images.push(fault === null ? 'parsed' : 'refused');
    if (fault === '') continue;
    if (fault !== null) warnings.push(refusedImage(image.line, fault));
    else if (image.alt === null) warnings.push(undescribedImage(image.line));
  }
  return { images, warnings };
}
