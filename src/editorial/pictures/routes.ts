/** The door to pictures' files: GET /api/media/file/{name}. Payload's own would read the disk for whoever asks and know no bucket. */
import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { pipeline } from 'node:stream/promises';
import { filesOf, pictureKeyOf, type PictureFile, type StoredPicture } from '../../domain/pictures.ts';
import { namesTag } from '../../domain/ifNoneMatch.ts';
import { EDITORIAL_ROLES, hasRole } from '../../domain/roles.ts';
import { messageOf, methodNotAllowed, Problem } from '../../errors.ts';
import type { Desk } from '../desk.ts';
import type { Pictures } from './pictures.ts';
import { RangeNotPossible } from './range.ts';
import type { OpenedFile } from './store.ts';

type StoredMedia = StoredPicture & { id: string; publicFrom?: string | null };

/** The router of files; mounted before Payload's REST, which has a route at the same address. */
export function pictureRoutes(desk: Desk, { store }: Pick<Pictures, 'store'>, log: Pick<Logger, 'error'>): Router {
  const router = Router();
  router.all('/api/media/file/:name', async (request: Request<{ name: string }>, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw methodNotAllowed(request.method, ['GET', 'HEAD']);
    }
    // A refusal is kept by no cache: the picture may be out in a minute.
    response.set('Cache-Control', 'no-store');
    const file = await visibleFile(desk, request);
    if (file === null) throw notFound();
    describe(file, response);
    const tag = response.get('ETag');
    if (tag !== undefined && namesTag(request.get('If-None-Match'), tag)) {
      response.status(304).end();
      return;
    }
    const range = rangeAsked(request, response);
    try {
      const opened = await store.open(file.file, request.method === 'HEAD' ? undefined : range);
      if (opened === null) throw new Error('it is not in the store');
      await send(opened, file, request, response);
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (error instanceof RangeNotPossible) {
        response.status(416).set('Content-Range', `bytes */${file.size}`).end();
        return;
      }
      forget(response);
      log.error({ file: file.file, reason: messageOf(error) }, 'the file of a picture could not be read');
      throw error instanceof Problem ? error : notFound();
    }
  });
  return router;
}

/** Strangers see what a released story carries, staff all; to everybody else there is no such file. */
async function visibleFile(desk: Desk, request: Request<{ name: string }>): Promise<PictureFile | null> {
  const { name } = request.params;
  const picture = await desk.payload.db.findOne<StoredMedia>({ collection: 'media', where: whereNamed(name) });
  const file = picture === null ? undefined : filesOf(picture).find((one) => one.file === name);
  if (picture === null || file === undefined) return null;
  const released = picture.publicFrom ? Date.parse(picture.publicFrom) <= desk.clock().getTime() : false;
  return released || (await isStaff(desk, request)) ? file : null;
}

function whereNamed(name: string): Record<string, { equals: string }> | { or: Record<string, { equals: string }>[] } {
  const key = pictureKeyOf(name);
  if (key !== null) return { fileKey: { equals: key } };
  // Pictures from before files had a key.
  return { or: ['filename', 'sizes.thumbnail.filename', 'sizes.card.filename', 'sizes.hero.filename'].map((field) => ({ [field]: { equals: name } })) };
}

async function isStaff(desk: Desk, { headers }: Request<{ name: string }>): Promise<boolean> {
  if (headers.authorization === undefined && headers.cookie === undefined) return false;
  const shown = new Headers();
  for (const name of ['authorization', 'cookie', 'origin', 'sec-fetch-site'] as const) {
    const value = headers[name];
    if (typeof value === 'string') shown.set(name, value);
  }
  return hasRole(await desk.payload.auth({ headers: shown }), EDITORIAL_ROLES);
}

/** What never changes under a name may be kept for good; answers to staff are kept by nobody, which the edge says. */
function describe({ type, digest }: PictureFile, response: Response): void {
  response.set('Content-Type', type);
  response.set('Content-Disposition', 'inline');
  response.set('Accept-Ranges', 'bytes');
  response.set('Cache-Control', 'public, max-age=31536000, immutable');
  if (digest !== null) response.set('ETag', `"${digest}"`);
}

function forget(response: Response): void {
  for (const name of ['Content-Type', 'Content-Disposition', 'Accept-Ranges', 'ETag']) response.removeHeader(name);
  response.set('Cache-Control', 'no-store');
}

/** RFC 9110, section 13.1.5: a part is only worth something beside the rest of the same file. */
function rangeAsked(request: Request<{ name: string }>, response: Response): string | undefined {
  const only = request.get('If-Range');
  if (only !== undefined && only !== response.get('ETag')) {
    delete request.headers.range;
    return undefined;
  }
  return request.get('Range');
}

async function send(opened: OpenedFile, file: PictureFile, request: Request<{ name: string }>, response: Response): Promise<void> {
  if ('path' in opened) {
    await sendPath(opened.path, response);
    return;
  }
  response.status(opened.status).set('Content-Length', String(opened.length ?? file.size));
  if (opened.range !== undefined) response.set('Content-Range', opened.range);
  if (request.method === 'HEAD') {
    opened.stream.destroy();
    response.end();
    return;
  }
  await pipeline(opened.stream, response);
}

/** Resolves when it was sent, and when the client left. */
function sendPath(file: string, response: Response): Promise<void> {
  const options = { root: path.dirname(file), dotfiles: 'allow', etag: false, lastModified: false, cacheControl: false } as const;
  return new Promise((resolve, reject) => {
    response.sendFile(path.basename(file), options, (error?: Error & { code?: string; status?: number }) => {
      if (error === undefined || error.code === 'ECONNABORTED' || error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve();
      else reject(error.status === 416 ? new RangeNotPossible() : error);
    });
  });
}

function notFound(): Problem {
  return new Problem(404, 'not-found', 'There is no such file.');
}
