/** Without this file only the front doors would be tried: transitions, accounts, conflicts, files, pages and what is said of nothing. */
import { TRANSITIONS } from '../../src/editorial/stages.ts';
import type { Question } from './ask.ts';

const nobody = '0197f3c0-0000-7000-8000-000000000000';

/** Transitions of each story, by somebody who may not. */
export function transitionDoors(articles: readonly string[]): Question[] {
  return [...articles, nobody].flatMap((id) =>
    TRANSITIONS.flatMap((transition) => [
      { path: `/api/articles/${id}/${transition}`, body: { reason: 'x', notice: 'x', at: '2093-01-01T00:00:00Z' }, headers: { 'If-Match': '"1"' } },
      { path: `/api/articles/${id}/${transition}` },
    ]),
  );
}

/** What is published of each story, by every address of /v1. */
export function publishedDoors(articles: readonly string[]): Question[] {
  const below = ['', '/editions', '/editions/1', '/editions/2', '/editions/99'];
  return [...articles, nobody].flatMap((id) => below.map((path) => ({ path: `/v1/articles/${id}${path}` })));
}

/** What accounts answer to somebody who tries. */
export function accountDoors(email: string): Question[] {
  const password = 'not the password at all';
  return [
    ...['me', 'init', 'access', 'count', 'verify/token'].map((name) => ({ path: `/api/users/${name}` })),
    { path: '/api/users/refresh-token', body: {} },
    { path: '/api/users/logout', body: {} },
    { path: '/api/users/login', body: { email, password } },
    { path: '/api/users/login', body: {} },
    { path: '/api/users/login', body: { email: [email], password } },
    { path: '/api/users/forgot-password', body: { email } },
    { path: '/api/users/unlock', body: { email } },
    { path: '/api/users/reset-password', body: { token: 'x', password } },
    { path: '/api/users/first-register', body: { email, password } },
    { path: '/api/users', body: { email, password, roles: ['admin'] } },
    { path: '/api/users/verify/x', body: {} },
  ];
}

/** Documents that would collide with what is there, and records of the newsroom's own. */
export function conflictDoors(taken: { slug: string; outletSlug: string }): Question[] {
  return [
    { path: '/api/articles', body: { title: 'x', slug: taken.slug, language: 'en' } },
    { path: '/api/outlets', body: { name: 'x', slug: taken.outletSlug } },
    { path: '/api/slugs', body: { slug: taken.slug, language: 'en', article: nobody } },
    ...['articles-list', 'nav', 'articles'].map((key) => ({ path: `/api/payload-preferences/${key}` })),
    { path: '/api/payload-jobs/run' },
    { path: '/api/payload-jobs/handle-schedules' },
    { path: '/api/access' },
    { path: '/api/og?title=x' },
    { path: '/api' },
    { path: '/api/nothing' },
    { path: '/api/globals/nothing' },
  ];
}

/** Pages and routes beside the API. */
export function pageDoors(): Question[] {
  const paths = [
    '/',
    '/livez',
    '/readyz',
    '/metrics',
    '/robots.txt',
    '/sitemap.xml',
    '/sitemap-news.xml',
    '/favicon.ico',
    '/nothing',
    '/admin',
    '/media',
    '/.well-known/jwks.json',
  ];
  const later = [
    '/v1/ledger-head',
    '/v1/articles',
    '/v1/articles/en/nothing',
    '/v1/search?q=a',
    '/v1/changes',
    '/v1/snapshot',
    '/v1/corrections',
    '/v1/openapi.json',
    '/v1/docs',
    '/v1/docs/errors',
    '/v1/docs/errors/not-found',
    '/v1/graphql',
    '/feeds/articles.rss',
    '/feeds/articles.json',
  ];
  return [...paths, ...later].map((path) => ({ path }));
}

/** A picture's file. */
export function fileDoors(names: readonly string[]): Question[] {
  return names.flatMap((name) => {
    const path = `/api/media/file/${name}`;
    return [
      { path },
      { path: `${path}?prefix=` },
      { path: `${path}?prefix[not_equals]=x` },
      { path, headers: { Range: 'bytes=0-99' } },
      { path: `${path}?depth=2&draft=true` },
    ];
  });
}
