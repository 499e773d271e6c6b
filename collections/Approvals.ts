/** The frozen text of each approval. Versions are pruned and drafts move on; this is what was approved, for good. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Approvals = serverOwned({
  slug: 'approvals',
  labels: { singular: 'Approval', plural: 'Approvals' },
  graphQL: { singularName: 'Approval', pluralName: 'Approvals' },
  typescript: { interface: 'Approval' },
  description: 'Each approved text, as it was frozen.',
  fields: [
    pointer('article', { index: true }),
    { name: 'content', type: 'json' },
    { name: 'contentDigest', type: 'text', required: true },
    { name: 'documents', type: 'json' },
    { name: 'by', type: 'json', required: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
});
