/** Without this file each kind of bad question would have a shape of its own. */

/** What is asked, and how it has to be refused. */
export interface BadQuestion {
  path: string;
  status: number;
  /** The last segment of the type; undefined where HEAD or the edge say no more. */
  code: string;
  /** What the first of the errors names. */
  parameter?: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** `Allow`, for 405. */
  allow?: string;
}

/** What is there to be asked about. */
export interface There {
  /** A published story. */
  id: string;
  language: string;
  slug: string;
  excerpt: string;
  commentary: string;
  author: string;
  outlet: string;
  topic: string;
  /** Cursors that were given out, by the question that they are of. */
  cursors: Readonly<Record<string, string>>;
}

/** Routes that answer JSON and take no other parameters than their own. */
export function jsonRoutes({ id, language, slug, excerpt, commentary, author, outlet, topic }: There): string[] {
  const story = `/v1/articles/${language}/${slug}`;
  return [
    '/v1/articles',
    '/v1/search?q=quay',
    '/v1/corrections',
    '/v1/authors',
    '/v1/outlets',
    '/v1/topics',
    `/v1/authors/${author}`,
    `/v1/outlets/${outlet}`,
    `/v1/topics/${topic}`,
    `/v1/excerpts/${excerpt}`,
    `/v1/commentaries/${commentary}`,
    `/v1/articles/${id}`,
    `/v1/articles/${id}.json`,
    `/v1/articles/${id}/editions`,
    `/v1/articles/${id}/editions/1`,
    story,
    `${story}.md`,
    `${story}.ninjs.json`,
    `${story}.jsonld`,
    '/v1/ledger-head',
    '/v1/openapi.json',
    '/v1/stream',
  ];
}

/** Everything else that is read. */
export function otherRoutes({ id, author, outlet, topic }: There): string[] {
  return [
    '/',
    '/v1/docs',
    '/v1/docs/errors',
    '/v1/docs/errors/not-found',
    `/v1/articles/${id}.html`,
    '/feeds/articles.rss',
    '/feeds/articles.ninjs.json',
    '/feeds/corrections.atom',
    `/feeds/authors/${author}.json`,
    `/feeds/outlets/${outlet}.rss`,
    `/feeds/sources/${outlet}.rss`,
    `/feeds/topics/${topic}.atom`,
    '/sitemap.xml',
    '/sitemap-news.xml',
    `/sitemaps/${new Date().getUTCFullYear()}-1.xml`,
    '/robots.txt',
    '/.well-known/jwks.json',
    '/livez',
    '/readyz',
  ];
}

/** `path` with one more parameter. */
export function asking(path: string, parameter: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameter}`;
}
