/** Without this file a rebuild would write nothing to the disk until its end, and then wait for all of it. */
import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { promisify } from 'node:util';

/** Brings a file, which somebody writes without care for power cuts, to the disk while it grows. */
export class WriteOut {
  readonly #descriptor: number;
  #underWay: Promise<void> | undefined;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r+');
  }

  /** What has been written so far goes to the disk, and nobody waits for it. */
  begin(): void {
    this.#underWay ??= promisify(fdatasync)(this.#descriptor)
      // What could not be written fails once more at the end, where somebody hears of it.
      .catch(() => undefined)
      .finally(() => {
        this.#underWay = undefined;
      });
  }

  /** All of it is on the disk. */
  async end(): Promise<void> {
    await this.#underWay;
    fsyncSync(this.#descriptor);
  }

  async close(): Promise<void> {
    await this.#underWay;
    closeSync(this.#descriptor);
  }
}
