/** Without this file a write that was never committed could be answered as a success, on either database. */
import { messageOf } from '../errors.ts';
import { newId } from '../domain/ids.ts';
import { around } from './around.ts';
import { codeOf, hasLabel, problemIn } from './databaseError.ts';
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload';

/** What Payload's database functions read of an open transaction. */
export interface Session {
  db: unknown;
  resolve(): Promise<void>;
  reject(): Promise<void>;
}

type Id = number | string;

/** How many ended transactions are remembered; a stray write comes soon after the end or never. */
const remembered = 10_000;

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const;

/** How one database begins a transaction, where the stock way will not do, and how it ends one for good. */
export interface TransactionEnds<Open> {
  begin?: () => Promise<Open>;
  commit: (session: Open) => Promise<void>;
}

const reads = ['count', 'countVersions', 'find', 'findDistinct', 'findOne', 'findVersions', 'queryDrafts'] as const;

/**
 * Makes the end of a transaction mean what it says: a COMMIT that failed, or that comes after a rollback, is an error to the caller,
 * and a write that names a transaction which was rolled back is refused (the stock adapters write it outside any).
 */
export function keepTransactionsHonest<Open>(adapter: BaseDatabaseAdapter, { begin, commit }: TransactionEnds<Open>): void {
  const rolledBack = new Set<Id>();
  const remember = (id: Id): void => {
    rolledBack.add(id);
    for (const oldest of rolledBack) {
      if (rolledBack.size <= remembered) break;
      rolledBack.delete(oldest);
    }
  };
  const sessions = adapter.sessions as unknown as Record<Id, Open | undefined>;
  if (begin) {
    adapter.beginTransaction = async () => {
      const session = await begin();
      const id = newId();
      sessions[id] = session;
      return id;
    };
  }
  adapter.commitTransaction = async (given) => {
    const id = await given;
    const session = id ? sessions[id] : undefined;
    if (!id || !session) throw new Error('Nothing was written: the transaction was rolled back before its end, because something inside it failed.');
    delete sessions[id];
    try {
      await commit(session);
    } catch (error) {
      remember(id);
      throw new Error(
        isUnknown(error)
          ? `It is not known whether the transaction was written (${messageOf(error)}).`
          : `Nothing was written: the database refused to commit (${messageOf(error)}).`,
        { cause: error },
      );
    }
  };
  around(adapter, 'rollbackTransaction', (stock) => async (given) => {
    const id = await given;
    if (!id) return;
    remember(id);
    await stock(id);
  });
  for (const name of writes) refuse(adapter, name, rolledBack);
  for (const name of [...writes, ...reads]) unwrap(adapter, name);
}

/** The answer to a COMMIT was lost on the way; only a look at the data can tell. */
function isUnknown(error: unknown): boolean {
  return codeOf(error) === 'WRITER_GONE' || hasLabel(error, 'UnknownTransactionCommitResult');
}

function refuse(adapter: BaseDatabaseAdapter, name: (typeof writes)[number], rolledBack: ReadonlySet<Id>): void {
  const stock = (adapter[name] as (args: unknown) => Promise<never>).bind(adapter);
  adapter[name] = async (args: { req?: Partial<PayloadRequest> }) => {
    const id = await args.req?.transactionID;
    if (id && rolledBack.has(id)) throw new Error(`The transaction of this ${name} was rolled back; nothing more can be written in it.`);
    return stock(args);
  };
}

/** Drizzle wraps what the client throws in an error that repeats the query; that the database is busy is for the caller to know. */
function unwrap(adapter: BaseDatabaseAdapter, name: (typeof writes)[number] | (typeof reads)[number]): void {
  const stock = (adapter[name] as (args: unknown) => Promise<never>).bind(adapter);
  adapter[name] = async (args: unknown) => {
    try {
      return await stock(args);
    } catch (error) {
      throw problemIn(error) ?? error;
    }
  };
}
