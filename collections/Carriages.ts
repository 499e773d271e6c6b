/** Which documents each story carries to readers, and from when: what `publicFrom` is the minimum of. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Carriages = serverOwned({
  slug: 'carriages',
  labels: { singular: 'Carriage', plural: 'Carriages' },
  graphQL: { singularName: 'Carriage', pluralName: 'Carriages' },
  typescript: { interface: 'Carriage' },
  description: 'What each published story carries, and since when.',
  indexes: [{ fields: ['article', 'collection', 'document'], unique: true }, { fields: ['document', 'releaseAt'] }, { fields: ['document', 'article'] }],
  fields: [pointer('article', { index: true }), pointer('collection'), pointer('document'), { name: 'releaseAt', type: 'date' }],
});
