/** Questions whose parameters are wrong: unknown, malformed, out of range, given twice. Without them a typing error could be a wrong answer. */
import { asking, jsonRoutes, type BadQuestion, type There } from './question.ts';

const bad = (path: string, parameter: string, code = 'bad-parameter'): BadQuestion => ({ path, status: 400, code, parameter });
const each = (paths: readonly string[], parameter: string, values: readonly string[], code?: string): BadQuestion[] =>
  paths.flatMap((path) => values.map((value) => bad(asking(path, `${parameter}=${encodeURIComponent(value)}`), parameter, code)));

const lists = ['/v1/articles', '/v1/search?q=quay'];
const paged = [...lists, '/v1/corrections', '/v1/authors', '/v1/outlets', '/v1/topics'];

/** Misspelt, of another API, or of another route. */
export function unknownParameters(there: There): BadQuestion[] {
  const misspelt = ['limt', 'page', 'utm_source', 'Limit', 'fields[]'];
  return [
    ...jsonRoutes(there).map((path, place) =>
      bad(asking(path, `${misspelt[place % misspelt.length] ?? ''}=1`), misspelt[place % misspelt.length] ?? '', 'unknown-parameter'),
    ),
    ...['sorted', 'offset', 'topics', 'lang', 'writtenfor', 'facets', 'depth', 'where[title][equals]', '', 'constructor', '__proto__', 'toString'].map((name) =>
      bad(asking('/v1/articles', `${encodeURIComponent(name)}=1`), name, 'unknown-parameter'),
    ),
  ];
}

export function malformedValues(): BadQuestion[] {
  const fifty = Array.from({ length: 51 }, (_, place) => `slug-${place}`).join(',');
  return [
    ...each(lists, 'sort', ['', 'newest', 'title', '-title', 'firstPublishedAt,updatedAt', 'RELEVANCE']),
    ...each(lists, 'view', ['', 'all', 'Full']),
    ...each(lists, 'count', ['', '1', 'yes', 'TRUE']),
    ...each(['/v1/search?q=quay'], 'facets', ['', '0', 'no']),
    ...each(lists, 'fields', ['', 'titel', 'title,', 'title,,slug', 'excerpts.quote', '__proto__']),
    ...['outlet', 'source', 'author', 'topic', 'writtenFor'].flatMap((name) => each(['/v1/articles'], name, ['', ',', 'a,', ' , ', fifty, 'x'.repeat(201)])),
    ...each(['/v1/articles', '/v1/search'], 'q', ['', ' ', '""', '***', '!?', 'x'.repeat(1001)]),
    ...each(['/v1/articles', '/v1/search'], 'q', [Array.from({ length: 33 }, (_, place) => `word${place}`).join(' ')], 'too-many-words'),
    bad('/v1/articles?sort=relevance', 'sort'),
    bad('/v1/search', 'q'),
    bad('/v1/search?limit=5', 'q'),
  ];
}

export function limitsOutOfRange({ author, outlet, topic }: There): BadQuestion[] {
  const feeds = [
    '/feeds/articles.rss',
    '/feeds/corrections.json',
    `/feeds/authors/${author}.atom`,
    `/feeds/outlets/${outlet}.rss`,
    `/feeds/sources/${outlet}.rss`,
    `/feeds/topics/${topic}.json`,
  ];
  return [
    ...each(paged, 'limit', ['0', '-1', '101', '1.5', '1e2', '']),
    ...each(['/v1/articles'], 'limit', ['x', '+5', '0x10', ' 5', '5 ', '999999999999', 'Infinity', 'NaN', '١٠', '1,2', 'null', 'true', '[]']),
    ...each(feeds, 'limit', ['0', '101', 'all', '']),
  ];
}

export function dates(): BadQuestion[] {
  const wrong = [
    '',
    'yesterday',
    '2024',
    '2024-03',
    '2024-13-01',
    '2024-02-30',
    '2024-3-1',
    '12.03.2024',
    '20240312',
    '2024-03-12T09:30:00',
    '2024-03-12T25:00:00Z',
    '2024-03-12T09:30:00+25:00',
    '2024-03-12 09:30:00Z',
    '1710235800',
  ];
  return [
    ...each(lists, 'from', wrong),
    ...each(['/v1/articles'], 'to', wrong),
    bad('/v1/articles?from=2024-03-12&to=2024-03-11', 'to'),
    bad('/v1/search?q=quay&from=2024-03-12&to=2024-03-11', 'to'),
    bad('/v1/articles?from=2024-03-12T10:00:00Z&to=2024-03-12T09:00:00Z', 'to'),
  ];
}

export function languages(): BadQuestion[] {
  const wrong = ['', 'en_GB', 'e', '123', '-en', 'en-', 'en GB', '*', 'englishlanguage', 'en-GB-'];
  return [
    ...each([...lists, '/v1/corrections'], 'language', [...wrong, 'en,', 'en,,fr', 'en,e']),
    ...each(['/v1/authors', '/v1/outlets', '/v1/topics'], 'language', [...wrong, 'en,fr']),
    ...each(['/feeds/articles.rss', '/feeds/corrections.atom'], 'language', wrong),
  ];
}

export function givenTwice({ author }: There): BadQuestion[] {
  const values: Readonly<Record<string, string>> = {
    ...{ outlet: 'a', source: 'a', author: 'a', topic: 'a', writtenFor: 'a', language: 'en', from: '2024-03-12', to: '2024-03-12', q: 'quay' },
    ...{ sort: 'updatedAt', limit: '5', cursor: 'x', fields: 'id', view: 'full', count: 'true' },
  };
  const twice = (path: string, name: string, value: string) => bad(asking(path, `${name}=${value}&${name}=${value}`), name);
  return [
    ...Object.entries(values).map(([name, value]) => twice('/v1/articles', name, value)),
    ...['/v1/corrections', '/v1/authors', '/v1/outlets', '/v1/topics', '/feeds/articles.rss', `/feeds/authors/${author}.json`].flatMap((path) => [
      twice(path, 'limit', '5'),
      twice(path, 'language', 'en'),
    ]),
    bad('/v1/search?q=quay&q=ferry', 'q'),
    bad('/v1/search?q=quay&facets=true&facets=false', 'facets'),
  ];
}

/** Forged, cut, changed, or of another question. */
export function cursors({ cursors: known }: There): BadQuestion[] {
  const entries = Object.entries(known);
  const [, own = ''] = entries.find(([question]) => question === '/v1/articles?limit=1') ?? [];
  const forged = [
    'x',
    '0',
    'null',
    '!!!',
    'e30',
    'W10',
    '../../etc/passwd',
    "' OR 1=1 --",
    Buffer.from('[0,0]').toString('base64url'),
    Buffer.from('000000000000[0,0]').toString('base64url'),
  ];
  const changed = [own.slice(0, -1), own.slice(1), `${own}x`, `${own}=`, own.toUpperCase(), ` ${own}`, `${own},${own}`];
  const withoutLimit = (question: string) => question.replace(/[?&]limit=1/, '');
  return [
    ...each(paged, 'cursor', ['', 'x'.repeat(1001)]),
    ...each(['/v1/articles'], 'cursor', [...forged, ...changed], 'bad-cursor'),
    ...each(paged.slice(1), 'cursor', forged.slice(0, 4), 'bad-cursor'),
    ...entries.flatMap(([question]) =>
      entries
        .filter(([other]) => other !== question)
        .map(([, cursor]) => bad(asking(withoutLimit(question).replace(/^([^?&]*)&/, '$1?'), `cursor=${cursor}`), 'cursor', 'bad-cursor')),
    ),
  ];
}
