/** Pictures' files in an S3 bucket, where several nodes reach them; without this file each node would have its own. */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as Aws from '@aws-sdk/client-s3';
import type { Env } from '../../env.ts';
import { Problem } from '../../errors.ts';
import { RangeNotPossible } from './range.ts';
import type { KeptFile, OpenedFile, PictureStore } from './store.ts';

type Sdk = typeof Aws;

/** Objects of one bucket. The client is loaded with the first file: a newsroom without a bucket never does. */
export class BucketStore implements PictureStore {
  readonly #settings: NonNullable<Env['s3']>;
  #opened: Promise<{ sdk: Sdk; client: Aws.S3Client }> | undefined;

  constructor(settings: NonNullable<Env['s3']>) {
    this.#settings = settings;
  }

  async put(name: string, from: string, type: string): Promise<void> {
    const { sdk, client } = await this.#open();
    const { size } = await stat(from);
    // The store itself answers others than us only where the operator opened it; it then says the same as we do.
    const said = { ContentType: type, CacheControl: 'public, max-age=31536000, immutable' };
    await client.send(new sdk.PutObjectCommand({ ...this.#key(name), ...said, Body: createReadStream(from), ContentLength: size })).catch((error: unknown) => {
      throw away(error);
    });
  }

  async open(name: string, range?: string): Promise<OpenedFile | null> {
    const { sdk, client } = await this.#open();
    try {
      const found = await client.send(new sdk.GetObjectCommand({ ...this.#key(name), ...(range === undefined ? {} : { Range: range }) }));
      const status = found.ContentRange === undefined ? 200 : 206;
      return { stream: found.Body as Readable, status, length: found.ContentLength, range: found.ContentRange };
    } catch (error) {
      if (statusOf(error) === 404) return null;
      if (statusOf(error) === 416) throw new RangeNotPossible();
      throw away(error);
    }
  }

  async local(name: string, folder: string): Promise<string> {
    const found = await this.open(name);
    if (found === null || !('stream' in found)) throw new Error(`${name} is not in the bucket.`);
    const file = path.join(folder, name);
    await pipeline(found.stream, createWriteStream(file));
    return file;
  }

  async remove(name: string): Promise<void> {
    const { sdk, client } = await this.#open();
    await client.send(new sdk.DeleteObjectCommand(this.#key(name)));
  }

  async *list(): AsyncIterable<KeptFile> {
    const { sdk, client } = await this.#open();
    for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket: this.#settings.bucket })) {
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) yield { name: Key, size: Size ?? 0, changedAt: LastModified ?? new Date(0) };
      }
    }
  }

  close(): void {
    void this.#opened?.then(({ client }) => {
      client.destroy();
    });
  }

  #key(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.#settings.bucket, Key: name };
  }

  #open(): Promise<{ sdk: Sdk; client: Aws.S3Client }> {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.#settings;
    this.#opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        credentials: { accessKeyId, secretAccessKey },
        // Stores that are not AWS have neither bucket names in DNS nor its newest checksums.
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }));
    return this.#opened;
  }
}

/** Whatever a bucket says or does not say, people are told the same; the log has the cause. */
function away(cause: unknown): Problem {
  const problem = new Problem(503, 'pictures-not-available', 'The store of pictures does not answer. Try again in a moment.');
  return Object.assign(problem, { cause });
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}
