/** What a picture's document promises about its files: what is still to be made or removed is written in the transaction that causes it, and done afterwards. */
import type { PayloadRequest, Where } from 'payload';
import type { PictureFile } from '../../domain/pictures.ts';
import { Problem } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import { insertRecord, recordsWhere, removeRecords } from '../records.ts';

/** The files that a saved picture had and has; `before` is empty for a new one. */
export interface FilesChange {
  picture: string;
  before: readonly PictureFile[];
  after: readonly PictureFile[];
}

/**
 * Asks for the slow formats of what came, and for the removal of what went.
 * @throws {Problem} 409 `in-use` when a story was approved with the files that would go.
 */
export async function keepFiles(desk: Desk, req: PayloadRequest, { picture, before, after }: FilesChange): Promise<void> {
  if (before.length > 0 && (await isCarried(req, picture))) {
    throw new Problem(
      409,
      'in-use',
      'A story was approved with this picture, so its file stays. Upload the new one as another picture, and choose that in the story.',
    );
  }
  const due = desk.clock().toISOString();
  await removeRecords(req, 'picture-tasks', { and: [{ picture: { equals: picture } }, { task: { equals: 'render' } }] });
  const gone = before.map(({ file }) => file).filter((file) => !after.some((kept) => kept.file === file));
  if (gone.length > 0) await insertRecord(req, 'picture-tasks', { task: 'remove', picture, files: gone, dueAt: due, owner: null, attempts: 0, problem: null });
  if (after.length > 0) await insertRecord(req, 'picture-tasks', { task: 'render', picture, files: [], dueAt: due, owner: null, attempts: 0, problem: null });
}

/** Whether a story that names the picture was ever approved. */
export async function isCarried(req: PayloadRequest, picture: string): Promise<boolean> {
  const where: Where = { and: [{ collection: { equals: 'media' } }, { document: { equals: picture } }] };
  return (await recordsWhere(req, 'carriages', where, { limit: 1 })).length > 0;
}
