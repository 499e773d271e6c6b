/** Without this table a ledger or a replica that is compared with nothing would look like one that agrees. */
import type { LedgerCheck, Standing } from './ledgerChecks.ts';

const PUBLICATIONS: LedgerCheck = 'each publication is in the ledger once, in order, with nothing left out';
const TOLD: LedgerCheck = 'the ledger has for each acknowledged publish the entry that its publisher was told, and no entry without a publication';
const CHAIN: LedgerCheck = 'the ledger is signed throughout, and what was told of it meanwhile is in it still';
const NEXT: LedgerCheck = 'the very next read after each acknowledged publish, on the same node, shows it';
const READINGS: LedgerCheck = 'the node shows each story as it was acknowledged, and nothing else than the ledger says';
const REPLICA: LedgerCheck = 'the replica is a fold of the ledger';

/** Ways in which a ledger could break its promises, and the check that has to see each. */
export const ledgerBreakages: Readonly<Record<string, readonly [LedgerCheck, (standing: Standing) => void]>> = {
  'an entry that is missing in the middle': [PUBLICATIONS, ({ rows }) => void rows.splice(1, 1)],
  'an acknowledged publish whose entry is missing': [
    TOLD,
    ({ rows, told }) =>
      void rows.splice(
        rows.findIndex(({ seq }) => seq === numbered(told).seq),
        1,
      ),
  ],
  'an acknowledged publish that is entered twice': [TOLD, ({ rows }) => void rows.push({ ...first(rows), seq: rows.length + 1 })],
  "a publisher who was told another one's number": [TOLD, ({ told }) => void (numbered(told).seq = (numbered(told).seq ?? 0) + 1)],
  'an entry without a publication': [TOLD, ({ rows }) => void rows.push({ ...first(rows), seq: rows.length + 1, source: 'publication:nobody' })],
  'a letter of a story that was changed': [CHAIN, ({ rows }) => void Object.assign(first(rows).content as object, { title: 'Another title' })],
  'an entry that was dated otherwise': [CHAIN, ({ rows }) => void Object.assign(first(rows).header, { at: '2020-01-01T00:00:00.000Z' })],
  'a head that was told and is gone': [CHAIN, ({ rows, heads }) => void rows.splice((heads.at(-1)?.seq ?? 1) - 1)],
  'a reader who was not shown it at once': [NEXT, ({ told }) => void (numbered(told).next = { status: 404, revision: null, title: null })],
  'a reader who was shown what was there before': [NEXT, ({ told }) => void Object.assign(shown(told), { revision: 99 })],
  'a story that is shown as it was before': [READINGS, ({ readings }) => void (first([...readings.values()]).revision = 99)],
  'a story that is shown with another title': [
    READINGS,
    ({ readings }) => void (first([...readings.values()].filter(({ status }) => status === 200)).title = 'Another title'),
  ],
  'a history that leaves something out': [READINGS, ({ readings }) => void first([...readings.values()]).history.pop()],
  'a replica that shows what is not in the ledger': [
    REPLICA,
    ({ rows }) => void Object.assign(first(rows).content as object, { title: 'What was never published' }),
  ],
};

function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('There is nothing to break.');
  return row;
}

function numbered(told: Standing['told']): Standing['told'][number] {
  return first(told.filter(({ seq }) => seq !== null));
}

function shown(told: Standing['told']): object {
  return first(told.flatMap(({ seq, next }) => (seq !== null && next?.status === 200 ? [next] : [])));
}
