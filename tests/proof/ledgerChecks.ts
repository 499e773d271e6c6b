/** Without this table one proof would compare ledger, replica and promises in another way than the next. */
import { vi } from 'vitest';
import type { LedgerHead } from '../../src/ledger/ledger.ts';
import type { Journal } from '../helpers/journal.ts';
import type { MortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { readAll, type Reading } from '../helpers/publicReading.ts';
import type { Snapshot } from '../helpers/snapshot.ts';
import { ledgerFaults } from './ledgerFaults.ts';
import { chainFaults, readLedger, replicaFaults, type Proof } from './ledgerProof.ts';
import { readingFaults, toldFaults, unseenFaults } from './toldFaults.ts';

/** What clients were told, beside the ledger and what one node shows, when nobody writes any more. */
export interface Standing extends Proof, Pick<Journal, 'told' | 'moves'> {
  publications: Snapshot['publications'];
  /** What nodes told of the ledger meanwhile. */
  heads: LedgerHead[];
  readings: Map<string, Reading>;
  dataDir: string;
}

/** What is wrong, one sentence each; by the promise that it breaks. */
export const ledgerChecks = {
  'each publication is in the ledger once, in order, with nothing left out': ({ rows, publications }) => ledgerFaults(rows, publications),
  'the ledger has for each acknowledged publish the entry that its publisher was told, and no entry without a publication': ({ told, rows, publications }) =>
    toldFaults(told, rows, publications),
  'the ledger is signed throughout, and what was told of it meanwhile is in it still': (standing) => chainFaults(standing, standing.heads),
  'the very next read after each acknowledged publish, on the same node, shows it': ({ told }) => unseenFaults(told),
  'the node shows each story as it was acknowledged, and nothing else than the ledger says': (standing) =>
    readingFaults(standing.readings, standing, standing.rows),
  'the replica is a fold of the ledger': (standing) => replicaFaults(standing, standing.dataDir),
} satisfies Record<string, (standing: Standing) => string[] | Promise<string[]>>;

export type LedgerCheck = keyof typeof ledgerChecks;

/** What there is to check at `node`, once its replica holds all that is in the ledger. */
export async function standingOf(
  node: MortalNewsroom,
  { told, moves }: Journal,
  publications: Snapshot['publications'],
  heads: LedgerHead[],
): Promise<Standing> {
  const address = await node.address();
  const proof = await readLedger(address);
  await vi.waitUntil(async () => (await headAt(node)).seq === proof.rows.length, { timeout: 60_000, interval: 50 });
  return { ...proof, told, moves, publications, heads, readings: await readAll(address.url, [...moves.keys()]), dataDir: address.dataDir };
}

/** What `node` tells of the ledger now. */
export async function headAt(node: MortalNewsroom): Promise<LedgerHead> {
  const { url } = await node.address();
  return vi.waitFor(
    async () => {
      const response = await fetch(`${url}/v1/ledger-head`);
      if (response.status !== 200) throw new Error(`The ledger's head was answered with ${response.status}.`);
      return (await response.json()) as LedgerHead;
    },
    { timeout: 20_000, interval: 20 },
  );
}
