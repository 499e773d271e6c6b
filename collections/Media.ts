/** Pictures, in the sizes that pages need, with the words and the rights that go with them. */
import type { CollectionConfig } from 'payload';
import { assignOwner } from './hooks/assignOwner.ts';
import { cascadeWhenChanged } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimBeforeDelete, claimNextRevision } from './hooks/claimRevision.ts';
import { uploadEndpoints } from './endpoints/uploads.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { placeUpload, removeDeleted, takeUpload } from './hooks/pictureFiles.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { RENDITION_WIDTHS } from '../src/domain/pictures.ts';
import { deskOrOwner, editorial, never, released } from './access/rules.ts';
import { idField, publicFromField, revField } from './fields/identity.ts';
import { altField } from './fields/alt.ts';
import { earlierDigestsField, fileKeyField, renditionsField, renditionStateField, sourceDigestField } from './fields/renditions.ts';
import { notesField, ownerField } from './fields/staff.ts';
import { syndicableField } from './fields/story.ts';

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  graphQL: { singularName: 'Media', pluralName: 'AllMedia' },
  typescript: { interface: 'Media' },
  defaultSort: '-createdAt',
  disableBulkEdit: true,
  access: { create: editorial, read: released, update: deskOrOwner, delete: deskOrOwner, unlock: never },
  upload: {
    // Our own store keeps the files (src/editorial/pictures): Payload writes, reads and removes none.
    disableLocalStorage: true,
    staticDir: 'no-files-of-payload',
    filesRequiredOnCreate: false,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    focalPoint: true,
    crop: false,
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: 'thumbnail',
    imageSizes: Object.entries(RENDITION_WIDTHS).map(([name, width]) => ({ name, width, withoutEnlargement: true })),
  },
  disableDuplicate: true,
  endpoints: uploadEndpoints(),
  admin: {
    useAsTitle: 'alt',
    group: 'Stories',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    listSearchableFields: ['alt', 'filename', 'credit'],
    description: 'Pictures for stories and authors. Readers see one only while a story that shows it is out.',
    components: { edit: { SaveButton: '/src/admin/saving/SaveChanges.tsx#SaveChanges' } },
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery([]), checkShape, expectRevision, takeUpload],
    beforeChange: [claimNextRevision, assignOwner, requireKnownReferences, placeUpload],
    afterChange: [cascadeWhenChanged(['credit', 'alt', 'caption', 'licence', 'syndicable', 'focalX', 'focalY'])],
    beforeDelete: [claimBeforeDelete, keepReferenced],
    afterDelete: [removeDeleted],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    altField,
    { name: 'caption', type: 'textarea', maxLength: 2000, admin: { description: 'The line under the picture.' } },
    { name: 'credit', type: 'text', maxLength: 300, admin: { description: 'Who made it, as it has to be printed.' } },
    { name: 'licence', type: 'text', maxLength: 300, admin: { description: 'The terms under which we use it.' } },
    syndicableField,
    renditionsField,
    earlierDigestsField,
    renditionStateField,
    fileKeyField,
    sourceDigestField,
    ownerField,
    notesField,
  ],
};
