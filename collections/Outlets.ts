/** Whoever publishes: a source that is quoted, a site that runs a story, an organisation it is written for. */
import type { CollectionConfig } from 'payload';
import { cascadeWhenChanged } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { slugFromName } from './hooks/nameSlug.ts';
import { desk, editorialField, never, released } from './access/rules.ts';
import { idField, publicFromField, revField } from './fields/identity.ts';
import { notesField } from './fields/staff.ts';
import { addressField, slugField } from './fields/story.ts';
import { isStoryUrlTemplate } from '../src/domain/webAddress.ts';

export const Outlets: CollectionConfig = {
  slug: 'outlets',
  labels: { singular: 'Outlet', plural: 'Outlets' },
  graphQL: { singularName: 'Outlet', pluralName: 'Outlets' },
  typescript: { interface: 'Outlet' },
  defaultSort: 'slug',
  disableBulkEdit: true,
  access: { create: desk, read: released, update: desk, delete: desk, unlock: never },
  admin: {
    useAsTitle: 'name',
    group: 'People and places',
    defaultColumns: ['name', 'kinds', 'homepage', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    description: 'News agencies, papers, organisations and sites. A changed name reaches every story that is out.',
    components: { edit: { SaveButton: '/src/admin/saving/SaveChanges.tsx#SaveChanges' } },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery(['name', 'slug', 'kinds', 'country']), checkShape, expectRevision],
    beforeChange: [claimNextRevision, slugFromName],
    afterChange: [cascadeWhenChanged(['name', 'slug', 'homepage', 'storyUrl'])],
    beforeDelete: [claimBeforeDelete, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 200,
      admin: { description: 'The name in each language; a story uses the one of its own language.' },
    },
    { ...slugField, unique: true },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['source'],
      options: [
        { label: 'Source that is quoted', value: 'source' },
        { label: 'Publisher', value: 'publisher' },
        { label: 'Organisation', value: 'organisation' },
        { label: 'Website', value: 'website' },
      ],
      admin: { description: 'What the outlet is to us; it may be several.' },
    },
    addressField('homepage', 'The front page of the outlet.'),
    {
      name: 'storyUrl',
      type: 'text',
      validate: (value: unknown) =>
        value === null ||
        value === undefined ||
        value === '' ||
        (typeof value === 'string' && isStoryUrlTemplate(value)) ||
        'Enter a web address with {slug} or {id} in it, and {language} if needed: https://example.org/{language}/{slug}',
      admin: { description: "How the site's story addresses are made, with {language}, {slug} and {id}." },
    },
    {
      name: 'country',
      type: 'text',
      validate: (value: unknown) =>
        value === null ||
        value === undefined ||
        value === '' ||
        (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) ||
        'Enter the two-letter country code, such as FR.',
      admin: { description: 'Two-letter country code (ISO 3166-1).' },
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      access: { create: editorialField, update: editorialField, read: editorialField },
      admin: { description: 'Other names by which imported documents call the outlet.' },
    },
    {
      name: 'usageTerms',
      type: 'textarea',
      access: { create: editorialField, update: editorialField, read: editorialField },
      admin: { description: 'What the outlet allows us to quote, for colleagues.' },
    },
    notesField,
  ],
};
