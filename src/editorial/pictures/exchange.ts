/** What an upload does to the store beside the database, and how it is undone; without the second a refused upload would leave its files. */
import { filesOf, type StoredPicture } from '../../domain/pictures.ts';
import type { Desk } from '../desk.ts';
import type { Pictures } from './pictures.ts';
import { takeIn, type TakenPicture, type UploadedFile } from './takeIn.ts';

type Stored = StoredPicture & { id: string; fileKey?: string | null };

/** Takes `file` in; a picture that gets a new file keeps its key. */
export async function takePicture(desk: Desk, pictures: Pictures, file: UploadedFile, picture?: string): Promise<TakenPicture> {
  const known = picture === undefined ? null : await desk.payload.db.findOne<Stored>({ collection: 'media', where: { id: { equals: picture } } });
  return takeIn(pictures, file, known?.fileKey ?? undefined);
}

/** Removes the files of a picture that no document names after all. */
export async function discardPicture(desk: Desk, { store }: Pictures, { files, key }: TakenPicture): Promise<void> {
  const owner = await desk.payload.db.findOne<Stored>({ collection: 'media', where: { fileKey: { equals: key } } });
  const named = new Set(owner === null ? [] : filesOf(owner).map(({ file }) => file));
  for (const { file } of files) if (!named.has(file)) await store.remove(file);
}
