/** Proves that the ledger is what was signed, or says which entry is not; without this file nobody would notice a changed past. */
import type { KeyObject } from 'node:crypto';
import { contentDigest } from '../../domain/digest.ts';
import type { EditionHeader } from '../../domain/entries.ts';
import type { LedgerHead } from '../ledger.ts';
import type { LedgerRows, StoredRow } from '../rows.ts';
import { kidOf } from '../signature.ts';
import { aboutRow, checkRow, type CheckedRow } from './checkedRow.ts';
import { missing, span, type Finding } from './finding.ts';

/** Rows that are in memory at a time. */
const PAGE = 100;
const OF_NOTHING = contentDigest(null);

export interface Verification {
  rows: Pick<LedgerRows, 'after' | 'newestEditions'>;
  /** The public keys that are believed, by kid. */
  keys: ReadonlyMap<string, KeyObject>;
  /** What the ledger's head was at some time, as it was saved then. */
  savedHead?: Pick<LedgerHead, 'seq' | 'hash'> | undefined;
  /** Told how many rows were looked at since it was last told. */
  onProgress?: (rows: number) => void;
}

/** Every finding, in the order of the ledger; none where it is whole. Holds a page of rows at a time, however long the ledger is. */
export async function* verifyLedger({ rows, keys, savedHead, onProgress }: Verification): AsyncGenerator<Finding> {
  let last: CheckedRow | undefined;
  let expected = 1;
  let from = Number.MIN_SAFE_INTEGER;
  for (let page = await rows.after(from, PAGE); page.length > 0; page = await rows.after(from, PAGE)) {
    const killed = await killedStories(rows, page);
    for (const checked of await Promise.all(page.map((row) => checkRow(row, keys)))) {
      if (checked.seq > expected) yield missing(expected, checked.seq - 1);
      yield* aboutSignature(last, checked);
      yield* aboutRow(checked, killed);
      yield* aboutPlace(last, checked);
      if (checked.seq === savedHead?.seq && checked.hash !== savedHead.hash && checked.signature === 'good')
        yield { seq: checked.seq, finding: 'another-head', detail: `entry ${checked.seq} is not the one that the saved head names` };
      expected = checked.seq + 1;
      last = checked;
    }
    const end = Number(page.at(-1)?.seq);
    if (!(end > from)) throw new Error('The rows of the ledger are in no order; nothing more can be said of it.');
    from = end;
    onProgress?.(page.length);
  }
  yield* aboutSignature(last, undefined);
  if (savedHead && savedHead.seq >= expected) {
    const ends = expected === 1 ? 'the ledger is empty' : `the ledger ends at entry ${expected - 1}`;
    yield {
      seq: null,
      finding: 'tail-missing',
      detail: `${ends}, and the saved head is entry ${savedHead.seq}: ${span(expected, savedHead.seq)} missing at its end`,
    };
  }
}

/** Whether header or signature was changed is told by the entry that follows: it names the header as it was. */
function* aboutSignature(checked: CheckedRow | undefined, next: CheckedRow | undefined): Generator<Finding> {
  if (checked === undefined || checked.signature === 'good' || checked.hash === undefined) return;
  const { seq } = checked;
  const follows = next?.header.seq === seq + 1;
  if (follows && next.header.previous !== checked.hash) {
    yield { seq, finding: 'header-altered', detail: `the header of entry ${seq} is not the one that was signed` };
  } else if (checked.signature === 'of an unknown key') {
    yield { seq, finding: 'unknown-key', detail: `entry ${seq} is signed by an unknown key (${kidOf(checked.row.signature) ?? ''})` };
  } else if (follows) {
    yield { seq, finding: 'signature-altered', detail: `the signature of entry ${seq} is not that of its header` };
  } else {
    yield { seq, finding: 'header-or-signature-altered', detail: `the header or the signature of entry ${seq} is not as it was: they do not belong together` };
  }
}

function* aboutPlace(last: CheckedRow | undefined, { seq, header, signature }: CheckedRow): Generator<Finding> {
  if (header.seq !== seq) return;
  const before = seq === 1 ? null : last?.header.seq === seq - 1 ? last.hash : undefined;
  // Where either of the two does not carry its signature, that has been said, and is the reason.
  if (before === undefined || signature !== 'good' || (last && last.signature !== 'good')) return;
  if (header.previous !== before)
    yield { seq, finding: 'another-predecessor', detail: `entry ${seq} was made to follow another entry ${seq - 1} than the one that lies there` };
  else if (last?.header.at !== undefined && header.at !== undefined && header.at < last.header.at)
    yield { seq, finding: 'time-backwards', detail: `entry ${seq} is dated before entry ${seq - 1}` };
}

/** Of the stories of this page whose text is not there: the entries that killed them. */
async function killedStories(rows: Verification['rows'], page: readonly StoredRow[]): Promise<Map<string, number>> {
  const emptied = page.map(({ content, header }) => (content === null ? (header as Partial<EditionHeader> | null | undefined) : undefined));
  const stories = emptied.flatMap((header) =>
    header?.type === 'edition' && header.contentDigest !== OF_NOTHING && header.articleId ? [header.articleId] : [],
  );
  if (stories.length === 0) return new Map();
  const newest = (await rows.newestEditions([...new Set(stories)])).map(({ header }) => header as Partial<EditionHeader> | undefined);
  return new Map(newest.flatMap((header) => (header?.kind === 'killed' && header.articleId ? [[header.articleId, header.seq ?? 0]] : [])));
}
