/** Without this file every proof would have its own idea of a ledger that agrees with what was published. */
import type { EntryHeader } from '../../src/domain/entries.ts';
import type { PublicationRow } from '../../src/editorial/records.ts';

/** A row of the ledger, as far as it is looked at. */
export interface LedgerRow {
  seq: number;
  source: string;
  header: EntryHeader;
}

/** What is wrong with a ledger beside these publications: one is missing or comes twice or too early, a number is left out, a story has a gap. */
export function ledgerFaults(rows: readonly LedgerRow[], publications: readonly Pick<PublicationRow, 'id' | 'article' | 'number'>[]): string[] {
  const inOrder = [...rows].sort((one, other) => one.seq - other.seq);
  const seqs = new Map(inOrder.map(({ source, seq }) => [source, seq]));
  const faults = inOrder.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`entry ${String(index + 1)} is missing, or ${String(seq)} is there twice`]));
  if (seqs.size !== inOrder.length) faults.push('something was entered twice');
  const named = inOrder.filter(({ source }) => source.startsWith('publication:')).length;
  if (named !== publications.length) faults.push(`${String(publications.length)} publications, ${String(named)} of them in the ledger`);
  const last = new Map<string, number>();
  for (const { id, article, number } of [...publications].sort((one, other) => one.number - other.number)) {
    const seq = seqs.get(`publication:${id}`);
    if (seq === undefined) faults.push(`publication ${String(number)} of ${article} is missing`);
    else if (seq < (last.get(article) ?? 0)) faults.push(`publication ${String(number)} of ${article} came too early`);
    else last.set(article, seq);
  }
  const revisions = new Map<string, number>();
  for (const { header } of inOrder) {
    if (header.type !== 'edition') continue;
    const expected = (revisions.get(header.articleId) ?? 0) + 1;
    if (header.revision !== expected) faults.push(`${header.articleId} has revision ${String(header.revision)} in the place of ${String(expected)}`);
    revisions.set(header.articleId, header.revision);
  }
  return faults;
}
