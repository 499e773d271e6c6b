/** Pictures, in the sizes that pages need, with the words and the rights that go with them. */
import type { CollectionConfig } from 'payload';
import { assignOwner } from './hooks/assignOwner.ts';
import { cascadeWhenChanged } from './hooks/carriedParts.ts';
import { checkShape } from './hooks/checkShape.ts';
import { claimNextRevision } from './hooks/claimRevision.ts';
import { digestFiles } from './hooks/digestFiles.ts';
import { expectRevision } from './hooks/expectRevision.ts';
import { tagRevision } from './hooks/tagRevision.ts';
import { guardAnonymousQuery } from './hooks/guardAnonymousQuery.ts';
import { keepReferenced } from './hooks/keepReferenced.ts';
import { requireKnownReferences } from './hooks/requireKnownReferences.ts';
import { deskOrOwner, editorial, editorialField, never, released } from './access/rules.ts';
import { idField, publicFromField, revField } from './fields/identity.ts';
import { notesField, ownerField } from './fields/staff.ts';
import { syndicableField } from './fields/story.ts';

/** Pixels that sharp may decode: a 50-megapixel photo passes, a decompression bomb does not. */
const MAX_PIXELS = 60_000_000;

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  graphQL: { singularName: 'Media', pluralName: 'AllMedia' },
  typescript: { interface: 'Media' },
  defaultSort: '-createdAt',
  disableBulkEdit: true,
  access: { create: editorial, read: released, update: deskOrOwner, delete: deskOrOwner, unlock: never },
  upload: {
    staticDir: 'media',
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    focalPoint: true,
    crop: false,
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: 'thumbnail',
    constructorOptions: { limitInputPixels: MAX_PIXELS, failOn: 'error' },
    imageSizes: [
      { name: 'thumbnail', width: 320, formatOptions: { format: 'jpeg', options: { quality: 80, mozjpeg: false } }, withoutEnlargement: true },
      { name: 'card', width: 800, formatOptions: { format: 'jpeg', options: { quality: 82 } }, withoutEnlargement: true },
      { name: 'hero', width: 1600, formatOptions: { format: 'jpeg', options: { quality: 84 } }, withoutEnlargement: true },
    ],
  },
  admin: {
    useAsTitle: 'alt',
    group: 'Stories',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    listSearchableFields: ['alt', 'filename', 'credit'],
    description: 'Pictures for stories and authors. Readers see one only while a story that shows it is out.',
  },
  hooks: {
    afterOperation: [tagRevision],
    beforeOperation: [guardAnonymousQuery([]), checkShape, expectRevision],
    beforeChange: [claimNextRevision, assignOwner, requireKnownReferences, digestFiles],
    afterChange: [cascadeWhenChanged(['credit', 'alt', 'caption'])],
    beforeDelete: [keepReferenced],
  },
  fields: [
    idField,
    revField,
    publicFromField,
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: 1000,
      admin: { description: 'What the picture shows, for those who cannot see it.' },
    },
    { name: 'caption', type: 'textarea', maxLength: 2000, admin: { description: 'The line under the picture.' } },
    { name: 'credit', type: 'text', maxLength: 300, admin: { description: 'Who made it, as it has to be printed.' } },
    { name: 'licence', type: 'text', maxLength: 300, admin: { description: 'The terms under which we use it.' } },
    syndicableField,
    {
      name: 'digests',
      type: 'json',
      access: { create: never, update: never, read: editorialField },
      admin: { hidden: true },
    },
    ownerField,
    notesField,
  ],
};
