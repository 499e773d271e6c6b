/** A quoted report: who published it, when, and its words, never reflowed or corrected. */
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
import { verifyQuote } from './hooks/verifyQuote.ts';
import { deskOrDraftOwner, editorial, editorialField, never, released } from './access/rules.ts';
import { publishedOnField } from './fields/dates.ts';
import { draftVersions } from './fields/draftVersions.ts';
import { idField, publicFromField, revField, savedByField, shownApprovalField } from './fields/identity.ts';
import { quoteField } from './fields/quote.ts';
import { notesField, originField, ownerField } from './fields/staff.ts';
import { quoteCheckField, snapshotField, verificationField } from './fields/verification.ts';
import { addressField, languageField, syndicableField } from './fields/story.ts';

export const NewsExcerpts: CollectionConfig = {
  slug: 'news-excerpts',
  labels: { singular: 'News excerpt', plural: 'News excerpts' },
  graphQL: { singularName: 'NewsExcerpt', pluralName: 'NewsExcerpts' },
  typescript: { interface: 'NewsExcerpt' },
  defaultSort: '-updatedAt',
  disableBulkEdit: true,
  versions: draftVersions,
  access: {
    create: editorial,
    read: released,
    readVersions: editorial,
    update: deskOrDraftOwner('news-excerpts'),
    delete: deskOrDraftOwner('news-excerpts'),
    unlock: never,
  },
  admin: {
    useAsTitle: 'leadIn',
    group: 'Stories',
    defaultColumns: ['leadIn', 'outlet', 'publishedOn', 'verification', 'language', 'updatedAt'],
    listSearchableFields: ['leadIn', 'title'],
    description: 'A passage from a report, word for word, with its outlet and date.',
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
    beforeOperation: [guardAnonymousQuery(['outlet', 'publishedOn', 'language']), forceDraft, checkShape, expectRevision],
    beforeChange: [claimNextRevision, assignOwner, noteSaver, requireKnownReferences, verifyQuote],
    afterChange: [reviewCarriers],
    beforeDelete: [claimBeforeDelete, keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    shownApprovalField,
    savedByField,
    {
      name: 'outlet',
      type: 'relationship',
      relationTo: 'outlets',
      index: true,
      admin: { description: 'Who published the report. A story cannot be submitted without it.' },
    },
    publishedOnField,
    {
      name: 'publishedOnInferred',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Tick when the year was worked out and not printed.' },
    },
    { name: 'title', type: 'text', maxLength: 500, admin: { description: "The report's own headline, if it is known." } },
    addressField('url', 'Where the report can be read.'),
    {
      name: 'leadIn',
      type: 'textarea',
      admin: { description: 'The sentence that introduces the quote: "On 24 May, … reported:"' },
    },
    quoteField,
    verificationField,
    quoteCheckField,
    languageField('The language of the quoted report.'),
    { name: 'reporter', type: 'text', admin: { description: 'The byline of the report, as printed.' } },
    {
      name: 'reporterContact',
      type: 'text',
      access: { create: editorialField, update: editorialField, read: editorialField },
      admin: { description: 'How colleagues can reach the reporter. Never published.' },
    },
    snapshotField,
    { name: 'rights', type: 'textarea', admin: { description: 'The terms under which the passage is quoted, for partners.' } },
    syndicableField,
    ownerField,
    notesField,
    originField,
  ],
};
