/** The ledger's interface: everything that is published goes through these few calls, whatever database is beneath. */
import type { EditionEntry, EditionHeader, EntitlementHeader, LedgerEntry, ReleaseHeader } from '../domain/entries.ts';
import type { EditionContent } from '../domain/edition.ts';

/** What an appender says; the ledger adds `seq`, `previous` and the signature, and moves `at` forward where clocks disagree. */
type Unlinked<Header> = Omit<Header, 'seq' | 'previous'>;

/** `source` names what the entry was made of, such as `publication:<id>`: unique in the ledger, so that nothing is entered twice. */
export type NewEntry =
  | { source: string; header: Omit<Unlinked<EditionHeader>, 'contentDigest'>; content: EditionContent | null }
  | { source: string; header: Unlinked<ReleaseHeader>; content: null }
  | { source: string; header: Omit<Unlinked<EntitlementHeader>, 'contentDigest'>; content: Readonly<Record<string, unknown>> };

export interface LedgerHead {
  /** 0 before the first entry. */
  seq: number;
  /** `sha-256:` and hex over the newest header's canonical JSON; null before the first entry. */
  hash: string | null;
  at: string | null;
  signature: string | null;
}

/** Where the entries lie for threads of this process that read them by themselves (ledgerFile.ts). */
export interface LedgerInFile {
  path: string;
  /** To be called before anybody is shown an entry with such a signature: its key may be another node's, and new. */
  know(signature: string): Promise<void>;
}

export interface Ledger {
  /** Undefined where the entries lie in no file. */
  readonly inFile?: LedgerInFile | undefined;
  /**
   * Appends `entries` in their order, all or none, as one compare-and-append: when somebody else has appended meanwhile it is read again and retried.
   * Entries whose source is in the ledger already are left out. @returns what was appended.
   * @throws {RevisionTaken} when an edition's (articleId, revision) is in the ledger under another source: the caller's picture is out of date.
   */
  append(entries: readonly NewEntry[]): Promise<LedgerEntry[]>;
  /** At most `limit` entries after `seq`, in order, without a gap. */
  after(seq: number, limit: number): Promise<LedgerEntry[]>;
  head(): Promise<LedgerHead>;
  /** Of each source that is in the ledger, its seq. */
  seqOf(sources: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Of each of the stories that has one, its newest edition. */
  newestEditions(articleIds: readonly string[]): Promise<ReadonlyMap<string, EditionEntry>>;
  /** Takes the content of every edition of a killed story out, for good. The header chain still verifies. */
  redact(articleId: string): Promise<void>;
}

/** Another appender was there first with this story's revision. */
export class RevisionTaken extends Error {
  override readonly name = 'RevisionTaken';
}
