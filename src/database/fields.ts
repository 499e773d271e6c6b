/** Without this file transitions would have no way to set what every other write is forbidden to set. */
import type { Payload, PayloadRequest } from 'payload';
import { Problem } from '../errors.ts';
import { mainRowOf, type FlatValue } from './mainRow.ts';
import { transactionOf } from './transactionOf.ts';

/** Which document, and its new values by field name: fields of its own row only, flat ones and JSON, instants as Date or ISO 8601 text. */
export interface ServerFieldsChange {
  payload: Payload;
  req: Partial<PayloadRequest>;
  collection: string;
  id: string;
  values: Record<string, FlatValue>;
}

/**
 * Writes server-owned fields such as `publicFrom` straight to the document's row and to its newest version, in the transaction of `req`.
 * Neither `rev` nor `updatedAt` changes: to an editor nothing happened.
 * @throws Problem 404 `not-found` when the document does not exist.
 * @throws Error when `req` has no transaction, or a value is not a flat field of the collection.
 */
export async function writeServerFields({ payload, req, collection, id, values }: ServerFieldsChange): Promise<void> {
  await transactionOf(req, 'writeServerFields');
  const stored = await mainRowOf(payload.db, collection, req).set(id, withDates(payload, collection, values));
  if (!stored) throw new Problem(404, 'not-found', `There is no document ${id} in ${collection}.`);
}

function withDates(payload: Payload, collection: string, values: Record<string, FlatValue>): Record<string, FlatValue> {
  const fields = payload.collections[collection]?.config.flattenedFields ?? [];
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      if (!field) throw new Error(`${collection} has no field ${name}.`);
      return [name, field.type === 'date' && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}
