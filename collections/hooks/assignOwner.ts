/** New work belongs to whoever began it, so that a writer can go on with it; and an old text brings no old hands back. */
import type { CollectionBeforeChangeHook } from 'payload';
import { staffOf } from '../../src/domain/roles.ts';

/**
 * On creation, sets `owner` to the person behind the request unless the desk named somebody.
 * When an old version is restored, what is said about the document and is not its text stays as it is now.
 */
export const assignOwner: CollectionBeforeChangeHook = ({ collection, data, operation, originalDoc, req }) => {
  if (req.context.isRestoringVersion === true) return { ...data, ...ofNow(collection.flattenedFields, originalDoc as Record<string, unknown>) };
  const staff = staffOf(req);
  if (operation !== 'create' || staff === null || data.owner) return data;
  return { ...data, owner: staff.id };
};

const NOT_TEXT = ['owner', 'assignee', 'origin'];

function ofNow(fields: readonly { name: string }[], now: Record<string, unknown>): Record<string, unknown> {
  const names = NOT_TEXT.filter((name) => fields.some((field) => field.name === name));
  return Object.fromEntries(names.map((name) => [name, now[name] ?? null]));
}
