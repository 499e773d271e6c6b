/** Without this file a parameter of REST could show what the plain list does not: every way to ask a collection for its documents. */
import type { SanitizedCollectionConfig } from 'payload';
import type { Question } from './ask.ts';
import { fieldsOf } from './config.ts';

const override = { 'X-HTTP-Method-Override': 'GET' };
const locales = ['', '&locale=all', '&locale=fr', '&locale=fr&fallback-locale=none', '&locale=tlh'];

/** All questions about the documents of one collection; `ids` are those of documents in it. */
export function restDoors(collections: readonly SanitizedCollectionConfig[], slug: string, ids: readonly string[]): Question[] {
  const { flattenedFields = [] } = collections.find((one) => one.slug === slug) ?? {};
  const names = [...new Set(fieldsOf(flattenedFields).map(({ path }) => path))];
  const tops = flattenedFields.map(({ name }) => name);
  const base = `/api/${slug}`;
  const all = (parameter: string, of: readonly string[]) => of.map((name) => `${parameter}[${name.replaceAll('.', '][')}]=true`).join('&');
  const populate = collections.flatMap((one) => one.flattenedFields.map(({ name }) => `populate[${one.slug}][${name}]=true`));
  const queries = [
    ...[0, 1, 2].flatMap((depth) => locales.map((locale) => `limit=100&depth=${String(depth)}${locale}`)),
    'depth=3',
    'limit=1&page=2',
    'limit=1&pagination=false',
    'draft=true',
    'draft=true&depth=2&limit=100',
    'draft=1',
    'trash=true',
    'joins[versions][limit]=10',
    'showHiddenFields=true',
    'overrideAccess=true&limit=100',
    'user=1&overrideLock=false',
    `limit=100&depth=2&${all('select', names)}`,
    ...chunks(populate, 60).map((some) => `limit=100&depth=2&${some.join('&')}`),
    ...names.flatMap((name) => [`sort=-${name}&limit=100&depth=0`, `where[${name}][exists]=true&limit=100&depth=0`]),
    'where[or][0][id][exists]=true&where[or][1][notes][exists]=true&limit=100',
    'where[or][0][and][0][publicFrom][exists]=false&limit=100',
    'where[_status][equals]=draft&draft=true',
    'where=abc',
    'where[id][near]=1',
    'where[id][nothing]=1',
    'where[nothing][equals]=1',
    'sort=nothing',
    'limit=1e400',
    'limit=0',
    'field=notes',
  ];
  return [
    { path: base },
    ...queries.map((query) => ({ path: `${base}?${query}` })),
    ...['count', 'versions', 'versions/count', 'distinct', 'access', 'init', 'me', 'export', 'tree', 'unlock', 'file'].map((name) => ({
      path: `${base}/${name}?limit=100&depth=2`,
    })),
    { path: `${base}/count?where[notes][exists]=true` },
    { path: base, body: 'limit=100&depth=2', headers: override },
    { path: base, body: 'limit=100&depth=2&draft=true', headers: override },
    { path: base, body: { limit: '100', where: { notes: { exists: 'true' } } }, headers: override },
    { path: base, body: 'limit=100', headers: { 'X-Payload-HTTP-Method-Override': 'GET' } },
    { path: base, body: {} },
    { path: base, method: 'OPTIONS' },
    ...['1', 'nobody', "'", '0197f3c0-0000-7000-8000-000000000000', '%00', '[object Object]'].map((id) => ({ path: `${base}/${id}` })),
    ...ids.flatMap((id) => oneDocument(base, id, tops)),
  ];
}

function oneDocument(base: string, id: string, tops: readonly string[]): Question[] {
  const one = `${base}/${id}`;
  return [
    ...['', '?depth=2', '?depth=2&locale=all', '?draft=true&depth=2', '?draft=true&locale=all', '?trash=true', '?showHiddenFields=true'].map((query) => ({
      path: `${one}${query}`,
    })),
    { path: `${one}?depth=1&${tops.map((name) => `select[${name}]=true`).join('&')}` },
    { path: `${base}/versions?where[parent][equals]=${id}` },
    { path: `${base}/versions/${id}` },
    { path: `${base}/access/${id}`, body: {} },
    { path: `${base}?where[id][equals]=${id}&depth=2` },
    { path: `${base}?where[id][equals]=${id}&depth=2&draft=true` },
    { path: one, body: 'depth=2', headers: override },
    { path: one, method: 'PATCH', body: { title: 'x', name: 'x', rev: 1 }, headers: { 'If-Match': '"0"' } },
    { path: `${one}/duplicate`, body: {} },
    { path: `${base}/versions/${id}`, body: {} },
    { path: `${one}/versions` },
  ];
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
