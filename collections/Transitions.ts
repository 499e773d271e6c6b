/** Who moved which story from where to where, when and why. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Transitions = serverOwned({
  slug: 'transitions',
  labels: { singular: 'Transition', plural: 'Transitions' },
  graphQL: { singularName: 'Transition', pluralName: 'Transitions' },
  typescript: { interface: 'Transition' },
  description: 'The record of every step.',
  fields: [
    pointer('article', { index: true }),
    pointer('transition'),
    { name: 'from', type: 'json', required: true },
    { name: 'to', type: 'json', required: true },
    { name: 'by', type: 'json', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'reason', type: 'textarea' },
    { name: 'notice', type: 'textarea' },
    { name: 'scheduledFor', type: 'date' },
  ],
});
