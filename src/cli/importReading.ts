/** From sources to parsed documents, a few at a time: a folder of any size is never in memory as a whole. */
import { readFile } from 'node:fs/promises';
import type { ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { readForImport } from '../editorial/imports/readForImport.ts';
import { UnreadableDocument } from '../import/importer.ts';
import { imagesBeside, type BesideOf } from './importImages.ts';
import type { ImportOptions } from './importOptions.ts';
import { readPosts } from './importPosts.ts';
import { isExport, reasonOf, type Failure, type ImportSource } from './importSources.ts';
import { standardInput } from './standardInput.ts';

/** A document that was read, why it could not be, or what is none. */
export type Read = { file: string; document: ImportedDocument } | { failure: Failure } | { skipped: string };

/** Bytes of images: a batch that holds as much is not filled up any further. */
const ENOUGH_IMAGES = 48 * 1024 * 1024;

/** The documents of an import on their way. */
export class Reading {
  /** How many there are; a site's export turns out to be many. */
  total: number;
  /** Real paths of images that were taken along with a document. */
  readonly taken = new Set<string>();
  readonly #reads: AsyncGenerator<Read, void>;
  readonly #beside: BesideOf;

  /** `largest` is how many bytes an image beside a document may have. */
  constructor(sources: readonly ImportSource[], options: ImportOptions, largest: number) {
    this.total = sources.length;
    this.#beside = imagesBeside(largest, (realPath) => this.taken.add(realPath));
    this.#reads = this.#all(sources, options);
  }

  /** In batches of `size`; the batch after the one that is worked on is read already. */
  async *batches(size: number): AsyncGenerator<Read[], void> {
    let ahead = this.#take(size);
    for (let batch = await ahead; batch.length > 0; batch = await ahead) {
      ahead = this.#take(size);
      yield batch;
    }
  }

  async #take(size: number): Promise<Read[]> {
    const batch: Read[] = [];
    for (let images = 0; batch.length < size && images < ENOUGH_IMAGES;) {
      const next = await this.#reads.next();
      if (next.done === true) break;
      batch.push(next.value);
      images += imageBytes(next.value);
    }
    return batch;
  }

  async *#all(sources: readonly ImportSource[], options: ImportOptions): AsyncGenerator<Read, void> {
    for (const source of sources) {
      try {
        const bytes = source.path === null ? await standardInput() : await readFile(source.path);
        if (isExport(source.filename)) yield* this.#posts(bytes, source, options);
        else yield { file: source.file, document: readForImport(bytes, source.filename, source.identity, { ...options, beside: this.#beside(source) }) };
      } catch (error) {
        yield { failure: failureOf(source.file, error) };
      }
    }
  }

  *#posts(bytes: Uint8Array, source: ImportSource, options: ImportOptions): Generator<Read, void> {
    const { count, reads } = readPosts(bytes, source, options);
    this.total += count - 1;
    yield* reads;
  }
}

function imageBytes(read: Read): number {
  return 'document' in read ? read.document.images.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0;
}

/** What is said of a document that could not be read or saved. */
export function failureOf(file: string, error: unknown): Failure {
  return error instanceof UnreadableDocument ? { file, line: error.line, reason: error.reason } : { file, line: null, reason: reasonOf(error) };
}
