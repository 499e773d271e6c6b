/** Removes what a picture no longer needs, after the transaction that let go of it; a rollback would otherwise have lost its files. */
import { createLocalReq } from 'payload';
import { filesOf, type StoredPicture } from '../../domain/pictures.ts';
import type { Desk } from '../desk.ts';
import type { PictureTaskRow } from '../records.ts';
import { isCarried } from './keep.ts';
import type { Pictures } from './pictures.ts';
import { settleTask } from './tasks.ts';

/** Removes the task's files, but for those that the picture has again or that an approved story may name. */
export async function removeFiles(desk: Desk, { store }: Pictures, task: PictureTaskRow): Promise<void> {
  const req = await createLocalReq({}, desk.payload);
  const picture = await desk.payload.db.findOne<StoredPicture & { id: string }>({ collection: 'media', where: { id: { equals: task.picture } } });
  const kept = new Set(picture === null ? [] : filesOf(picture).map(({ file }) => file));
  const gone = (await isCarried(req, task.picture)) ? [] : task.files.filter((file) => !kept.has(file));
  for (const file of gone) await store.remove(file);
  await settleTask(desk, task);
}
