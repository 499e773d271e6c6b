/** Which node does what only one of them should do at a time, and until when the others leave it to that node. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Leases = serverOwned({
  slug: 'leases',
  labels: { singular: 'Lease', plural: 'Leases' },
  graphQL: { singularName: 'Lease', pluralName: 'Leases' },
  typescript: { interface: 'Lease' },
  description: 'Work that is in one hand at a time.',
  fields: [pointer('name', { unique: true }), { name: 'owner', type: 'text' }, { name: 'heldUntil', type: 'date' }],
});
