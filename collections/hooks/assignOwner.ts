/** New work belongs to whoever began it, so that a writer can go on with it. */
import type { CollectionBeforeChangeHook } from 'payload';
import { staffOf } from '../../src/domain/roles.ts';

/** On creation, sets `owner` to the person behind the request unless the desk named somebody. */
export const assignOwner: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const staff = staffOf(req);
  if (operation !== 'create' || staff === null || data.owner) return data;
  return { ...data, owner: staff.id };
};
