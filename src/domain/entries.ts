/** The entries of the ledger: what was published, in one order, for good. Every node, partner and verifier reads these shapes. */
import type { EditionContent } from './edition.ts';

export type EditionKind = 'published' | 'updated' | 'corrected' | 'withdrawn' | 'killed';

interface Link {
  /** Contiguous from 1. */
  seq: number;
  /** When what it tells of happened, moved forward where that would be earlier than the entry before: RFC 3339, UTC, milliseconds. */
  at: string;
  /** `sha-256:` and the hex of SHA-256 over the preceding entry's canonical header; null in the first. */
  previous: string | null;
}

/** A story went out, was changed or was taken back. */
export interface EditionHeader extends Link {
  type: 'edition';
  articleId: string;
  /** Of the story, contiguous from 1, taken back or not. */
  revision: number;
  kind: EditionKind;
  language: string;
  /** Nobody outside sees the edition before it: RFC 3339, UTC. */
  embargoUntil: string | null;
  /** When readers first saw the story, or will; null when it was taken back before they did. */
  firstPublishedAt: string | null;
  /** Whether the story comes from an archive, and belongs in no feed window. */
  backfill: boolean;
  notice: string | null;
  /** Of the content (domain/digest); of JSON's `null` where the edition takes the story back. */
  contentDigest: string;
}

/** An embargo has ended: the story's edition `revision` is for everybody from here on. */
export interface ReleaseHeader extends Link {
  type: 'release';
  articleId: string;
  revision: number;
}

/** A partner's contract has changed. */
export interface EntitlementHeader extends Link {
  type: 'entitlement';
  partnerId: string;
  contentDigest: string;
}

export type EntryHeader = EditionHeader | ReleaseHeader | EntitlementHeader;

interface Entry<Header extends EntryHeader, Content> {
  header: Header;
  content: Content;
  /** Detached JWS (RFC 7515, appendix F; EdDSA with Ed25519) over the header's canonical JSON. */
  signature: string;
}

/** `content` is null where the story is taken back, and where it was killed since: the one change that the ledger permits. */
export type EditionEntry = Entry<EditionHeader, EditionContent | null>;
export type ReleaseEntry = Entry<ReleaseHeader, null>;
export type EntitlementEntry = Entry<EntitlementHeader, Readonly<Record<string, unknown>>>;
export type LedgerEntry = EditionEntry | ReleaseEntry | EntitlementEntry;
