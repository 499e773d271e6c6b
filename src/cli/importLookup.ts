/** Without this file a dry run would call every outlet and author new, also those that the newsroom has. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PayloadRequest } from 'payload';
import { KnownNames, Shelf } from '../editorial/imports/knownNames.ts';
import { lookUpNames, type NameFinding } from '../editorial/imports/lookUpNames.ts';
import { lookAtImages } from '../editorial/imports/lookAtImages.ts';
import type { ImageAction, ImportedDocument } from '../editorial/imports/importedDocument.ts';
import { readEnv } from '../env.ts';
import type { ParseWarning } from '../import/importer.ts';
import { sentenceOf } from './sentence.ts';
import { remark } from './terminal.ts';

/** What a dry run tells of a document beside what is in it. */
interface Lookup {
  names: NameFinding[];
  images: ImageAction[];
  warnings: ParseWarning[];
}

type LookUp = (document: ImportedDocument) => Promise<Lookup>;

/** Runs `work` with the names that the newsroom has now. Nothing is written: no database is made, and none is migrated. */
export async function withNameLookup(work: (lookUp: LookUp) => Promise<void>): Promise<void> {
  const shelves = (await knownShelves()) ?? { outlets: new Shelf('outlets', [], '', null), authors: new Shelf('authors', [], '', null) };
  const { limits } = readEnv();
  await work(async (document) => ({ names: await lookUpNames(shelves, document), ...(await lookAtImages(document, limits.uploadBytes)) }));
}

async function knownShelves(): Promise<{ outlets: Shelf; authors: Shelf } | null> {
  const { databaseUrl, dataDir } = readEnv();
  if (!databaseUrl && !existsSync(join(dataDir, 'counterpoint.db'))) return null;
  const { withDatabase } = await import('./withNewsroom.ts');
  try {
    return await withDatabase(async (payload) => {
      const known = new KnownNames();
      const req = { payload } as PayloadRequest;
      return { outlets: await known.shelf(req, 'outlets'), authors: await known.shelf(req, 'authors') };
    });
  } catch (error) {
    remark(`The newsroom's names could not be read, so that each is shown as new: ${sentenceOf(error)}`);
    return null;
  }
}
