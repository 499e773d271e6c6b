/** The newsroom's people: who may sign in, and what they may do there. */
import type { CollectionConfig, FieldAccess } from 'payload';
import { countTheSame } from './hooks/evenLogin.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { endSessions, firstIsAdmin, keepLastAdmin, keepUsers, longPasswords, refuseDisabled } from './hooks/accounts.ts';
import { hasRole, ROLES, staffOf } from '../src/domain/roles.ts';
import { admins, never } from './access/rules.ts';
import { accountRevField, idField } from './fields/identity.ts';

const adminField: FieldAccess = ({ req }) => hasRole(req, ['admin']);
const adminOrSelfField: FieldAccess = ({ req, id, doc }) =>
  hasRole(req, ['admin']) || (staffOf(req) !== null && staffOf(req)?.id === (id ?? (doc as { id?: string } | undefined)?.id));

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  graphQL: { singularName: 'User', pluralName: 'Users' },
  typescript: { interface: 'User' },
  defaultSort: 'name',
  disableBulkEdit: true,
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    depth: 0,
    useSessions: true,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    admin: ({ req }) => staffOf(req) !== null,
    create: admins,
    delete: never,
    unlock: admins,
    read: ({ req }) => {
      if (hasRole(req, ['admin', 'editor', 'writer'])) return true;
      const staff = staffOf(req);
      return staff === null ? false : { id: { equals: staff.id } };
    },
    update: ({ req }) => {
      if (hasRole(req, ['admin'])) return true;
      const staff = staffOf(req);
      return staff === null ? false : { id: { equals: staff.id } };
    },
  },
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', 'email', 'roles', 'disabled'],
    listSearchableFields: ['name', 'email'],
    description: 'Accounts are disabled, not deleted: their names stay in the record of what was done.',
    components: { edit: { SaveButton: '/src/admin/saving/SaveChanges.tsx#SaveChanges' } },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [checkShape, expectRevision, countTheSame],
    beforeValidate: [longPasswords],
    beforeChange: [claimNextRevision, firstIsAdmin, keepLastAdmin, endSessions],
    beforeLogin: [refuseDisabled],
    beforeDelete: [keepUsers],
  },
  fields: [
    idField,
    accountRevField,
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { read: adminOrSelfField, update: adminField },
    },
    { name: 'name', type: 'text', maxLength: 200, admin: { description: 'As colleagues know the person.' } },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      defaultValue: ['writer'],
      options: ROLES.map((role) => ({ label: role[0]?.toUpperCase() + role.slice(1), value: role })),
      access: { create: adminField, update: adminField },
      admin: {
        description: 'Admin: everything, users included. Editor: all stories and transitions. Writer: own stories. Syndication: partners.',
        condition: (_data, _sibling, { user }) => user !== null && user !== undefined,
      },
    },
    {
      name: 'language',
      type: 'select',
      options: ['en', 'fr', 'ar', 'ru', 'es', 'tr'],
      admin: { description: 'The language of messages to this person.' },
    },
    {
      name: 'timeZone',
      type: 'text',
      validate: (value: unknown) => {
        if (value === null || value === undefined || value === '') return true;
        try {
          new Intl.DateTimeFormat('en', { timeZone: value as string });
          return true;
        } catch {
          return 'Enter a time zone such as Europe/Paris.';
        }
      },
      admin: { description: 'Such as Europe/Paris; the newsroom’s own when empty.' },
    },
    {
      name: 'disabled',
      type: 'checkbox',
      defaultValue: false,
      access: { create: adminField, update: adminField },
      admin: {
        position: 'sidebar',
        description: 'A disabled account cannot sign in.',
        condition: (_data, _sibling, { user }) => user !== null && user !== undefined,
      },
    },
  ],
};
