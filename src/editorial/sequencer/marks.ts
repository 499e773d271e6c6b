/** The marks that the sequencer finds its work by, each written in the transaction that causes the work: a commit without its mark cannot be. */
import type { PayloadRequest } from 'payload';
import type { Actor } from '../desk.ts';
import { insertRecord, type LedgerTaskRow, type PublicationRow } from '../records.ts';

/** A publication as it is asked about: whose it is, and the id of its record. */
export interface Published {
  article: string;
  publication: string;
}

/** Records that a story went out or was taken back, and that the ledger has to be told, now and at the end of its embargo. */
export async function recordPublication(req: PayloadRequest, record: Omit<PublicationRow, 'id'>): Promise<Published> {
  const publication = await insertRecord(req, 'publications', record);
  await markPublication(req, record.article, publication, record.at);
  if (record.embargoUntil !== null) await markRelease(req, record.article, publication, record.embargoUntil);
  return { article: record.article, publication };
}

/** Notes that the ledger may not know of `publication`. */
export async function markPublication(req: PayloadRequest, article: string, publication: string, at: string): Promise<void> {
  await insertRecord(req, 'ledger-tasks', taskFor('publication', publication, article, at));
}

/** Notes that the embargo of what `publication` shows ends at `embargoUntil`. Noted twice, it is released once. */
export async function markRelease(req: PayloadRequest, article: string, publication: string, embargoUntil: string): Promise<void> {
  await insertRecord(req, 'ledger-tasks', taskFor('release', publication, article, embargoUntil));
}

/** Records that a name, or what else editions fix by value, was changed, and that every live story that shows it needs a new edition. */
export async function recordChange(req: PayloadRequest, collection: string, document: string, by: Actor, at: string): Promise<void> {
  const cascade = await insertRecord(req, 'cascades', { collection, document, by, at });
  await insertRecord(req, 'ledger-tasks', taskFor('cascade', cascade, null, at));
}

function taskFor(task: LedgerTaskRow['task'], subject: string, article: string | null, dueAt: string): Omit<LedgerTaskRow, 'id'> {
  return { task, subject, article, dueAt, reached: null, attempts: 0, problem: null };
}
