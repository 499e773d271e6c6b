/** Where pictures' files lie, a folder or a bucket, is decided here once; without it every reader and writer of files would ask. */
import type { Readable } from 'node:stream';
import type { Env } from '../../env.ts';
import { BucketStore } from './bucketStore.ts';
import { FolderStore } from './folderStore.ts';

/** A file as a census sees it. */
export interface KeptFile {
  name: string;
  size: number;
  changedAt: Date;
}

/** A file to be sent: on this machine, or as a stream that answers `range` already. */
export type OpenedFile = { path: string } | { stream: Readable; status: 200 | 206; length: number | undefined; range: string | undefined };

/** Files by name. A name is given once: what lies under it never changes. */
export interface PictureStore {
  /** Takes the file at `path` in under `name`, whole or not at all; `path` may be moved away. Safe on disk when it resolves. */
  put(name: string, path: string, type: string): Promise<void>;
  /** Null when there is no such file. @throws {RangeNotPossible} when `range` lies outside of it. */
  open(name: string, range?: string): Promise<OpenedFile | null>;
  /** A path on this machine under which the file can be read; in `folder` if it has to be fetched. @throws when there is no such file. */
  local(name: string, folder: string): Promise<string>;
  /** Nothing happens when there is no such file. */
  remove(name: string): Promise<void>;
  list(): AsyncIterable<KeptFile>;
  close(): void;
}

/** The store that the settings name. */
export function pictureStore(env: Pick<Env, 's3' | 'mediaDir'>): PictureStore {
  return env.s3 ? new BucketStore(env.s3) : new FolderStore(env.mediaDir);
}
