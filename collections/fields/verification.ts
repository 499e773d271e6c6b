/** What a quote is proved by, and whether it is: the capture of its source, and what came of looking for its words there. */
import type { Field } from 'payload';
import { editorialField, never, restoredOnly } from '../access/rules.ts';
import { addressField } from './story.ts';

/** The source as somebody captured it; who and when is the server's to say. */
export const snapshotField: Field = {
  name: 'snapshot',
  type: 'group',
  access: { create: editorialField, update: editorialField, read: editorialField },
  admin: {
    description:
      'The whole report as it stands at its source, with its headline and date, pasted as text. The quote is looked for in it on every save. ' +
      'Never published.',
  },
  fields: [
    { name: 'text', type: 'textarea' },
    {
      name: 'capturedBy',
      type: 'relationship',
      relationTo: 'users',
      access: { create: never, update: restoredOnly },
      admin: { readOnly: true, description: 'Who pasted it; the newsroom notes this by itself.' },
    },
    {
      name: 'capturedAt',
      type: 'date',
      access: { create: never, update: restoredOnly },
      admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
    addressField('sourceUrl', 'Where the text was captured.'),
  ],
};

/** The result, for readers too. */
export const verificationField: Field = {
  name: 'verification',
  type: 'select',
  options: ['unverified', 'verified', 'mismatch'],
  defaultValue: 'unverified',
  access: { create: never, update: never },
  admin: {
    readOnly: true,
    description: 'Whether the quote was found, word for word, in the captured source.',
    components: {
      Field: '/src/admin/quotes/QuoteVerification.tsx#QuoteVerification',
      Cell: '/src/admin/quotes/VerificationCell.tsx#VerificationCell',
    },
  },
};

/** Where each paragraph was found, and what differs where it was not (src/domain/quotes/check.ts). */
export const quoteCheckField: Field = {
  name: 'quoteCheck',
  type: 'json',
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
};
