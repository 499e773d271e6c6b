/** Accounts decide who may do what; these rules keep the newsroom from locking itself out or letting anybody in. */
import {
  AuthenticationError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeValidateHook,
} from 'payload';
import { claimRevision } from '../../src/database/compareAndSet.ts';
import { Problem } from '../../src/errors.ts';
import type { Role } from '../../src/domain/roles.ts';

const MIN_PASSWORD = 12;

interface Account {
  id?: string;
  email?: string;
  name?: string | null;
  roles?: Role[];
  disabled?: boolean | null;
  password?: unknown;
}

/** Passwords have twelve characters and more (and at most 256, so that hashing stays bounded). */
export const longPasswords: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  const password = (data as Account | undefined)?.password;
  if (password === undefined || password === null) return data;
  if (typeof password !== 'string' || [...password].length < MIN_PASSWORD || password.length > 256) {
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ path: 'password', message: `A password has ${MIN_PASSWORD} characters or more.` }],
      req,
    });
  }
  return data;
};

/** The first account of all administers the newsroom; a person without a name is called by the address. */
export const firstIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const account = data as Account;
  const firstOfAll = req.pathname?.endsWith('/first-register') === true;
  // Payload has looked whether there is anybody; of two who look at once, this key lets one through.
  if (firstOfAll) await req.payload.db.create({ collection: 'payload-kv', data: { key: 'first-administrator', data: {} }, req });
  return {
    ...data,
    name: account.name ? account.name : account.email?.split('@')[0],
    ...(firstOfAll ? { roles: ['admin'], disabled: false } : {}),
  };
};

/** The last enabled administrator keeps the role, also when two take it from each other at the same moment. */
export const keepLastAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const before = originalDoc as Account;
  const after = { ...before, ...data };
  const was = before?.roles?.includes('admin') === true && before.disabled !== true;
  const stays = after.roles?.includes('admin') === true && after.disabled !== true;
  if (operation !== 'update' || !was || stays) return data;
  const { docs } = await req.payload.db.find<Account>({
    collection: 'users',
    where: { and: [{ roles: { in: ['admin'] } }, { id: { not_equals: before.id } }] },
    limit: 0,
    pagination: false,
    req,
  });
  const successor = docs.find((account) => account.disabled !== true);
  if (successor?.id === undefined) throw new Problem(409, 'last-administrator', 'This is the last administrator. Make somebody else one first.');
  // Whoever stays is written to as well: a transaction that takes that role away meanwhile is then a conflict, and looks again.
  await claimRevision({ payload: req.payload, req, collection: 'users', id: successor.id });
  return data;
};

/** A disabled account is signed out everywhere, at once. */
export const endSessions: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'update' && (data as Account).disabled === true ? { ...data, sessions: [] } : data;

/** A disabled account cannot sign in. */
export const refuseDisabled: CollectionBeforeLoginHook = ({ req, user }) => {
  // The same answer as to a wrong password: who has an account is nobody's business.
  if ((user as Account).disabled === true) throw new AuthenticationError(req.t);
};

/** Accounts stay: the record of transitions names them. */
export const keepUsers: CollectionBeforeDeleteHook = () => {
  throw new Problem(409, 'users-are-kept', 'Accounts are not deleted. Disable the account instead.');
};
