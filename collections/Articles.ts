/** The unit of publication: a headline that binds quoted reports and the comments that answer them, in one language. */
import type { CollectionConfig } from 'payload';
import { assignOwner } from './hooks/assignOwner.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { forceDraft } from './hooks/forceDraft.ts';
import { noteSaver } from './hooks/noteSaver.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { joinTranslations } from './hooks/joinTranslations.ts';
import { dropUnpublished, keepEmbargo, openWorkflow, reserveSlug } from './hooks/storyLife.ts';
import { onNewsroomClocks } from './hooks/newsroomClocks.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { deskOrDraftOwner, editorial, editorialField, deskField, never, released } from './access/rules.ts';
import { draftVersions } from './fields/draftVersions.ts';
import { idField, publicFromField, revField, savedByField, shownApprovalField } from './fields/identity.ts';
import { notesField, originField, ownerField } from './fields/staff.ts';
import { languageField, slugField } from './fields/story.ts';
import { storyDateField } from './fields/dates.ts';
import { publicationField, stagePanel, translationsField, workField } from './fields/workflow.ts';

export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  graphQL: { singularName: 'Article', pluralName: 'Articles' },
  typescript: { interface: 'Article' },
  defaultSort: '-updatedAt',
  disableBulkEdit: true,
  versions: draftVersions,
  access: {
    create: editorial,
    read: released,
    readVersions: editorial,
    update: deskOrDraftOwner('articles'),
    delete: deskOrDraftOwner('articles'),
    unlock: never,
  },
  admin: {
    useAsTitle: 'title',
    group: 'Stories',
    defaultColumns: ['title', 'work', 'publication', 'language', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: 'A story: its headline, the reports it quotes and the comments that answer them.',
    disableCopyToLocale: true,
    components: {
      edit: {
        SaveDraftButton: '/src/admin/saving/SaveDraft.tsx#SaveDraft',
        PublishButton: '/src/admin/TransitionButtons.tsx#TransitionButtons',
        UnpublishButton: '/src/admin/Nothing.tsx#Nothing',
        Status: '/src/admin/StageStatus.tsx#StageStatus',
      },
    },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [
      guardAnonymousQuery(['slug', 'language', 'title', 'outlets', 'topics', 'writtenFor', 'storyDate', 'excerpts', 'commentaries']),
      forceDraft,
      checkShape,
      expectRevision,
    ],
    beforeChange: [claimNextRevision, assignOwner, noteSaver, requireKnownReferences, keepEmbargo, joinTranslations, reserveSlug],
    afterChange: [openWorkflow],
    beforeDelete: [claimBeforeDelete, dropUnpublished, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    shownApprovalField,
    savedByField,
    stagePanel,
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 500,
      admin: { description: 'The headline, as readers see it.' },
    },
    slugField,
    languageField('The language the whole story is written in. A translation is a story of its own.'),
    {
      name: 'summary',
      type: 'textarea',
      maxLength: 2000,
      admin: { description: 'One or two sentences for lists, feeds and search engines.' },
    },
    {
      name: 'excerpts',
      type: 'relationship',
      relationTo: 'news-excerpts',
      hasMany: true,
      admin: { description: 'The reports this story quotes, in reading order.' },
    },
    {
      name: 'commentaries',
      type: 'relationship',
      relationTo: 'commentaries',
      hasMany: true,
      admin: { description: 'The comments that answer them, in reading order.' },
    },
    {
      name: 'heroImage',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'The picture at the top of the story and in lists.' },
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      admin: { position: 'sidebar', description: 'What the story is about.' },
    },
    {
      name: 'outlets',
      type: 'relationship',
      relationTo: 'outlets',
      hasMany: true,
      admin: { position: 'sidebar', description: 'The sites on which the story runs. The first with a story address gives the canonical link.' },
    },
    {
      name: 'writtenFor',
      type: 'relationship',
      relationTo: 'outlets',
      filterOptions: { kinds: { in: ['organisation'] } },
      admin: { position: 'sidebar', description: 'The organisation for which the story was written.' },
    },
    {
      name: 'translationOf',
      type: 'relationship',
      relationTo: 'articles',
      filterOptions: ({ id }) => (id === undefined ? true : { id: { not_equals: id } }),
      access: { read: editorialField },
      admin: { position: 'sidebar', description: 'The same story in another language, if there is one.' },
    },
    {
      name: 'translationSet',
      type: 'text',
      index: true,
      access: { create: never, update: never, read: editorialField },
      admin: { hidden: true },
    },
    translationsField,
    {
      name: 'embargoUntil',
      type: 'date',
      access: { read: editorialField },
      hooks: { beforeValidate: [onNewsroomClocks] },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        components: { Field: '/src/admin/MomentField.tsx#MomentField' },
        description: 'Nobody outside sees the story before this time. It cannot be set once the story is out.',
      },
    },
    storyDateField,
    workField,
    publicationField,
    ownerField,
    {
      name: 'assignee',
      type: 'relationship',
      relationTo: 'users',
      access: { create: editorialField, update: deskField, read: editorialField },
      admin: { position: 'sidebar', description: 'Who has to do the next step.' },
    },
    notesField,
    originField,
  ],
};
