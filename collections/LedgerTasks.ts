/** What the ledger still has to be told, written in the transaction that causes it: without it the sequencer would have to search all that was ever published. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const LedgerTasks = serverOwned({
  slug: 'ledger-tasks',
  labels: { singular: 'Ledger task', plural: 'Ledger tasks' },
  graphQL: { singularName: 'LedgerTask', pluralName: 'LedgerTasks' },
  typescript: { interface: 'LedgerTask' },
  description: 'What is on its way into the ledger.',
  fields: [
    { name: 'task', type: 'select', required: true, options: ['publication', 'release', 'cascade'] },
    pointer('subject'),
    { name: 'article', type: 'text' },
    { name: 'dueAt', type: 'date', required: true, index: true },
    { name: 'reached', type: 'text' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'problem', type: 'text' },
  ],
});
