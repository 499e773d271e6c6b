/** Without this file a proof would believe the ledger and the replica by what they say: both are judged by what the commands judge them with. */
import type { KeyObject } from 'node:crypto';
import type { LedgerEntry } from '../../src/domain/entries.ts';
import { believedKeys } from '../../src/ledger/keys/believedKeys.ts';
import type { SigningKeys } from '../../src/ledger/keys/signingKeys.ts';
import type { Ledger, LedgerHead } from '../../src/ledger/ledger.ts';
import { placeOf } from '../../src/ledger/link.ts';
import type { StoredRow } from '../../src/ledger/rows.ts';
import { verifyLedger } from '../../src/ledger/verify/verifyLedger.ts';
import { verifyReplica } from '../../src/replica/verify.ts';
import type { Remains } from '../helpers/newsroom.ts';
import { rawLedger } from '../ledger/rawLedger.ts';

/** The ledger as it lies in the database, and the public keys that the newsroom tells. */
export interface Proof {
  rows: (StoredRow & { seq: number; source: string } & LedgerEntry)[];
  keys: ReadonlyMap<string, KeyObject>;
}

/** Reads past every rule what lies there. */
export async function readLedger(newsroom: Remains & { url: string }): Promise<Proof> {
  const raw = await rawLedger(newsroom);
  try {
    const rows = (await raw.read()).map((row) => ({ ...row, header: parsed(row.header), content: parsed(row.content) }) as Proof['rows'][number]);
    const { keys } = (await (await fetch(`${newsroom.url}/.well-known/jwks.json`)).json()) as { keys: Awaited<ReturnType<SigningKeys['publicKeys']>> };
    return { rows, keys: await believedKeys(keys) };
  } finally {
    await raw.close();
  }
}

/** What is wrong with the chain, the signatures and the contents, or beside heads that were told at some time. */
export async function chainFaults({ rows, keys }: Proof, heads: readonly LedgerHead[] = []): Promise<string[]> {
  const faults: string[] = [];
  for await (const { detail } of verifyLedger({ rows: { after: after(rows), newestEditions: () => Promise.resolve([]) }, keys, savedHead: heads.at(-1) })) {
    faults.push(detail);
  }
  const there = new Map(rows.map(({ seq, header }) => [seq, placeOf(header).hash]));
  const gone = heads.filter(({ seq, hash }) => seq > 0 && there.get(seq) !== hash);
  return [...faults, ...gone.map(({ seq }) => `entry ${seq} is not the one that was told as the head`)];
}

/** What differs between the replica in `dataDir` and a fresh fold of `rows`. */
export async function replicaFaults({ rows }: Proof, dataDir: string): Promise<string[]> {
  const { seq, differences } = await verifyReplica({ ledger: { after: after(rows) } as Pick<Ledger, 'after'> as Ledger, dataDir });
  return [...differences.map(({ what }) => `the replica differs in ${what}`), ...(seq === rows.length ? [] : [`the replica ends at entry ${seq}`])];
}

function after(rows: Proof['rows']): (seq: number, limit: number) => Promise<Proof['rows']> {
  return (seq, limit) => Promise.resolve(rows.filter((row) => row.seq > seq).slice(0, limit));
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
