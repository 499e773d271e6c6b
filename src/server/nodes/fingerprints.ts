/** What two processes have to share, in a form that tells whether they do and nothing else. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../env.ts';

/** Of the secret and of the store of media; equal only where these are the same. */
export interface Fingerprints {
  secret: string;
  media: string;
}

/** Lies in the media folder and names it: two folders of one path on two machines are told apart, and one folder mounted twice is not. */
const STORE_FILE = '.counterpoint-store';

/** @throws what the file system says when the media folder can be neither read nor made. */
export async function fingerprintsOf({ payloadSecret, mediaDir, s3 }: Pick<Env, 'payloadSecret' | 'mediaDir' | 's3'>): Promise<Fingerprints> {
  const store = s3 ? `bucket ${s3.endpoint ?? s3.region} ${s3.bucket}` : `folder ${await folderName(mediaDir)}`;
  return {
    secret: createHmac('sha256', payloadSecret).update('which secret a node of Counterpoint has').digest('base64url'),
    media: createHash('sha256').update(store).digest('base64url'),
  };
}

async function folderName(mediaDir: string): Promise<string> {
  await mkdir(mediaDir, { recursive: true });
  const file = join(mediaDir, STORE_FILE);
  try {
    await writeFile(file, `${randomUUID()}\n`, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
