/** Which story an address belongs to: reserved while a draft holds it, for good once published. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Slugs = serverOwned({
  slug: 'slugs',
  labels: { singular: 'Slug', plural: 'Slugs' },
  graphQL: { singularName: 'Slug', pluralName: 'Slugs' },
  typescript: { interface: 'Slug' },
  description: 'The addresses of stories, old ones included.',
  indexes: [{ fields: ['language', 'slug'], unique: true }],
  fields: [
    pointer('language'),
    pointer('slug'),
    pointer('article', { index: true }),
    { name: 'published', type: 'checkbox', required: true, defaultValue: false },
  ],
});
