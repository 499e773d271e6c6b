/** What the newsroom keeps to itself about a document: whose it is, and what was noted about it. */
import type { Field } from 'payload';
import { deskField, editorialField, never } from '../access/rules.ts';

/** Whose document it is: a writer edits and submits what the writer owns. Set on creation; the desk may hand it over. */
export const ownerField: Field = {
  name: 'owner',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { create: deskField, update: deskField, read: editorialField },
  admin: {
    position: 'sidebar',
    description: 'Whose work this is. Writers can edit and submit only what they own.',
  },
};

/** Remarks for colleagues; never published. */
export const notesField: Field = {
  name: 'notes',
  type: 'textarea',
  access: { create: editorialField, update: editorialField, read: editorialField },
  admin: { description: 'For colleagues only. Notes are never published.' },
};

/** Where an imported document came from (DESIGN section 4, identity); written by the importer. */
export const originField: Field = {
  name: 'origin',
  type: 'json',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};
