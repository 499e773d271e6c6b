/** What was published, for good: one signed entry after the other. Only src/ledger writes here, below Payload, and only at the end. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const LedgerEntries = serverOwned({
  slug: 'ledger',
  labels: { singular: 'Ledger entry', plural: 'Ledger' },
  graphQL: { singularName: 'LedgerEntry', pluralName: 'LedgerEntries' },
  typescript: { interface: 'LedgerRow' },
  description: 'Everything that went out, in order, each entry signed.',
  indexes: [{ fields: ['articleId', 'type', 'seq'] }],
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true },
    pointer('source', { unique: true }),
    // Of an edition its story and revision, of any other entry its source: a unique index that both databases read alike, unlike one with nulls.
    pointer('onlyOnce', { unique: true }),
    { name: 'type', type: 'select', required: true, options: ['edition', 'release', 'entitlement'] },
    { name: 'articleId', type: 'text' },
    { name: 'revision', type: 'number' },
    { name: 'header', type: 'json', required: true },
    { name: 'content', type: 'json' },
    { name: 'signature', type: 'text', required: true },
  ],
});
