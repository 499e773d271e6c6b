/** Without this file a first start would show an empty newsroom: the samples, imported and published once, in the start that made the database. */
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { withTransientRetry } from '../../database/retry.ts';
import { Problem } from '../../errors.ts';
import { fileIdentity, formatOf } from '../../import/importer.ts';
import type { Desk } from '../desk.ts';
import { KnownNames } from './knownNames.ts';
import { publishImport } from './publishImport.ts';
import { readForImport } from './readForImport.ts';
import { markSamples, samplesState } from './samplesMark.ts';
import { preparePictures } from './preparePictures.ts';
import { saveImport } from './saveImport.ts';
import { ownDay, startOfDay } from './storyDay.ts';
import type { ImageIntake } from './takeImages.ts';

/** A little more than a minute in all: so long MongoDB holds the last transaction of a start that was killed. */
const ATTEMPTS = 40;

export interface SamplesOrder {
  /** The folder with the documents. */
  folder: string;
  /** Whether this start made the database. */
  created: boolean;
  /** False in production and for commands: a database that they make never gets samples. */
  wanted: boolean;
  /** IANA name: a story's day begins in it. */
  timeZone: string;
  intake: ImageIntake;
}

/**
 * Loads the samples, if this start made the database or an earlier one was stopped on the way; once loaded or declined, never again.
 * Every step may be repeated: a sample is a document with an identity, like any other.
 * @returns how many samples there are now, and how many of them are published; null when there was nothing to do.
 */
export async function settleSamples(desk: Desk, order: SamplesOrder): Promise<{ loaded: number; published: number } | null> {
  const state = await samplesState(desk);
  if (state === 'settled') return null;
  const begun = state === 'loading';
  if (!order.wanted) {
    if (order.created) await markSamples(desk, 'settled');
    return null;
  }
  // Stopped between making the database and the mark, a start has left one with nothing in it.
  if (!begun && !order.created && !(await isEmpty(desk))) return null;
  await markSamples(desk, 'loading');
  const loaded = await withTransientRetry(() => loadSamples(desk, order), { attempts: ATTEMPTS, firstDelay: 250 });
  await markSamples(desk, 'settled');
  return loaded;
}

/** Imports every document in `folder` under the source `samples`, and publishes those that are ready, with the date of the report they quote. */
export async function loadSamples(
  desk: Desk,
  { folder, timeZone, intake }: Omit<SamplesOrder, 'created' | 'wanted'>,
): Promise<{ loaded: number; published: number }> {
  const realFolder = await realpath(folder);
  const files = (await readdir(realFolder)).filter((name) => formatOf(name) !== undefined && name !== 'README.md').sort();
  const known = new KnownNames();
  let published = 0;
  for (const name of files) {
    const identity = fileIdentity({ realPath: join(realFolder, name), realFolder }, 'samples');
    const document = readForImport(await readFile(join(realFolder, name)), name, identity, { language: null, date: null });
    const { articleId } = await saveImport(desk, document, { user: null, allowDuplicates: true, known, intake });
    if (document.images.length > 0) await preparePictures(desk, intake.pictures, articleId);
    const day = ownDay(document.story, document.date);
    const firstPublishedAt = day === null ? null : startOfDay(day, timeZone);
    if (await publishIfReady(desk, articleId, identity.key, firstPublishedAt)) published += 1;
  }
  return { loaded: files.length, published };
}

async function publishIfReady(desk: Desk, article: string, key: string, firstPublishedAt: Date | null): Promise<boolean> {
  try {
    return await publishImport(desk, { article, key, by: { system: 'samples' }, firstPublishedAt });
  } catch (error) {
    // Some samples show what is still missing: they stay drafts. Another node may be loading the same ones.
    if (error instanceof Problem && error.status === 409) return false;
    throw error;
  }
}

async function isEmpty({ payload }: Desk): Promise<boolean> {
  for (const collection of ['users', 'articles', 'imports'] as const) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: true });
    if (totalDocs > 0) return false;
  }
  return true;
}
