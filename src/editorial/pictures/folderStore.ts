/** Pictures' files in one folder; without its care a crash could leave half a file under a name that caches keep for good. */
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KeptFile, OpenedFile, PictureStore } from './store.ts';

/** Files of `folder`; what begins with a dot is not one of them. */
export class FolderStore implements PictureStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, from: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await synced(from);
    await rename(from, this.#path(name));
    await synced(this.#folder);
  }

  async open(name: string): Promise<OpenedFile | null> {
    const file = this.#path(name);
    return (await isFile(file)) ? { path: file } : null;
  }

  async local(name: string): Promise<string> {
    const file = this.#path(name);
    if (!(await isFile(file))) throw new Error(`${name} is not in the media folder.`);
    return file;
  }

  async remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
  }

  async *list(): AsyncIterable<KeptFile> {
    await mkdir(this.#folder, { recursive: true });
    for await (const entry of await opendir(this.#folder)) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const { size, mtime } = await stat(this.#path(entry.name));
      yield { name: entry.name, size, changedAt: mtime };
    }
  }

  close(): void {
    // Nothing is held.
  }

  #path(name: string): string {
    if (path.basename(name) !== name || name.startsWith('.')) throw new Error('That is not the name of a file.');
    return path.join(this.#folder, name);
  }
}

/** Its bytes, or a folder's list of names, are on disk afterwards. */
async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
