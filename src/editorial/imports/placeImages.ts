/** Gives an imported document its pictures, in its transaction: without this file they would be taken in and belong to nobody. */
import type { PayloadRequest } from 'payload';
import type { Desk } from '../desk.ts';
import { isCarried } from '../pictures/keep.ts';
import type { TakenPicture } from '../pictures/takeIn.ts';
import { claimPicture } from './claimPicture.ts';
import type { ImageAction, ImportedDocument, ImportedImage } from './importedDocument.ts';
import { ownRequest } from './ownRequest.ts';
import { imagesWithin, type TakenImages } from './takeImages.ts';

/** What became of an image. */
export type PlacedImage = { image: ImportedImage } & ({ action: 'created' | 'known'; picture: string; alt: string } | { action: 'refused'; reason: string });

/** Since the images were taken in, somebody has deleted a picture or changed a document: take them in again. */
export class ImagesChanged extends Error {
  override readonly name = 'ImagesChanged';
}

interface Known {
  id: string;
  alt?: string | null;
}

/** What `alt` may hold; the rest of longer words is in the picture's notes. */
const LONGEST_ALT = 1000;

/**
 * Every image of `document`, in its order, as the picture that it is: one that the newsroom has, or a new one of `taken`.
 * @throws {ImagesChanged} when one is neither.
 */
export async function placeImages(desk: Desk, req: PayloadRequest, document: ImportedDocument, taken: TakenImages): Promise<PlacedImage[]> {
  const placed: PlacedImage[] = [];
  for (const { image, refused } of imagesWithin(document)) {
    const found = taken.get(image.digest);
    if (refused !== null) placed.push({ image, action: 'refused', reason: refused });
    else if (found !== undefined && 'refused' in found) placed.push({ image, action: 'refused', reason: found.refused });
    else placed.push(await placeImage(desk, req, image, document, found));
  }
  return placed;
}

/** The picture at the top of the story: its first, unless that is printed on top or at the foot of every page. */
export function heroOf(placed: readonly PlacedImage[]): string | null {
  const shown = placed.find(({ image: { aside }, ...one }) => one.action !== 'refused' && aside !== 'pageHeader' && aside !== 'pageFooter');
  return shown !== undefined && 'picture' in shown ? shown.picture : null;
}

export function actionsOf(placed: readonly PlacedImage[]): ImageAction[] {
  return placed.map(({ action }) => action);
}

async function placeImage(
  desk: Desk,
  req: PayloadRequest,
  image: ImportedImage,
  document: ImportedDocument,
  files: TakenPicture | undefined,
): Promise<PlacedImage> {
  const where = { sourceDigest: { equals: image.digest } };
  const { docs } = await req.payload.db.find<Known>({ collection: 'media', where, sort: 'createdAt', limit: 1, pagination: false, req });
  const [known] = docs;
  if (known !== undefined) return { image, action: 'known', picture: known.id, alt: await describe(desk, req, known, image) };
  if (files === undefined) throw new ImagesChanged('A picture that the import needs was deleted meanwhile.');
  const alt = cut(image.alt ?? '');
  const own = await ownRequest(desk, req);
  Object.assign(own.context, { picture: files, describedLater: alt === '' });
  const data = { alt, notes: origin(image, document) };
  const made = await req.payload.create({ collection: 'media', data, depth: 0, overrideAccess: true, req: own });
  await claimPicture(req, image.digest, String(made.id));
  return { image, action: 'created', picture: String(made.id), alt };
}

/** What the picture shows, in words; those of the document where there were none, unless readers see the picture already. */
async function describe(desk: Desk, req: PayloadRequest, { id, alt }: Known, image: ImportedImage): Promise<string> {
  const words = alt?.trim() ?? '';
  if (words !== '' || image.alt === null || (await isCarried(req, id))) return words;
  const data = { alt: cut(image.alt) };
  await req.payload.update({ collection: 'media', id, data, depth: 0, overrideAccess: true, req: await ownRequest(desk, req) });
  return data.alt;
}

/** Where the picture comes from, for whoever finds it without its story. */
function origin({ line, alt }: ImportedImage, { identity: { source, path }, story }: ImportedDocument): string {
  const from = `Imported with ${story.title === null ? 'a document' : `“${story.title}”`}: ${source === null ? '' : `${source}, `}${path}, line ${line}.`;
  return alt !== null && alt.length > LONGEST_ALT ? `${from}\n\n${alt}` : from;
}

function cut(words: string): string {
  return [...words.normalize('NFC')].slice(0, LONGEST_ALT).join('').slice(0, LONGEST_ALT);
}
