/** Questions whose address, method or wishes are wrong. Without them a stray request could be a failure of ours, or somebody else's answer. */
import { newId } from '../../src/domain/ids.ts';
import { asking, jsonRoutes, otherRoutes, type BadQuestion, type There } from './question.ts';

const missing = (path: string): BadQuestion => ({ path, status: 404, code: 'not-found' });

/** Ids, names and numbers of nothing. */
export function namesOfNothing({ id, language, slug }: There): BadQuestion[] {
  const nobody = newId();
  return [
    ...[nobody, 'none', '1', id.toUpperCase(), id.slice(1), `${id}0`, '4b1c1e0a-5f0e-4f0b-9b55-1d4f0f4f7d11', '00000000-0000-0000-0000-000000000000'].map(
      (name) => missing(`/v1/articles/${name}`),
    ),
    ...['.pdf', '.xml', '.JSON', '.ninjs', '.', '.json.', '.html.md'].map((extension) => missing(`/v1/articles/${id}${extension}`)),
    ...[`/v1/articles/${nobody}/editions`, `/v1/articles/none/editions/1`, `/v1/articles/${id}/nothing`].map(missing),
    ...['0', '2', '-1', '1.5', '01', '1e0', 'x', '99999999999999999999'].map((revision) => missing(`/v1/articles/${id}/editions/${revision}`)),
    ...[`/v1/articles/fr/${slug}`, `/v1/articles/${language}/nothing`, `/v1/articles/no_language/${slug}`, `/v1/articles/${language}/${slug}.pdf`].map(missing),
    ...['excerpts', 'commentaries', 'authors', 'outlets', 'topics'].flatMap((kind) => [missing(`/v1/${kind}/${nobody}`), missing(`/v1/${kind}/none`)]),
    ...['authors', 'outlets', 'sources', 'topics'].map((kind) => missing(`/feeds/${kind}/none.rss`)),
    ...['/feeds/articles', '/feeds/articles.xml', '/feeds/articles.rss2', '/feeds/corrections.ninjs.json', '/feeds/nothing.rss', '/feeds'].map(missing),
    ...[
      '/sitemaps/1999-1.xml',
      '/sitemaps/2026-0.xml',
      '/sitemaps/x.xml',
      '/sitemap',
      '/v1/docs/errors/nothing',
      '/v1/docs/errors/constructor',
      '/v1/docs/nothing',
    ].map(missing),
    ...['/v1', '/v2/articles', '/v1/Articles', '/v1/articles/', '/v1/nothing', '/v1/search/quay'].map(missing),
  ];
}

/** Addresses that are not well formed. */
export function malformedAddresses({ id, language }: There): BadQuestion[] {
  const malformed = (path: string): BadQuestion => ({ path, status: 400, code: 'malformed-address' });
  const broken = ['%', '%z', '%zz', '%ff', '%C3%28', '%E0%A4%A', '%ED%A0%80', '%00'];
  return [
    ...broken.flatMap((piece) => [
      malformed(`/v1/articles/${piece}`),
      malformed(`/v1/articles/${language}/${piece}`),
      malformed(`/feeds/authors/${piece}.rss`),
    ]),
    ...broken
      .slice(0, 7)
      .flatMap((piece) => [malformed(`/v1/articles?topic=${piece}`), malformed(`/v1/search?q=${piece}`), malformed(`/v1/articles/${id}?x=${piece}`)]),
    ...[
      '/v1//articles',
      '//v1/articles',
      '/v1/./articles',
      '/v1/../v1/articles',
      '/v1/articles/..',
      '/v1/%2e%2e/v1/articles',
      '/feeds//articles.rss',
      '/feeds/../feeds/articles.rss',
    ].map(malformed),
  ];
}

/** Longer than a URL may be. */
export function longAddresses({ id }: There): BadQuestion[] {
  const long = (path: string): BadQuestion => ({ path, status: 414, code: 'address-too-long' });
  const much = 'x'.repeat(9_000);
  return [
    ...['outlet', 'source', 'author', 'topic', 'writtenFor', 'language', 'q', 'cursor', 'fields', 'nothing'].map((name) =>
      long(`/v1/articles?${name}=${much}`),
    ),
    ...[
      '/v1/search?q=',
      '/v1/corrections?cursor=',
      '/v1/authors?language=',
      '/feeds/articles.rss?utm_source=',
      '/sitemap.xml?x=',
      '/robots.txt?',
      '/?',
      `/v1/articles/${id}.html?`,
    ].map((path) => long(path + much)),
    ...['/v1/articles/', '/v1/articles/en/', '/v1/authors/', '/feeds/topics/', '/sitemaps/', '/v1/docs/errors/'].map((path) => long(path + much)),
  ];
}

/** Everything is read, and nothing is written. */
export function methods(there: There): BadQuestion[] {
  const wrong = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  return [...jsonRoutes(there), ...otherRoutes(there)].flatMap((path, place) =>
    [0, 1].map((more) => ({ path, method: wrong[(place + more) % wrong.length] ?? 'POST', status: 405, code: 'method-not-allowed', allow: 'GET, HEAD' })),
  );
}

/** Media types in which there is nothing. */
export function wishes(there: There): BadQuestion[] {
  const routes = jsonRoutes(there);
  const named = routes.filter((path) => !/\.(json|md|jsonld)$/.test(path) || path === '/v1/openapi.json');
  const refused = (path: string, accept: string): BadQuestion => ({ path, status: 406, code: 'not-acceptable', headers: { Accept: accept } });
  return [
    ...named.map((path) => refused(path, 'image/png')),
    ...[
      'text/csv',
      'application/json;q=0',
      'application/jsonp',
      'text/event-stream',
      'nonsense/*',
      'application/json;version=2;q=0',
      'text/turtle, application/rdf+xml',
    ].map((accept) => refused('/v1/articles', accept)),
    ...['application/json', 'text/html', 'text/plain'].map((accept) => refused('/v1/stream', accept)),
    ...['text/html', 'text/markdown', 'application/xml'].map((accept) => refused(asking('/v1/search', 'q=quay'), accept)),
  ];
}
