/** Without this file nothing would show what the newsroom says to an S3 store: as much of one as it uses, on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

interface StoredObject {
  bytes: Buffer;
  type: string;
  cacheControl: string;
  at: Date;
}

/** A bucket called `pictures`: PutObject, GetObject with a range, DeleteObject and ListObjectsV2, each signed. */
export interface Bucket {
  /** What a newsroom has to be told to use it. */
  settings: Record<string, string>;
  objects: Map<string, StoredObject>;
  /** Each call as `METHOD key`, and those that came without a signature. */
  calls: string[];
  unsigned: string[];
  /** While true every call is answered 503. */
  down: boolean;
  close(): Promise<void>;
}

const PAGE = 3;

export async function startBucket(): Promise<Bucket> {
  const bucket: Omit<Bucket, 'settings'> = {
    objects: new Map(),
    calls: [],
    unsigned: [],
    down: false,
    close: () => stop(server),
  };
  const server = createServer((request, response) => {
    void answer(bucket, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { S3_BUCKET: 'pictures', S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: 'desk', S3_SECRET_ACCESS_KEY: 'a secret of the bucket' };
  return Object.assign(bucket, { settings });
}

async function answer(bucket: Omit<Bucket, 'settings'>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
  const [, name, key = ''] = pathname.split('/').map(decodeURIComponent);
  const bytes = await bodyOf(request);
  bucket.calls.push(`${request.method ?? ''} ${key || 'list'}`);
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=desk/')) bucket.unsigned.push(request.url ?? '');
  if (bucket.down) return end(response, 503, '<Error><Code>SlowDown</Code></Error>');
  if (name !== 'pictures') return end(response, 404, '<Error><Code>NoSuchBucket</Code></Error>');
  const object = bucket.objects.get(key);
  switch (request.method) {
    case 'PUT':
      bucket.objects.set(key, { bytes, type: request.headers['content-type'] ?? '', cacheControl: request.headers['cache-control'] ?? '', at: new Date() });
      return end(response, 200);
    case 'DELETE':
      bucket.objects.delete(key);
      return end(response, 204);
    default:
      if (key === '') return end(response, 200, listing(bucket.objects, searchParams.get('continuation-token') ?? ''));
      if (object === undefined) return end(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
      return sendObject(object, request.headers.range, response);
  }
}

function sendObject({ bytes, type }: StoredObject, range: string | undefined, response: ServerResponse): void {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
    return;
  }
  const from = Number(first);
  if (from >= bytes.length) return end(response, 416, '<Error><Code>InvalidRange</Code></Error>');
  const part = bytes.subarray(from, last ? Number(last) + 1 : undefined);
  response.writeHead(206, { 'Content-Length': part.length, 'Content-Range': `bytes ${from}-${from + part.length - 1}/${bytes.length}` }).end(part);
}

function listing(objects: ReadonlyMap<string, StoredObject>, after: string): string {
  const keys = [...objects.keys()].sort().filter((key) => key > after);
  const page = keys.slice(0, PAGE);
  const contents = page.map((key) => {
    const object = objects.get(key);
    return `<Contents><Key>${key}</Key><Size>${object?.bytes.length ?? 0}</Size><LastModified>${object?.at.toISOString() ?? ''}</LastModified></Contents>`;
  });
  const more =
    keys.length > PAGE
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>';
  return `<?xml version="1.0"?><ListBucketResult><Name>pictures</Name>${more}${contents.join('')}</ListBucketResult>`;
}

function end(response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
