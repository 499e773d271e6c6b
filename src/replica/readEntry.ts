/** Everything about an entry that hangs on no other: without this file what cannot be read of it would be taken for a fault of the replica, or be left out. */
import { canonicalJson, digestOf } from '../domain/digest.ts';
import type { EditionContent } from '../domain/edition.ts';
import type { EntryHeader } from '../domain/entries.ts';
import type { WrittenEntry } from '../ledger/ledgerFile.ts';
import { LedgerSilent } from './fileErrors.ts';
import { findableOf, type Findable, type Text } from './rows.ts';

/** An entry that is understood, and checked as far as one can be by itself. It crosses from the thread that reads the ledger to the one that writes. */
export interface ReadEntry {
  header: EntryHeader;
  /** The canonical JSON of the header, and the digest of that. */
  headerText: string;
  hash: string;
  signature: string;
  /** The canonical JSON of an edition's content, and what it is found by; null where there is none, or another than was signed. */
  text: Text | null;
  found: Findable | null;
  /** Whether the content is not the one that was signed; it is shown to nobody. */
  forged: boolean;
  /** Whether a later edition of the same story is sure to come: what is shown has to be worked out only then. */
  superseded: boolean;
}

/** The entry `seq` of the ledger. @throws {LedgerSilent} when this is another one, or none that can be read. */
export function readEntry(written: WrittenEntry, seq: number): ReadEntry {
  const header = parsed(written.header, seq) as EntryHeader | null;
  if (header?.seq !== seq) throw new LedgerSilent(`Entry ${seq} of the ledger is missing or displaced; "counterpoint ledger verify" says more.`);
  return understood(header, written);
}

/** An entry as it was handed over by whoever has read it. */
export function unpacked(written: WrittenEntry): ReadEntry {
  return understood(JSON.parse(written.header) as EntryHeader, written);
}

function understood(header: EntryHeader, { content, signature, superseded = false }: WrittenEntry): ReadEntry {
  const headerText = canonicalJson(header);
  const bare = { header, headerText, hash: digestOf(headerText), signature, text: null, found: null, forged: false, superseded };
  if (header.type !== 'edition' || content === null) return bare;
  const signed = signedContent(content, header.contentDigest, header.seq);
  return signed === null ? { ...bare, forged: true } : { ...bare, text: signed.text, found: findableOf(signed.value) };
}

/** The canonical text of `content` (JSON) and its value, if that is what the digest was taken of. Most ledgers keep it canonical, and it need not be made so. */
function signedContent(content: string, digest: string, seq: number): { text: string; value: EditionContent } | null {
  const value = parsed(content, seq) as EditionContent;
  if (digestOf(content) === digest) return { text: content, value };
  const text = canonicalJson(value);
  return digestOf(text) === digest ? { text, value: parsed(text, seq) as EditionContent } : null;
}

function parsed(text: string, seq: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new LedgerSilent(`Entry ${seq} of the ledger cannot be read; "counterpoint ledger verify" says more.`);
  }
}
