/** The replica of one node: what keeps a local file at what the ledger says, and lets readers ask it. Without it every page would cost the editors a query. */
import type { Ledger, LedgerHead } from '../ledger/ledger.ts';
import type { Read } from './lists.ts';
import type { Questions } from './questions.ts';
import { ReplicaNode } from './replicaNode.ts';

/** Where the replica reports what an operator must know. */
export interface ReplicaLog {
  info(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}

export interface ReplicaOptions {
  ledger: Ledger;
  dataDir: string;
  clock: () => Date;
  log: ReplicaLog;
  /** Milliseconds between looks at the ledger; default 1 s. */
  interval?: number;
  /** Node flags of its threads; for tests, which run from source. */
  execArgv?: string[];
}

/** What decides what readers see. */
export interface Moment {
  /** Another number whenever another entry, or another file, is shown. */
  generation: number;
  /** By this node's clock, in milliseconds: embargoes end by it. */
  now: number;
}

export interface Replica {
  /** Resolves when this node shows entry `seq`. @throws Problem 503 when the node stops before it does. */
  holds(seq: number): Promise<void>;
  /** Resolves when something is served, after a few seconds in any case. */
  whenServing(): Promise<void>;
  /** The newest entry that is shown; null while nothing is. */
  head(): LedgerHead | null;
  /** Where readers of this node stand; null while nothing is served. */
  moment(): Moment | null;
  /** Whether the editorial database answers. */
  ledgerAnswers(): boolean;
  /** Asks the file at this moment. @throws Problem 503 while there is none that can be trusted. */
  read: Read;
  /** What may take longer, asked of the file as it is, and of this moment of the clock (milliseconds), without holding up this thread. It throws as `read` does. */
  questionsAt(now: number): Questions;
  /** Begins to work; `holds`, `nudge` and `rebuild` do so too. */
  start(): void;
  /** Something was appended in this process: look now. */
  nudge(): void;
  /** Builds the file anew while the old one is served; resolves when the new one is. */
  rebuild(): Promise<void>;
  /** Stops following and closes the file. */
  close(): Promise<void>;
}

/** The replica in DATA_DIR. It opens no file and starts no thread before `start`. */
export function openReplica(options: ReplicaOptions): Replica {
  return new ReplicaNode(options);
}

/** Opens the file in DATA_DIR, or builds it, and follows the ledger from then on; returns at once. */
export function startReplica(options: ReplicaOptions): Replica {
  const replica = openReplica(options);
  replica.start();
  return replica;
}
