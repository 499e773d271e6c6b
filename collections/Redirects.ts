/** Which story stood at an address of a newsroom's old site: without it every old link would lead nowhere. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const Redirects = serverOwned({
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  graphQL: { singularName: 'Redirect', pluralName: 'Redirects' },
  typescript: { interface: 'Redirect' },
  description: 'Addresses of imported stories on the site they came from.',
  indexes: [{ fields: ['host', 'path'], unique: true }],
  fields: [pointer('host'), pointer('path'), pointer('article', { index: true })],
});
