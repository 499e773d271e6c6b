/** What a picture's files are and how far they have come: written by the upload and the worker, read by whoever shows the picture. */
import type { Field } from 'payload';
import type { PictureFile } from '../../src/domain/pictures.ts';
import { editorialField, never } from '../access/rules.ts';

/** Every file of the picture, each with its address. */
export const renditionsField: Field = {
  name: 'renditions',
  type: 'json',
  access: { create: never, update: never },
  admin: { hidden: true },
  hooks: {
    afterRead: [
      ({ req, value }) => {
        const { serverURL, routes } = req.payload.config;
        const address = (file: string) => `${serverURL}${routes.api}/media/file/${file}`;
        return Array.isArray(value) ? (value as PictureFile[]).map((file) => ({ ...file, url: address(file.file) })) : (value as unknown);
      },
    ],
  },
};

/** SHA-256 by name of size, of pictures from before `renditions` were kept. Nothing writes it any more. */
export const earlierDigestsField: Field = {
  name: 'digests',
  type: 'json',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};

/** Whether AVIF and WebP are there yet. */
export const renditionStateField: Field = {
  name: 'renditionState',
  type: 'select',
  options: ['pending', 'ready', 'failed'],
  access: { create: never, update: never, read: editorialField },
  admin: {
    position: 'sidebar',
    readOnly: true,
    components: { Field: '/src/admin/PictureState.tsx#PictureState', Cell: '/src/admin/PictureStateCell.tsx#PictureStateCell' },
  },
};

/** SHA-256 of the file as it was sent, which nobody keeps: by it an import knows a picture that the newsroom has. */
export const sourceDigestField: Field = {
  name: 'sourceDigest',
  type: 'text',
  index: true,
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};

/** What the names of the picture's files have in common, and by which a file finds its picture. */
export const fileKeyField: Field = {
  name: 'fileKey',
  type: 'text',
  index: true,
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};
