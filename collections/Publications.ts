/** The mark that a story went out: what the sequencer copies into the ledger, each row once. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Publications = serverOwned({
  slug: 'publications',
  labels: { singular: 'Publication', plural: 'Publications' },
  graphQL: { singularName: 'Publication', pluralName: 'Publications' },
  typescript: { interface: 'Publication' },
  description: 'Each time a story went out, was corrected or was taken back.',
  indexes: [{ fields: ['article', 'number'], unique: true }],
  fields: [
    pointer('article', { index: true }),
    { name: 'number', type: 'number', required: true },
    { name: 'approval', type: 'text' },
    { name: 'kind', type: 'select', required: true, options: ['published', 'updated', 'corrected', 'withdrawn', 'killed'] },
    { name: 'notice', type: 'textarea' },
    { name: 'by', type: 'json', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'embargoUntil', type: 'date' },
    { name: 'firstPublishedAt', type: 'date' },
    { name: 'backfill', type: 'checkbox', required: true, defaultValue: false },
  ],
});
