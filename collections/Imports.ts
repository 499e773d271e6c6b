/** Which document of a newsroom became which story: without it importing twice would make every story twice. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Imports = serverOwned({
  slug: 'imports',
  labels: { singular: 'Import', plural: 'Imports' },
  graphQL: { singularName: 'ImportRecord', pluralName: 'ImportRecords' },
  typescript: { interface: 'ImportRecord' },
  description: 'Each imported document, its story, and its text at the last import.',
  indexes: [{ fields: ['key', 'number'], unique: true }],
  fields: [
    pointer('key'),
    { name: 'number', type: 'number', required: true },
    pointer('article', { index: true }),
    pointer('digest', { index: true }),
    { name: 'reading', type: 'json', required: true },
    { name: 'revisions', type: 'json', required: true },
    { name: 'at', type: 'date', required: true },
  ],
});
