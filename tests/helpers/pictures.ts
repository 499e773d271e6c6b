/** Without this file every test about pictures would draw, send and wait for them in its own way. */
import type { Sharp } from 'sharp';
import { sharp } from './sharp.ts';
import type { Newsroom } from './newsroom.ts';
import type { Answer, Caller, Doc } from './staff.ts';

export interface SentPicture extends Doc {
  url: string;
  filename: string;
  mimeType: string;
  width: number;
  height: number;
  filesize: number;
  credit?: string | null;
  caption?: string | null;
  licence?: string | null;
  focalX?: number;
  renditionState?: string;
  renditions: { name: string; file: string; url: string; type: string; width: number; height: number; size: number; digest: string }[];
  sizes: Record<string, { width: number; height: number; filename: string; url: string; mimeType: string }>;
}

export interface PictureAnswer {
  doc: SentPicture;
  errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[];
}

/** What somebody's machine sends: bytes, and what it says about them. */
export interface Upload {
  bytes: Uint8Array;
  name?: string;
  type?: string;
  fields?: Record<string, unknown>;
}

/** A plain picture in one colour; `draw` says more about it. */
export async function picture(width = 900, height = 600, draw: (image: Sharp) => Sharp = (image) => image.jpeg()): Promise<Uint8Array> {
  return draw(sharp({ create: { width, height, channels: 3, background: '#2a6f97' } })).toBuffer();
}

/** Sends a new picture, or with `replaces` a new file for one that is there. */
export async function sendPicture(
  newsroom: Pick<Newsroom, 'url'>,
  caller: Pick<Caller, 'token'>,
  { bytes, name = 'quay.jpg', type = 'image/jpeg', fields = { alt: 'A quay at dawn' } }: Upload,
  replaces?: { id: string; rev?: number },
): Promise<Answer<PictureAnswer>> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  form.set('_payload', JSON.stringify(fields));
  const headers = {
    ...(caller.token === null ? {} : { Authorization: `JWT ${caller.token}` }),
    ...(replaces?.rev === undefined ? {} : { 'If-Match': `"${replaces.rev}"` }),
  };
  const address = `${newsroom.url}/api/media${replaces === undefined ? '' : `/${replaces.id}`}?depth=0`;
  const response = await fetch(address, { method: replaces === undefined ? 'POST' : 'PATCH', body: form, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as PictureAnswer };
}

/** A picture that has to be accepted. @throws with the refusal. */
export async function aPicture(newsroom: Pick<Newsroom, 'url'>, caller: Caller, upload: Partial<Upload> = {}): Promise<SentPicture> {
  const { status, body } = await sendPicture(newsroom, caller, { bytes: upload.bytes ?? (await picture()), ...upload });
  if (status !== 201) throw new Error(`Not taken in (${status}): ${JSON.stringify(body)}`);
  return body.doc;
}

/** The picture once all its formats are there, or could not be made. */
export async function onceRendered(caller: Caller, id: string): Promise<SentPicture> {
  for (;;) {
    const { body } = await caller.send<SentPicture>('GET', `/api/media/${id}?depth=0`);
    if (body.renditionState !== 'pending') return body;
    await new Promise((passed) => setTimeout(passed, 100));
  }
}

/** The file at `url`, asked by `caller`. */
export function file(newsroom: Pick<Newsroom, 'url'>, url: string, caller?: Pick<Caller, 'token'>, headers: Record<string, string> = {}): Promise<Response> {
  const asked = new Headers(headers);
  if (caller?.token) asked.set('Authorization', `JWT ${caller.token}`);
  return fetch(newsroom.url + new URL(url, newsroom.url).pathname, { headers: asked });
}

export async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}
