/** Brings stories up to date in the ledger: every publication that it does not name yet, and the names as they are now. */
import pRetry from 'p-retry';
import type { Payload, Where } from 'payload';
import type { EditionContent } from '../../domain/edition.ts';
import { RevisionTaken, type Ledger, type NewEntry } from '../../ledger/ledger.ts';
import { namedIn } from '../assemble/currentNames.ts';
import type { Desk } from '../desk.ts';
import type { PublicationRow } from '../records.ts';
import { sourceOf } from './entries.ts';
import { entriesFor } from './missing.ts';
import { currentNames } from './names.ts';

/** What every part of the sequencer works with. */
export interface Bench {
  desk: Desk;
  ledger: Ledger;
  /** Is told of the newest entry that this node has appended. */
  appended: (seq: number) => void;
}

/** How often somebody else may append for the same stories before that is an error. */
const ATTEMPTS = 20;

/** Enters what is missing of `articles`, up to the publication `last` if one is given. Nothing is missing when it returns. */
export async function enterStories(bench: Bench, articles: readonly string[], last?: string): Promise<void> {
  await pRetry(() => enterOnce(bench, articles, last), {
    retries: ATTEMPTS,
    minTimeout: 5,
    factor: 1,
    shouldRetry: ({ error }) => error instanceof RevisionTaken,
  });
}

/** Appends `entries` and tells whoever follows. */
export async function append({ ledger, appended }: Bench, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const newest = (await ledger.append(entries)).at(-1);
  if (newest !== undefined) appended(newest.header.seq);
}

async function enterOnce(bench: Bench, articles: readonly string[], last: string | undefined): Promise<void> {
  const { desk, ledger } = bench;
  const all = await rowsOf<PublicationRow>(desk.payload, 'publications', { article: { in: [...articles] } }, { by: false });
  const known = await ledger.seqOf(all.map(({ id }) => sourceOf(id)));
  const wanted = last === undefined ? all : upTo(all, last);
  const missing = wanted.filter(({ id }) => !known.has(sourceOf(id)));
  if (missing.length === 0) return;
  const approved = await approvedContents(desk.payload, missing);
  const entries = entriesFor({
    publications: missing,
    newestPublications: new Map([...all].sort((one, other) => one.number - other.number).map(({ article, id }) => [article, id])),
    newestEditions: await ledger.newestEditions([...new Set(missing.map(({ article }) => article))]),
    approved,
    names: await currentNames(desk.payload, namedIn([...approved.values()])),
    newsroomLanguage: desk.language,
  });
  await append(bench, entries);
}

/** The publications that are not newer than `last`, and whatever their stories were before: nodes' clocks differ, numbers do not. */
function upTo(all: readonly PublicationRow[], last: string): PublicationRow[] {
  const numbers = new Map<string, number>();
  for (const { id, article, number } of all) if (id <= last) numbers.set(article, Math.max(number, numbers.get(article) ?? 0));
  return all.filter(({ article, number }) => number <= (numbers.get(article) ?? 0));
}

/** What was approved for each of `publications`, by the approval's id. @throws when an approval is gone: what was approved is never made up. */
async function approvedContents(payload: Payload, publications: readonly PublicationRow[]): Promise<Map<string, EditionContent>> {
  const ids = [...new Set(publications.flatMap(({ approval }) => approval ?? []))];
  const rows = await rowsOf<{ id: string; content: EditionContent }>(payload, 'approvals', { id: { in: ids } }, { content: true });
  const found = new Map(rows.map(({ id, content }) => [id, content]));
  for (const { id, kind, approval } of publications) {
    if (kind !== 'withdrawn' && kind !== 'killed' && !found.has(approval ?? '')) throw new Error(`Publication ${id} has no approved text.`);
  }
  return found;
}

async function rowsOf<Row>(
  payload: Payload,
  collection: 'publications' | 'approvals',
  where: Where,
  select: { by: false } | { content: true },
): Promise<Row[]> {
  const { docs } = await payload.db.find<Row & { id: string }>({ collection, where, limit: 0, pagination: false, select });
  return docs;
}
