/** Pages over HTTP: without this file nobody would know what may be kept, and a browser would run whatever slips into a page. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readAssets, type Asset } from './assets.ts';
import { framed } from './frame.ts';
import { documentOf, elementsIn, type Element } from './html.ts';
import type { Client } from './newsroom.ts';
import { failure, ownFailure } from './pages/failure.ts';
import { languageAt, pageAt } from './routes.ts';
import type { Settings } from './settings.ts';
import type { Asked, Moved, Page, Site } from './site.ts';
import { wordsIn } from './words/index.ts';

/** The site, listening nowhere yet. `report` hears of what nobody should have to see. */
export function createSite(settings: Settings, client: Client, report: (error: unknown) => void): Server {
  const { assets, style } = readAssets();
  const site: Site = { settings, client, style };
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    answer(request, response, site, assets, report).catch((error: unknown) => {
      report(error);
      response.destroy();
    });
  });
}

const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin', 'Cross-Origin-Opener-Policy': 'same-origin' };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  assets: ReadonlyMap<string, Asset>,
  report: (error: unknown) => void,
): Promise<void> {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const asset = assets.get(path);
  if (asset) {
    response.setHeader('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400');
    send(request, response, asset.type, asset.body);
    return;
  }
  const language = languageAt(path, site.settings.language);
  const asked: Asked = { site, language, words: wordsIn(language), path, query: new URLSearchParams(rest.join('?')) };
  const reply = await pageAt(asked, request.headers['accept-language']).catch((error: unknown) => failure(error, asked) ?? failedHere(error, asked, report));
  if (path === '/') response.setHeader('Vary', 'Accept-Language');
  if ('location' in reply) move(response, reply);
  else show(request, response, reply, asked);
}

function failedHere(error: unknown, asked: Asked, report: (error: unknown) => void): Page {
  report(error);
  return ownFailure(asked);
}

function move(response: ServerResponse, { status, location }: Moved): void {
  response.writeHead(status, { Location: location, 'Cache-Control': 'public, max-age=0, must-revalidate' }).end();
}

function show(request: IncomingMessage, response: ServerResponse, page: Page, asked: Asked): void {
  const tree = framed(page, asked);
  response.statusCode = page.status ?? 200;
  response.setHeader('Content-Language', page.language);
  response.setHeader('Content-Security-Policy', policyFor(tree));
  // A story can be taken back at any moment: whoever keeps a page asks before showing it again.
  response.setHeader('Cache-Control', response.statusCode >= 500 ? 'no-store' : 'public, max-age=0, must-revalidate');
  if (page.retryAfter !== undefined) response.setHeader('Retry-After', String(page.retryAfter));
  send(request, response, 'text/html; charset=utf-8', Buffer.from(documentOf(tree)));
}

/** Sends `body`, or says that the reader has it (RFC 9110, section 13). */
function send(request: IncomingMessage, response: ServerResponse, type: string, body: Buffer): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  response.setHeader('ETag', etag);
  if (response.statusCode === 200 && (request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The page's own style, the files of the pictures that it shows, and nothing that runs. */
function policyFor(tree: Element): string {
  const origins = new Set<string>();
  for (const { tagName, properties } of elementsIn(tree)) {
    if (tagName !== 'img' && tagName !== 'source') continue;
    for (const address of [properties.src, ...String(properties.srcSet ?? '').split(', ')].map((one) => String(one ?? '').split(' ')[0] ?? '')) {
      if (URL.canParse(address)) origins.add(new URL(address).origin);
    }
  }
  const pictures = ["'self'", ...origins].join(' ');
  return `default-src 'none'; style-src 'self'; img-src ${pictures}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
