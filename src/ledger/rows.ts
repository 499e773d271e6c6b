/** What the ledger asks of a database; without this file each of its rules would be written once for SQLite and once for MongoDB. */
import type { LedgerEntry } from '../domain/entries.ts';

/** An entry in its place, ready to be stored. */
export interface LinkedEntry {
  source: string;
  onlyOnce: string;
  entry: LedgerEntry;
  /** The canonical JSON of `entry.header`. */
  headerText: string;
  /** The canonical JSON of `entry.content`. */
  contentText: string;
}

/** A row as it lies in the database, believed in nothing. `header` and `content` are undefined where the stored text is no JSON. */
export interface StoredRow {
  seq: unknown;
  source: unknown;
  onlyOnce: unknown;
  type: unknown;
  articleId: unknown;
  revision: unknown;
  header: unknown;
  content: unknown;
  signature: unknown;
}

/**
 * The id of a row: its seq again, so that the primary key stands guard beside the unique index.
 * One server that speaks MongoDB's protocol sees two open transactions that insert the same primary key, but not the same value of another unique index.
 */
export function rowId(seq: number): string {
  return String(seq).padStart(12, '0');
}

export interface LedgerRows {
  count(): Promise<number>;
  /** Undefined before the first entry. */
  newest(): Promise<StoredRow | undefined>;
  /** Writes all or none. @returns false when a seq, a source or a revision among them is taken. */
  insert(entries: readonly LinkedEntry[]): Promise<boolean>;
  /** Rows after `seq`, in order. */
  after(seq: number, limit: number): Promise<StoredRow[]>;
  seqOf(sources: readonly string[]): Promise<Map<string, number>>;
  /** Which of these are in the ledger. */
  taken(onlyOnce: readonly string[]): Promise<Set<string>>;
  newestEditions(articleIds: readonly string[]): Promise<StoredRow[]>;
  /** Takes the content of the story's editions out of the database and of its files. */
  redact(articleId: string): Promise<void>;
}

/** The entry in a row. @throws when it cannot be read. */
export function entryOf<Entry extends LedgerEntry = LedgerEntry>({ seq, header, content, signature }: StoredRow): Entry {
  if (header === undefined || content === undefined)
    throw new Error(`Entry ${String(seq)} of the ledger cannot be read; "counterpoint ledger verify" says more.`);
  return { header, content, signature } as Entry;
}
