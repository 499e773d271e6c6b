/** Without this file a client, an old version or a stale form could set the revision and the release time that only the server may set. */
import { around } from './around.ts';
import { mainRowOf, serverFields, type ServerFields } from './mainRow.ts';
import { isNew } from './newDocuments.ts';
import type { BaseDatabaseAdapter, JsonObject } from 'payload';

/**
 * Takes `rev` and `publicFrom` out of every write on the collections that have them. A new document starts at revision 1 and is not public;
 * a version carries what its document has at that moment. Changing them is for `claimRevision` and `writeServerFields` alone.
 */
export function keepServerFields(adapter: BaseDatabaseAdapter): void {
  around(adapter, 'create', (stock) => (args) => {
    const fields = owned(adapter, args.collection);
    return stock(fields.length === 0 ? args : { ...args, data: { ...stripped(args.data, fields), ...kept(UNTOUCHED, fields) } });
  });
  around(adapter, 'updateOne', (stock) => (args) => stock({ ...args, data: stripped(args.data, owned(adapter, args.collection)) }));
  around(adapter, 'updateMany', (stock) => (args) => stock({ ...args, data: stripped(args.data, owned(adapter, args.collection)) }));
  around(adapter, 'createVersion', (stock) => async (args) => {
    const fields = owned(adapter, args.collectionSlug);
    if (fields.length === 0) return stock(args);
    const parent = String(args.parent);
    const current = isNew(args.req, args.collectionSlug, parent) ? UNTOUCHED : await mainRowOf(adapter, args.collectionSlug, args.req).read(parent);
    return stock({ ...args, versionData: { ...stripped(args.versionData, fields), ...kept(current, fields) } });
  });
  around(adapter, 'updateVersion', (stock) => async (args) => {
    const fields = owned(adapter, args.collection);
    const { version, parent } = args.versionData;
    if (fields.length === 0 || !version) return stock(args);
    const current = parent === undefined ? undefined : await mainRowOf(adapter, args.collection, args.req).read(String(parent));
    return stock({ ...args, versionData: { ...args.versionData, version: { ...stripped(version, fields), ...kept(current, fields) } } });
  });
}

type Field = keyof ServerFields;

const UNTOUCHED: ServerFields = { rev: 1, publicFrom: null };

function owned(adapter: BaseDatabaseAdapter, collection: string): Field[] {
  const config = adapter.payload.collections[collection]?.config;
  return serverFields.filter((name) => config?.flattenedFields.some((field) => field.name === name));
}

function stripped<Data extends JsonObject>(data: Data, fields: readonly Field[]): Data {
  if (fields.length === 0) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => !fields.some((field) => field === name))) as Data;
}

function kept(values: ServerFields | undefined, fields: readonly Field[]): Partial<ServerFields> {
  return values ? Object.fromEntries(fields.map((field) => [field, values[field]])) : {};
}
