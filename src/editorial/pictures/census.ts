/** Compares the store with the documents: a file that nobody names costs space, and one that is named and gone is a hole in a story. */
import type { Payload } from 'payload';
import { filesOf, type StoredPicture } from '../../domain/pictures.ts';
import type { KeptFile, PictureStore } from './store.ts';

export interface Census {
  /** Files in the store. */
  files: number;
  /** Named by no picture and no approval, and older than asked. */
  orphans: KeptFile[];
  /** Named by a picture or an approval, and not in the store. */
  missing: { file: string; namedBy: string }[];
}

/** Counts what lies in the store. A file that is younger than `olderThan` may be of an upload that is under way, and is never an orphan. */
export async function takeCensus(payload: Payload, store: PictureStore, olderThan: Date): Promise<Census> {
  // The files first: what is saved after they were listed is named already when the names are read.
  const kept: KeptFile[] = [];
  for await (const file of store.list()) kept.push(file);
  const named = await namedFiles(payload);
  const there = new Set(kept.map(({ name }) => name));
  return {
    files: kept.length,
    orphans: kept.filter(({ name, changedAt }) => !named.has(name) && changedAt < olderThan).sort((one, other) => one.name.localeCompare(other.name)),
    missing: [...named].filter(([file]) => !there.has(file)).map(([file, namedBy]) => ({ file, namedBy })),
  };
}

/** Every file that a picture or an approved text names, and by what. */
async function namedFiles(payload: Payload): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  const { docs: approvals } = await payload.db.find<{ id: string; content?: { image?: { renditions?: { file?: string }[] } | null } | null }>({
    collection: 'approvals',
    where: {},
    limit: 0,
    pagination: false,
    select: { content: true },
  });
  for (const { id, content } of approvals) for (const { file } of content?.image?.renditions ?? []) if (file) named.set(file, `approval ${id}`);
  const { docs: pictures } = await payload.db.find<StoredPicture & { id: string }>({ collection: 'media', where: {}, limit: 0, pagination: false });
  for (const picture of pictures) for (const { file } of filesOf(picture)) named.set(file, `picture ${picture.id}`);
  return named;
}
