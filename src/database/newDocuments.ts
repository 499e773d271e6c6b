/** Without this file an import would ask the database, of each document it has just made, what it wrote a moment ago: a quarter of its work. */
import type { BaseDatabaseAdapter, JsonObject, PayloadRequest } from 'payload';
import { knownReferences, type KnownReferences } from '../domain/knownReferences.ts';
import { around } from './around.ts';

/**
 * In a transaction that remembers what it has seen (see `rememberReferences`; no client's does), a document with drafts that is created is not read back,
 * and until its first version is written nothing is asked about it: it is as it was given, at revision 1, and has no older versions.
 * For adapters that store what they are given as it is.
 */
export function trustNewDocuments(adapter: BaseDatabaseAdapter): void {
  around(adapter, 'create', (stock) => async (args): Promise<JsonObject> => {
    const made = madeIn(args.req);
    if (!made || args.returning === false || !adapter.payload.collections[args.collection]?.config.versions?.drafts) {
      return (await stock(args)) as JsonObject;
    }
    const now = new Date().toISOString();
    const data: JsonObject = { ...args.data, createdAt: args.data['createdAt'] ?? now, updatedAt: args.data['updatedAt'] ?? now };
    await stock({ ...args, data: structuredClone(data), returning: false });
    made.add(args.collection, String(data['id']));
    return data;
  });
  around(adapter, 'findVersions', (stock) => async (args) => {
    const parent = (args.where?.['parent'] as { equals?: string } | undefined)?.equals;
    // Payload looks for versions beyond the newest hundred after each that it wrote, and for nothing else by page.
    if (parent === undefined || (args.page ?? 1) === 1 || !madeIn(args.req)?.delete(args.collection, parent)) return stock(args);
    return { docs: [], hasNextPage: false, hasPrevPage: false, limit: args.limit ?? 0, pagingCounter: 1, totalDocs: 0, totalPages: 1 };
  });
}

/** Whether the transaction of `req` has made the document, and has not written its first version. */
export function isNew(req: Partial<PayloadRequest> | undefined, collection: string, id: string): boolean {
  return madeIn(req)?.has(collection, id) ?? false;
}

function madeIn(req: Partial<PayloadRequest> | undefined): KnownReferences['made'] | undefined {
  return req?.context && knownReferences(req.context)?.made;
}
