/** The fields every document has so that it can be named for good and edited by two people without loss. */
import type { Field } from 'payload';
import { newId } from '../../src/domain/ids.ts';
import { editorialField, never, staffField } from '../access/rules.ts';

/** UUIDv7 text on both databases; made here, never taken from a client. */
export const idField: Field = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => newId(),
  access: { create: never, update: never },
  // A copy is another document; without this a duplicate would carry its original's id.
  hooks: { beforeDuplicate: [() => newId()] },
  admin: { hidden: true },
};

/** The edit revision, raised by compare-and-set in the adapter layer; clients name it, only the database writes it. */
export const revField: Field = {
  name: 'rev',
  type: 'number',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};

/** The same of an account: whoever has one edits the own name and password, and has to say which revision that was. */
export const accountRevField: Field = { ...revField, access: { create: never, update: never, read: staffField } };

/** When the first live story that carries the document is released; anonymous access is `publicFrom <= now`. */
export const publicFromField: Field = {
  name: 'publicFrom',
  type: 'date',
  index: true,
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};

/** The approval whose text the main row shows; approvals' ids grow with time, so the row never goes back behind a later one. */
export const shownApprovalField: Field = {
  name: 'shownApproval',
  type: 'text',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};

/** Who saved this text last, as an id in plain text; nobody when the newsroom itself did. */
export const savedByField: Field = {
  name: 'savedBy',
  type: 'text',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};
