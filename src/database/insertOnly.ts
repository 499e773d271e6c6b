/** Without this file a hook, a plug-in or an endpoint could rewrite what was approved, published or done. */
import { Problem } from '../errors.ts';
import type { BaseDatabaseAdapter } from 'payload';

/** Collections whose records are written once and then stand. */
export const insertOnlyCollections: ReadonlySet<string> = new Set(['approvals', 'publications', 'transitions', 'cascades', 'ledger', 'signing-keys']);

/** Makes every change and every deletion of a record in these collections fail, by whatever door it comes. */
export function keepRecordsAsWritten(adapter: BaseDatabaseAdapter, collections = insertOnlyCollections): void {
  const refuse = (collection: string): void => {
    if (collections.has(collection)) throw new Problem(409, 'insert-only', `Records in ${collection} are written once; they cannot be changed or deleted.`);
  };
  for (const name of ['deleteMany', 'deleteOne', 'updateMany', 'updateOne', 'upsert'] as const) {
    const stock = (adapter[name] as (args: unknown) => Promise<never>).bind(adapter);
    adapter[name] = async (args: { collection: string }) => {
      refuse(args.collection);
      return stock(args);
    };
  }
}
