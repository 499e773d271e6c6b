/** Without this file each reader would pay for the same digest and the same compression. */
import { createHash } from 'node:crypto';
import { inCoding, type Coding } from './codings.ts';

/** The bytes of an answer, made once for each coding that somebody asks for. */
export class Body {
  readonly #digest: string;
  readonly #made = new Map<Coding, Buffer>();
  readonly #making = new Map<Coding, Promise<Buffer>>();
  /** Called when there are more bytes than before. */
  grown: (() => void) | undefined;

  constructor(type: string, text: string) {
    this.#digest = createHash('sha256').update(`${type}\n`).update(text).digest('base64url').slice(0, 27);
    this.#made.set('identity', Buffer.from(text));
  }

  /** All bytes that are there. */
  get size(): number {
    return [...this.#made.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Strong: one for each text, media type and coding. */
  etagIn(coding: Coding): string {
    return coding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${coding}"`;
  }

  /** At once where they are there. */
  bytesIn(coding: Coding): Buffer | Promise<Buffer> {
    const making = this.#made.get(coding) ?? this.#making.get(coding) ?? this.#make(coding);
    if (making instanceof Promise) this.#making.set(coding, making);
    return making;
  }

  async #make(coding: Coding): Promise<Buffer> {
    try {
      const bytes = await inCoding(await this.bytesIn('identity'), coding);
      this.#made.set(coding, bytes);
      this.grown?.();
      return bytes;
    } finally {
      this.#making.delete(coding);
    }
  }
}
