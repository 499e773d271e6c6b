/** Without this file anybody could make the process hold a body of any size, and only Payload would look at what is in it. */
import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from '../errors.ts';
import type { Limits } from '../env.ts';
import { decodeUtf8, parseJsonObject } from './jsonGuard.ts';

/** A body that has been read and looked at; `bytes` are exactly those that came. */
export type ReadBody =
  | { kind: 'none' }
  | { kind: 'json'; bytes: Buffer; object: Record<string, unknown> }
  | { kind: 'form'; bytes: Buffer; text: string }
  | { kind: 'multipart'; bytes: Buffer };

/**
 * Reads the body of a write. Only somebody who shows credentials may send more than the JSON limit: uploads need an account.
 * @throws {Problem} 400, 413 or 415 (API section 5).
 */
export async function readBody(request: Request, limits: Pick<Limits, 'bodyBytes' | 'uploadBytes'>): Promise<ReadBody> {
  const encoding = request.get('Content-Encoding');
  if (encoding !== undefined && encoding !== 'identity') throw new Problem(415, 'encoded-body', 'A body is sent as it is, without Content-Encoding.');
  const type = typeOf(request);
  const known = request.headers.authorization !== undefined || request.headers.cookie !== undefined;
  const limit = type === 'multipart/form-data' && known ? limits.uploadBytes + formOverhead : limits.bodyBytes;
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return { kind: 'none' };
  switch (type) {
    case 'application/json':
      return { kind: 'json', bytes, object: parseJsonObject(decodeUtf8(bytes)) };
    case 'application/x-www-form-urlencoded':
      return { kind: 'form', bytes, text: decodeUtf8(bytes) };
    case 'multipart/form-data':
      await guardMultipart(request, bytes);
      return { kind: 'multipart', bytes };
    default:
      throw new Problem(415, 'unsupported-media-type', 'A body is application/json, or multipart/form-data for an upload.');
  }
}

/** Room for the parts around the file, so that a file of exactly the limit passes. */
const formOverhead = 64 * 1024;

function typeOf(request: Request): string | undefined {
  return request.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
}

/** By listeners and not by iteration, which would close the connection before the refusal could be sent. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooLarge = new Problem(413, 'body-too-large', `A body may have ${String(limit)} bytes here.`);
    const incomplete = () => {
      reject(new Problem(400, 'incomplete-body', 'The body ended before it was complete.'));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge);
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const collect = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off('data', collect);
      chunks.length = 0;
      reject(tooLarge);
    };
    request.on('data', collect);
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', incomplete);
    request.once('close', incomplete);
  });
}

/** Payload answers a broken form, or one whose `_payload` is no document, with a 500: so it is read once before. */
function guardMultipart(request: Request, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = () => {
      reject(new Problem(400, 'malformed-body', 'The form cannot be read.'));
    };
    try {
      const form = busboy({ headers: request.headers, limits: { fieldSize: bytes.length, fields: 1000, files: 20 } });
      form.on('file', (_name, file) => {
        file.on('error', broken).resume();
      });
      form.on('field', (name, value) => {
        if (name !== '_payload') return;
        try {
          parseJsonObject(value);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      form.on('error', broken);
      form.on('close', resolve);
      form.end(bytes);
    } catch {
      broken();
    }
  });
}
