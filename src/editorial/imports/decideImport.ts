/**
 * What is to become of a document, by what came before. Without this file importing twice would make every story twice.
 *
 *   the document was never seen ──▶ created, or `duplicate` when another document with the same text was
 *   it was seen, just like this ──▶ unchanged
 *   text or images changed ───────▶ updated, if nobody has edited, submitted or published the story since
 *                              └──▶ conflict: the newer text is kept as a draft of its own beside it; nothing else is touched
 */
import type { PayloadRequest } from 'payload';
import type { ImportRow } from '../records.ts';
import { isUntouched, type Remembered } from './importRecords.ts';
import type { ImportAction, ImportedDocument } from './importedDocument.ts';

export type Plan = {
  action: ImportAction;
  /** Of a new record. */
  number?: number;
  /** The earlier import whose drafts are replaced. */
  over?: ImportRow;
  /** The document's story, if it has one. */
  home?: ImportRow;
  /** Whether records of stories that are gone have to make room. */
  afresh?: boolean;
};

/** A document of which nothing has to be written. */
export interface Settled {
  action: ImportAction;
  article: string;
}

/** Reads only. */
export async function decide(
  req: PayloadRequest,
  document: ImportedDocument,
  remembered: Remembered,
  allowDuplicates: boolean,
): Promise<Plan | { settled: Settled }> {
  const settled = (action: ImportAction, article: string): { settled: Settled } => ({ settled: { action, article } });
  const rows = remembered.importsOf(document.identity.key);
  const home = rows.find(({ article }) => remembered.stands(article));
  const newest = rows.at(-1);
  if (home === undefined || newest === undefined) {
    const twin = allowDuplicates ? null : remembered.storyOfSameText(document.digest, document.identity.key);
    return twin === null ? { action: 'created', number: 1, afresh: rows.length > 0 } : settled('duplicate', twin);
  }
  const seen = rows.find((row) => isSame(row, document));
  if (seen === undefined) {
    const untouched = remembered.stands(newest.article) && (await isUntouched(req, newest));
    const action = untouched && newest === home ? 'updated' : 'conflict';
    return { action, home, ...(untouched ? { over: newest } : { number: newest.number + 1 }) };
  }
  if (seen !== home) {
    // A newer text whose draft an editor has deleted is settled.
    const pending = remembered.stands(seen.article);
    return settled(pending ? 'conflict' : 'unchanged', pending ? seen.article : home.article);
  }
  const readOtherwise = home.reading.language !== document.story.language || (document.date !== null && home.reading.date !== document.date);
  if (readOtherwise && newest === home && (await isUntouched(req, home))) return { action: 'updated', home, over: home };
  return settled('unchanged', home.article);
}

/** What a record keeps of how the document was read. */
export function readingOf({ story, date, images }: ImportedDocument): ImportRow['reading'] {
  const digests = images.map(({ digest }) => digest);
  return { language: story.language, date, ...(digests.length === 0 ? {} : { images: digests }) };
}

function isSame({ digest, reading }: ImportRow, document: ImportedDocument): boolean {
  const before = reading.images ?? [];
  const { images } = document;
  return digest === document.digest && before.length === images.length && images.every((image, index) => image.digest === before[index]);
}
