/** Whatever somebody who can write to the database does to the ledger is found, and named. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint } from 'jose';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/digest.ts';
import { newId } from '../../src/domain/ids.ts';
import { storedKeys } from '../../src/ledger/keys/believedKeys.ts';
import type { LedgerHead } from '../../src/ledger/ledger.ts';
import { rowsOf } from '../../src/ledger/openLedger.ts';
import { signDetached } from '../../src/ledger/signature.ts';
import type { Finding } from '../../src/ledger/verify/finding.ts';
import { verifyLedger } from '../../src/ledger/verify/verifyLedger.ts';
import { anEdition, anEntitlement, aRelease, ledgerNewsroom, type LedgerNewsroom } from '../ledger/newsroom.ts';
import { rawLedger, type RawLedger, type RawRow } from '../ledger/rawLedger.ts';

let newsroom: LedgerNewsroom;
let raw: RawLedger;
let whole: RawRow[];
let head: LedgerHead;
const [a, b, killed] = [newId(), newId(), newId()];

beforeAll(async () => {
  newsroom = await ledgerNewsroom();
  raw = await rawLedger(newsroom);
  const { ledger } = newsroom;
  await ledger.append([
    anEdition({ articleId: a, embargoUntil: '2026-03-01T10:00:00.000Z' }, { title: 'Ünder the quay', summary: 'Числа растут' }), // 1
    aRelease(a), // 2
    anEdition({ articleId: killed }, { title: 'Soon to be gone' }), // 3
    anEdition({ articleId: b }), // 4
    anEntitlement(), // 5
    anEdition({ articleId: a, revision: 2, kind: 'corrected', notice: 'The number was wrong.' }, { title: 'Over the quay' }), // 6
    anEdition({ articleId: killed, revision: 2, kind: 'killed' }, null), // 7
    anEdition({ articleId: b, revision: 2, kind: 'withdrawn', notice: 'Taken back.' }, null), // 8
    aRelease(b, 2), // 9
  ]);
  await ledger.redact(killed);
  head = await ledger.head();
  whole = await raw.read();
});
afterEach(() => raw.write(whole));
afterAll(async () => {
  await raw.close();
  await newsroom.close();
});

async function findings(savedHead?: LedgerHead): Promise<Finding[]> {
  const { payload } = newsroom;
  const found: Finding[] = [];
  for await (const finding of verifyLedger({ rows: rowsOf(payload), keys: await storedKeys(payload), savedHead })) found.push(finding);
  return found;
}
const told = async (savedHead?: LedgerHead) => (await findings(savedHead)).map(({ seq, finding }) => `${finding} ${seq ?? ''}`.trim());

/** The row of entry `seq`, changed. */
const changed = (seq: number, change: (row: RawRow) => Partial<RawRow>) => (rows: readonly RawRow[]) =>
  rows.map((row) => (row.seq === seq ? { ...row, ...change(row) } : row));
const replaced = (from: string, to: string) => (text: string | null) => {
  if (!text?.includes(from)) throw new Error(`There is no ${from}.`);
  return text.replace(from, to);
};
const next = (character = '') => String.fromCodePoint((character.codePointAt(0) ?? 0) + 1);
const another = (character: string | undefined) => (character === 'A' ? 'B' : 'A');

it('a ledger that nobody touched is whole, killed story and all', async () => {
  expect(whole[2]?.content).toBeNull();
  expect(await told(head)).toEqual([]);
  expect(await told({ ...head, seq: 0, hash: null })).toEqual([]);
});

const damages: [what: string, damage: (rows: readonly RawRow[]) => readonly RawRow[], expected: string[]][] = [
  ['a word of a header', changed(4, ({ header }) => ({ header: replaced('"language":"en"', '"language":"fr"')(header) })), ['header-altered 4']],
  [
    'a word of the last header',
    changed(9, ({ header }) => ({ header: replaced('"revision":2', '"revision":1')(header), revision: 1 })),
    ['header-or-signature-altered 9'],
  ],
  ['a word of a story', changed(1, ({ content }) => ({ content: replaced('Ünder', 'Under')(content) })), ['content-altered 1']],
  ['a word of a contract', changed(5, ({ content }) => ({ content: replaced('harbour', 'weather')(content) })), ['content-altered 5']],
  ['a story put where it was taken back', changed(8, () => ({ content: '{"title":"Back again"}' })), ['content-altered 8']],
  ['something beside a release', changed(2, () => ({ content: '{"title":"Extra"}' })), ['content-altered 2']],
  [
    'a letter of a signature',
    changed(6, ({ signature }) => ({ signature: signature.slice(0, -9) + another(signature.at(-9)) + signature.slice(-8) })),
    ['signature-altered 6'],
  ],
  ['a signature taken from another entry', (rows) => changed(6, () => ({ signature: rows[3]?.signature ?? '' }))(rows), ['signature-altered 6']],
  [
    'a bit of a signature at which no decoder looks',
    changed(6, ({ signature }) => ({ signature: signature.slice(0, -1) + next(signature.at(-1)) })),
    ['signature-altered 6'],
  ],
  ['no signature at all', changed(6, () => ({ signature: '' })), ['signature-altered 6']],
  ['the first entry removed', (rows) => rows.slice(1), ['missing 1']],
  ['a middle entry removed', (rows) => rows.filter(({ seq }) => seq !== 4), ['missing 4']],
  ['several removed', (rows) => rows.filter(({ seq }) => seq < 4 || seq > 6), ['missing 4']],
  ['the tail removed', (rows) => rows.slice(0, 7), ['tail-missing']],
  ['everything removed', () => [], ['tail-missing']],
  ['two entries swapped', swapped(4, 6, ['seq']), ['misplaced 4', 'misplaced 6']],
  ['two neighbours swapped', swapped(5, 6, ['seq']), ['misplaced 5', 'misplaced 6']],
  ['two texts swapped', swapped(1, 4, ['content']), ['content-altered 1', 'content-altered 4']],
  ['the text of a living story removed', changed(1, () => ({ content: null })), ['content-removed 1']],
  ['the text of a contract removed', changed(5, () => ({ content: null })), ['content-removed 5']],
  ['the end of a killed story removed as well', (rows) => rows.filter(({ seq }) => seq !== 7), ['content-removed 3', 'missing 7']],
  ['an entry filed under another story', changed(4, () => ({ articleId: a })), ['labels-altered 4']],
  ['an entry filed as another revision', changed(4, () => ({ onlyOnce: `edition:${a}/9` })), ['labels-altered 4']],
];

it.each(damages)('%s: found and named', async (_what, damage, expected) => {
  await raw.write(damage(whole));
  expect(await told(head)).toEqual(expected);
});

it('findings are sentences that name the entry', async () => {
  await raw.write(whole.filter(({ seq }) => seq < 4 || (seq > 5 && seq < 8)));
  expect((await findings(head)).map(({ detail }) => detail)).toEqual([
    'entries 4 to 5 are missing',
    'the ledger ends at entry 7, and the saved head is entry 9: entries 8 to 9 are missing at its end',
  ]);
});

it('an entry signed by a key that is not ours is named, with the key', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kid = await calculateJwkThumbprint(publicKey.export({ format: 'jwk' }) as { kty: string });
  for (const seq of [4, 9]) {
    const header = whole[seq - 1]?.header ?? '';
    const signature = await signDetached(canonicalJson(JSON.parse(header)), kid, privateKey);
    await raw.write(changed(seq, () => ({ signature }))(whole));
    expect(await findings(head)).toEqual([{ seq, finding: 'unknown-key', detail: `entry ${seq} is signed by an unknown key (${kid})` }]);
  }
  const known = (await storedKeys(newsroom.payload)).keys().next().value ?? '';
  const borrowed = await signDetached(canonicalJson(JSON.parse(whole[3]?.header ?? '')), known, privateKey);
  await raw.write(changed(4, () => ({ signature: borrowed }))(whole));
  expect(await told(head)).toEqual(['signature-altered 4']);
});

it('not even somebody with our key can put another entry into the middle, date one back, or end the ledger differently', async () => {
  const signer = await newsroom.keys.signer();
  const resigned = async (row: RawRow, change: Record<string, unknown>): Promise<Partial<RawRow>> => {
    const header = canonicalJson({ ...(JSON.parse(row.header) as object), ...change });
    return { header, signature: await signer.sign(header) };
  };
  const [fourth, ninth] = [whole[3], whole[8]];
  if (!fourth || !ninth) throw new Error('There are nine.');
  const inserted = await resigned(fourth, { language: 'fr' });
  await raw.write(changed(4, () => inserted)(whole));
  expect(await told(head)).toEqual(['another-predecessor 5']);
  const early = await resigned(ninth, { at: '2026-02-01T00:00:00.000Z' });
  await raw.write(changed(9, () => early)(whole));
  expect(await told()).toEqual(['time-backwards 9']);
  expect(await told(head)).toEqual(['time-backwards 9', 'another-head 9']);
});

it('of any character that is changed anywhere in an entry, the entry is named', async () => {
  const anyCharacter = fc.record({
    seq: fc.integer({ min: 1, max: 8 }),
    part: fc.constantFrom('header' as const, 'content' as const, 'signature' as const),
    at: fc.nat(),
    to: fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCodePoint(code)),
  });
  await fc.assert(
    fc.asyncProperty(anyCharacter, async ({ seq, part, at, to }) => {
      const text = whole[seq - 1]?.[part] ?? '';
      const place = at % Math.max(1, text.length);
      fc.pre(text !== '' && text[place] !== to);
      const damaged = text.slice(0, place) + to + text.slice(place + 1);
      fc.pre(part === 'signature' || newsroom.databaseUrl === undefined || isJson(damaged));
      await raw.write(changed(seq, () => ({ [part]: damaged }))(whole));
      expect((await findings(head)).map((finding) => finding.seq)).toContain(seq);
    }),
    { numRuns: newsroom.databaseUrl === undefined ? 150 : 40 },
  );
});

function swapped(one: number, other: number, columns: readonly (keyof RawRow)[]) {
  const of = (row: RawRow | undefined) => Object.fromEntries(columns.map((column) => [column, row?.[column]]));
  return (rows: readonly RawRow[]) =>
    rows.map((row) => (row.seq === one ? { ...row, ...of(rows[other - 1]) } : row.seq === other ? { ...row, ...of(rows[one - 1]) } : row));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
