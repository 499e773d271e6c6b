/** The answer to a report: a body of text, its authors, and the capacity in which they speak. */
import type { CollectionConfig } from 'payload';
import { assignOwner } from './hooks/assignOwner.ts';
import { reviewCarriers } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { forceDraft } from './hooks/forceDraft.ts';
import { noteSaver } from './hooks/noteSaver.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { deskOrDraftOwner, editorial, never, released } from './access/rules.ts';
import { commentaryBodyField } from './fields/commentaryBody.ts';
import { draftVersions } from './fields/draftVersions.ts';
import { idField, publicFromField, revField, savedByField, shownApprovalField } from './fields/identity.ts';
import { notesField, originField, ownerField } from './fields/staff.ts';
import { languageField } from './fields/story.ts';

export const Commentaries: CollectionConfig = {
  slug: 'commentaries',
  labels: { singular: 'Commentary', plural: 'Commentaries' },
  graphQL: { singularName: 'Commentary', pluralName: 'Commentaries' },
  typescript: { interface: 'Commentary' },
  defaultSort: '-updatedAt',
  disableBulkEdit: true,
  versions: draftVersions,
  access: {
    create: editorial,
    read: released,
    readVersions: editorial,
    update: deskOrDraftOwner('commentaries'),
    delete: deskOrDraftOwner('commentaries'),
    unlock: never,
  },
  admin: {
    useAsTitle: 'capacity',
    group: 'Stories',
    defaultColumns: ['capacity', 'authors', 'language', 'updatedAt'],
    listSearchableFields: ['capacity'],
    description: 'A comment that answers one or more reports.',
    components: {
      edit: {
        SaveDraftButton: '/src/admin/saving/SaveDraft.tsx#SaveDraft',
        PublishButton: '/src/admin/SaveDraftOnly.tsx#SaveDraftOnly',
        UnpublishButton: '/src/admin/Nothing.tsx#Nothing',
      },
    },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery(['authors', 'respondsTo', 'language']), forceDraft, checkShape, expectRevision],
    beforeChange: [claimNextRevision, assignOwner, noteSaver, requireKnownReferences],
    afterChange: [reviewCarriers],
    beforeDelete: [claimBeforeDelete, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    shownApprovalField,
    savedByField,
    commentaryBodyField,
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      index: true,
      admin: { description: 'Who wrote the comment, in the order of the byline.' },
    },
    {
      name: 'capacity',
      type: 'text',
      maxLength: 500,
      admin: { description: 'The role as printed under the comment, such as "Member of the harbour council".' },
    },
    {
      name: 'respondsTo',
      type: 'relationship',
      relationTo: 'news-excerpts',
      hasMany: true,
      admin: { description: 'The reports that this comment answers; they have to be among those of the story.' },
    },
    languageField('The language the comment is written in.'),
    ownerField,
    notesField,
    originField,
  ],
};
