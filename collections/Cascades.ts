/** The mark of a changed name: the sequencer makes new editions of every live story that shows it. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Cascades = serverOwned({
  slug: 'cascades',
  labels: { singular: 'Cascade', plural: 'Cascades' },
  graphQL: { singularName: 'Cascade', pluralName: 'Cascades' },
  typescript: { interface: 'Cascade' },
  description: 'Changed names that live stories show.',
  fields: [
    pointer('collection'),
    pointer('document', { index: true }),
    { name: 'by', type: 'json', required: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
});
