/** What can be said of one row of the ledger by itself: its signature, its content, and whether it is filed rightly. */
import type { KeyObject } from 'node:crypto';
import { canonicalJson, contentDigest, digestOf } from '../../domain/digest.ts';
import type { EditionHeader, EntryHeader } from '../../domain/entries.ts';
import { onlyOnceOf } from '../link.ts';
import type { StoredRow } from '../rows.ts';
import { isSigned, kidOf } from '../signature.ts';
import type { Finding } from './finding.ts';

/** A row and what can be said of it alone. */
export interface CheckedRow {
  row: StoredRow;
  seq: number;
  header: Partial<EntryHeader>;
  /** Of the header as it lies there. */
  hash: string | undefined;
  signature: 'good' | 'wrong' | 'of an unknown key' | 'none';
}

/** Looks at `row`; `keys` are the public keys that are believed, by kid. */
export async function checkRow(row: StoredRow, keys: ReadonlyMap<string, KeyObject>): Promise<CheckedRow> {
  const readable = typeof row.header === 'object' && row.header !== null;
  const header = (readable ? row.header : {}) as Partial<EntryHeader>;
  const text = readable ? canonicalJson(header) : undefined;
  return { row, seq: Number(row.seq), header, hash: text === undefined ? undefined : digestOf(text), signature: await judged(row.signature, text, keys) };
}

async function judged(signature: unknown, text: string | undefined, keys: ReadonlyMap<string, KeyObject>): Promise<CheckedRow['signature']> {
  const kid = kidOf(signature);
  if (text === undefined || kid === undefined) return 'none';
  const key = keys.get(kid);
  if (key === undefined) return 'of an unknown key';
  return (await isSigned(text, String(signature), key)) ? 'good' : 'wrong';
}

/** What is wrong with the row by itself, but for its signature; `killed` has the entries that killed stories, by story. */
export function* aboutRow({ row, seq, header, hash }: CheckedRow, killed: ReadonlyMap<string, number>): Generator<Finding> {
  if (hash === undefined || row.content === undefined) {
    yield { seq, finding: 'unreadable', detail: `the ${hash === undefined ? 'header' : 'content'} of entry ${seq} cannot be read` };
  }
  if (hash === undefined) return;
  if (header.seq !== seq) yield { seq, finding: 'misplaced', detail: `in the place of entry ${seq} lies entry ${String(header.seq)}` };
  else if (!hasItsLabels(row, header)) yield { seq, finding: 'labels-altered', detail: `entry ${seq} is filed as another than its header says` };
  if (row.content === undefined || isContentOf(row.content, header)) return;
  if (row.content !== null) yield { seq, finding: 'content-altered', detail: `the content of entry ${seq} is not the one that was signed` };
  else if (header.type !== 'edition' || (killed.get(header.articleId ?? '') ?? 0) <= seq)
    yield { seq, finding: 'content-removed', detail: `the content of entry ${seq} was taken out, and the story was not killed` };
}

function isContentOf(content: unknown, header: Partial<EntryHeader>): boolean {
  return header.type === 'release' ? content === null : 'contentDigest' in header && contentDigest(content) === header.contentDigest;
}

/** The columns beside the signed header: they only serve to find it, and must not lead elsewhere. */
function hasItsLabels(row: StoredRow, header: Partial<EntryHeader>): boolean {
  const { articleId = null, revision = null } = header as Partial<EditionHeader>;
  const onlyOnce = onlyOnceOf(String(row.source), { type: header.type, articleId, revision });
  return row.type === header.type && row.articleId === articleId && row.revision === revision && row.onlyOnce === onlyOnce;
}
