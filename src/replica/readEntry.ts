/** Without this file what cannot be read of an entry would be taken for a fault of the replica, or be left out. */
import { canonicalJson, digestOf } from '../domain/digest.ts';
import type { EntryHeader } from '../domain/entries.ts';
import type { WrittenEntry } from '../ledger/ledgerFile.ts';
import { LedgerSilent } from './fileErrors.ts';

/** An entry whose header is understood; its content is still text. */
export interface ReadEntry {
  header: EntryHeader;
  content: string | null;
  signature: string;
}

/** The entry `seq` of the ledger. @throws {LedgerSilent} when this is another one. */
export function readEntry({ header: text, content, signature }: WrittenEntry, seq: number): ReadEntry {
  const header = parsed(text, seq) as EntryHeader | null;
  if (header?.seq !== seq) throw new LedgerSilent(`Entry ${seq} of the ledger is missing or displaced; "counterpoint ledger verify" says more.`);
  return { header, content, signature };
}

/** An entry as it was handed over by whoever has read it. */
export function unpacked({ header, content, signature }: WrittenEntry): ReadEntry {
  return { header: JSON.parse(header) as EntryHeader, content, signature };
}

/** The canonical text of `content` (JSON) and its value, if that is what the digest was taken of. Most ledgers keep it canonical, and it need not be made so. */
export function signedContent<Content>(content: string, digest: string, seq: number): { text: string; value: Content } | null {
  const value = parsed(content, seq) as Content;
  if (digestOf(content) === digest) return { text: content, value };
  const text = canonicalJson(value);
  return digestOf(text) === digest ? { text, value: parsed(text, seq) as Content } : null;
}

function parsed(text: string, seq: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new LedgerSilent(`Entry ${seq} of the ledger cannot be read; "counterpoint ledger verify" says more.`);
  }
}
