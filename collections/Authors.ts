/** Who answers the news: a named author with a role, as readers and partners see them. */
import type { CollectionConfig } from 'payload';
import { cascadeWhenChanged } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { slugFromName } from './hooks/nameSlug.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { desk, editorialField, never, released } from './access/rules.ts';
import { idField, publicFromField, revField } from './fields/identity.ts';
import { notesField } from './fields/staff.ts';
import { addressField, slugField } from './fields/story.ts';

export const Authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  graphQL: { singularName: 'Author', pluralName: 'Authors' },
  typescript: { interface: 'Author' },
  defaultSort: 'name',
  disableBulkEdit: true,
  access: { create: desk, read: released, update: desk, delete: desk, unlock: never },
  admin: {
    useAsTitle: 'name',
    group: 'People and places',
    defaultColumns: ['name', 'role', 'affiliation', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    description: 'The people who write comments. A changed name or role reaches every story that is out.',
    components: { edit: { SaveButton: '/src/admin/saving/SaveChanges.tsx#SaveChanges' } },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery(['name', 'slug', 'affiliation']), checkShape, expectRevision],
    beforeChange: [claimNextRevision, requireKnownReferences, slugFromName],
    afterChange: [cascadeWhenChanged(['name', 'slug', 'role'])],
    beforeDelete: [claimBeforeDelete, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    { name: 'name', type: 'text', required: true, maxLength: 200, admin: { description: 'As it stands in the byline.' } },
    { ...slugField, unique: true },
    {
      name: 'role',
      type: 'text',
      localized: true,
      maxLength: 300,
      admin: { description: "The author's role today, in each language. A comment keeps the role as it was printed." },
    },
    {
      name: 'affiliation',
      type: 'relationship',
      relationTo: 'outlets',
      admin: { description: 'The organisation the author belongs to.' },
    },
    { name: 'bio', type: 'textarea', maxLength: 5000, admin: { description: 'A short biography for the author page.' } },
    { name: 'photo', type: 'upload', relationTo: 'media' },
    {
      name: 'links',
      type: 'array',
      maxRows: 20,
      admin: { description: 'Pages of the author elsewhere.' },
      fields: [
        { name: 'label', type: 'text', required: true },
        { ...addressField('url', 'The whole address.'), required: true },
      ],
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      access: { create: editorialField, update: editorialField, read: editorialField },
      admin: { description: 'Other spellings by which imported documents name the author.' },
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      access: { create: editorialField, update: editorialField, read: editorialField },
      admin: { position: 'sidebar', description: 'The account of the author, if there is one.' },
    },
    notesField,
  ],
};
