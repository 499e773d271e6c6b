/** Which processes work on this database now: without it a second one with another secret or another store of media would answer as if nothing were wrong. */
import { admins, never } from './access/rules.ts';
import { serverOwned } from './fields/serverOwned.ts';

export const Nodes = {
  ...serverOwned({
    slug: 'nodes',
    labels: { singular: 'Node', plural: 'Nodes' },
    graphQL: { singularName: 'Node', pluralName: 'Nodes' },
    typescript: { interface: 'Node' },
    description: 'Each running process: since when, last seen, and fingerprints of what all of them have to share.',
    fields: [
      { name: 'startedAt', type: 'date', required: true },
      { name: 'seenAt', type: 'date', required: true, index: true },
      { name: 'secret', type: 'text', required: true },
      { name: 'media', type: 'text', required: true },
    ],
  }),
  access: { create: never, read: admins, update: never, delete: never, unlock: never },
};
