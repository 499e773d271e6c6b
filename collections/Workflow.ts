/** Where each story stands: one row per article, beside the document, so that restoring an old version restores no old stage. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Workflow = serverOwned({
  slug: 'workflow',
  labels: { singular: 'Workflow', plural: 'Workflows' },
  graphQL: { singularName: 'Workflow', pluralName: 'Workflows' },
  typescript: { interface: 'Workflow' },
  description: 'The stage of every story.',
  fields: [
    pointer('article', { unique: true }),
    { name: 'work', type: 'select', required: true, index: true, options: ['draft', 'in_review', 'approved', 'scheduled'] },
    { name: 'publication', type: 'select', required: true, index: true, options: ['none', 'live', 'withdrawn', 'killed'] },
    { name: 'approval', type: 'text' },
    { name: 'published', type: 'text' },
    { name: 'number', type: 'number', required: true, defaultValue: 0 },
    { name: 'firstPublishedAt', type: 'date' },
    { name: 'scheduledFor', type: 'date', index: true },
    { name: 'releaseAt', type: 'date' },
    { name: 'releaseDue', type: 'date', index: true },
    { name: 'lastEditedBy', type: 'text' },
    { name: 'changedAt', type: 'date', index: true },
    { name: 'leaseOwner', type: 'text' },
    { name: 'leaseUntil', type: 'date' },
    { name: 'nextAttemptAt', type: 'date' },
    { name: 'problem', type: 'json' },
  ],
});
