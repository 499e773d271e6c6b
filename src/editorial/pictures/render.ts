/** Makes a picture's slow formats after it was saved, and tells its document; without it readers would get JPEG for ever. */
import type { PayloadRequest } from 'payload';
import { writeServerFields } from '../../database/fields.ts';
import { filesOf, pictureKeyOf, RENDITION_WIDTHS, type PictureFile, type StoredPicture } from '../../domain/pictures.ts';
import type { Desk } from '../desk.ts';
import type { PictureTaskRow } from '../records.ts';
import { inFolder, type Pictures } from './pictures.ts';
import { putAll } from './takeIn.ts';
import { settleTask } from './tasks.ts';

/** The darkroom, and not the store or the database, could not do it: trying again for hours would change nothing. */
export class RenderingFailed extends Error {
  override readonly name = 'RenderingFailed';
}

interface StoredMedia extends StoredPicture {
  id: string;
}

/** Whether the picture got its slow formats now; false when it is gone or has another file by now. */
export async function renderPicture(desk: Desk, pictures: Pictures, task: PictureTaskRow): Promise<boolean> {
  const picture = await mediaRow(desk, task.picture);
  const files = picture === null ? [] : filesOf(picture);
  const [original] = files;
  const key = original === undefined ? null : pictureKeyOf(original.file);
  if (original === undefined || key === null) {
    await settleTask(desk, task);
    return false;
  }
  const slow = await inFolder(pictures, async (folder) => {
    const input = await pictures.store.local(original.file, folder);
    const outcome = await pictures.slow.develop({ do: 'makeSlow', input, folder, widths: RENDITION_WIDTHS });
    if (!('files' in outcome)) throw new RenderingFailed('failed' in outcome ? outcome.failed : outcome.fault);
    return putAll(pictures, outcome.files, { words: original.file.slice(0, original.file.indexOf(`-${key}`)), key });
  });
  let told = false;
  await settleTask(desk, task, async (req) => {
    told = await tell(desk, req, task.picture, original, { renditions: [...files, ...slow], renditionState: 'ready' });
  });
  return told;
}

/** The picture stays as it is, with its JPEGs. */
export function giveUp(desk: Desk, task: PictureTaskRow): Promise<void> {
  return settleTask(desk, task, async (req) => {
    const picture = await mediaRow(desk, task.picture, req);
    if (picture !== null) await tell(desk, req, task.picture, filesOf(picture)[0], { renditionState: 'failed' });
  });
}

/** A rendition that becomes ready is no edit: `rev` and `updatedAt` stay. */
async function tell(
  desk: Desk,
  req: PayloadRequest,
  id: string,
  original: PictureFile | undefined,
  values: { renditions?: PictureFile[]; renditionState: 'ready' | 'failed' },
): Promise<boolean> {
  const now = await mediaRow(desk, id, req);
  if (now === null || filesOf(now)[0]?.file !== original?.file) return false;
  await writeServerFields({ payload: desk.payload, req, collection: 'media', id, values });
  return true;
}

function mediaRow(desk: Desk, id: string, req?: PayloadRequest): Promise<StoredMedia | null> {
  return desk.payload.db.findOne<StoredMedia>({ collection: 'media', where: { id: { equals: id } }, ...(req === undefined ? {} : { req }) });
}
