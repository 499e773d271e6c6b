/** Puts entries into their place behind the ledger's head: number, link to the one before, digest of the content. Pure. */
import { canonicalJson, digestOf } from '../domain/digest.ts';
import type { EntryHeader, LedgerEntry } from '../domain/entries.ts';
import type { LedgerHead, NewEntry } from './ledger.ts';
import type { LinkedEntry } from './rows.ts';

/** Where the next entry goes. */
export interface Place {
  seq: number;
  at: string | null;
  hash: string | null;
}

export const BEGINNING: Place = { seq: 0, at: null, hash: null };

/** The place of an entry: what the next one has to be linked to. */
export function placeOf(header: EntryHeader): Place {
  return { seq: header.seq, at: header.at, hash: digestOf(canonicalJson(header)) };
}

/** What `GET /v1/ledger-head` says of a ledger whose newest entry this is; undefined before the first. */
export function headOf(newest: Pick<LedgerEntry, 'header' | 'signature'> | undefined): LedgerHead {
  if (newest === undefined) return { ...BEGINNING, signature: null };
  return { ...placeOf(newest.header), signature: newest.signature };
}

/** What of a header decides about it; a header that is not believed yet may lack any of it. */
interface Labelled {
  type?: string;
  articleId?: string | null;
  revision?: number | null;
}

/** What may be in the ledger once: a story's revision as an edition, and anything else that was made of one source. */
export function onlyOnceOf(source: string, { type, articleId, revision }: Labelled): string {
  return type === 'edition' ? `edition:${String(articleId)}/${String(revision)}` : `source:${source}`;
}

/** `entry` behind `place`, not signed yet. @throws {TypeError} when its content holds what JSON cannot say. */
export function linkTo(place: Place, entry: NewEntry): LinkedEntry {
  const contentText = canonicalJson(entry.content);
  const link = { seq: place.seq + 1, at: later(entry.header.at, place.at), previous: place.hash };
  const digest = entry.header.type === 'release' ? {} : { contentDigest: digestOf(contentText) };
  const header = { ...entry.header, ...link, ...digest } as EntryHeader;
  return {
    source: entry.source,
    onlyOnce: onlyOnceOf(entry.source, entry.header),
    entry: storedEntry(header, contentText),
    headerText: canonicalJson(header),
    contentText,
  };
}

/** What is appended is what will be read: read back from the text, it holds nothing that JSON does not. Few ask, so it is read when somebody does. */
function storedEntry(header: EntryHeader, contentText: string): LedgerEntry {
  let content: { read: unknown } | undefined;
  const entry = {
    header,
    get content() {
      content ??= { read: JSON.parse(contentText) as unknown };
      return content.read;
    },
    signature: '',
  };
  return entry as LedgerEntry;
}

/** Times of ours are all written alike, so their texts sort as they do. */
function later(at: string, before: string | null): string {
  return before !== null && before > at ? before : at;
}
