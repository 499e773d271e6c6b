/** Without this file there would be no admin panel: Next renders it, behind the same edge as everything else. */
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import next, { type NextConfig } from 'next';
import { Router, type RequestHandler } from 'express';
import type { SanitizedConfig } from 'payload';
import { onlyMethods } from '../delivery/onlyMethods.ts';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import { adminPolicy } from './securityHeaders.ts';

/** The panel, prepared; `close` ends what Next has started. */
export interface AdminPanel {
  handler: RequestHandler;
  /** Live reload, in development. */
  attach(server: Server): void;
  close(): Promise<void>;
}

/**
 * Next carries a second copy of every module it bundles. The configuration therefore reaches the panel over this one key of
 * globalThis, so that both sides work on one Payload (which itself hangs on globalThis) and one database connection.
 */
export function shareConfig(config: Promise<SanitizedConfig>): void {
  Object.assign(globalThis, { [Symbol.for('counterpoint.config')]: config });
}

/** Prepares Next with the build in `dir`/.next, or for development. @throws when there is no build. */
export async function prepareAdmin(dir: string, env: Env, development: boolean): Promise<AdminPanel> {
  const built = development ? {} : { conf: await builtConfig(dir) };
  const panel = createPanel({ dev: development, dir, hostname: env.host, port: env.port, quiet: !development, ...built });
  await panel.prepare();
  return {
    handler: panelRoutes(env, development, panel.getRequestHandler()),
    attach: (server) => {
      if (!development) return;
      const upgrade = panel.getUpgradeHandler();
      server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
    },
    close: () => panel.close(),
  };
}

/** The addresses that `handle`, which is Next's, answers: the panel's pages and its script files. */
export function panelRoutes(env: Env, development: boolean, handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Router {
  const router = Router({ caseSensitive: true });
  const pages: RequestHandler = async (request, response) => {
    if (Number(request.get('Content-Length') ?? 0) > env.limits.uploadBytes) throw new Problem(413, 'body-too-large', 'The form is too large.');
    trustPublicUrl(request.headers, env.publicUrl);
    await handle(request, response);
  };
  const files: RequestHandler = async (request, response) => handle(request, response);
  router.all(/^\/admin(\/.*)?$/, onlyPageMethods, adminPolicy(development), pages);
  router.all(development ? /^\/(_next|__nextjs)/ : /^\/_next\/static\//, files);
  return router;
}

/** Asks for a page of the panel and waits for its end, so that nobody is the first for whom it is loaded. */
export function firstPage(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => answer.resume().once('end', resolve)).once('error', reject);
  });
}

/** What the build was made with: reading next.config.mjs again would load a bundler's worth of modules at every start. */
async function builtConfig(dir: string): Promise<NextConfig> {
  const file = path.join(dir, '.next/required-server-files.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error('The admin panel has not been built: run `npm run build`.', { cause: error });
  });
  return (JSON.parse(text) as { config: NextConfig }).config;
}

/**
 * Next compares a server action's Origin with X-Forwarded-Host, else Host. Only what we know to be the public host may stand there:
 * behind a proxy that rewrites Host the action would be refused otherwise, and a client's own header proves nothing.
 */
function trustPublicUrl(headers: Record<string, string | string[] | undefined>, publicUrl: string | undefined): void {
  delete headers['x-forwarded-host'];
  if (publicUrl !== undefined && headers.origin === publicUrl) headers['x-forwarded-host'] = new URL(publicUrl).host;
}

// Next's types describe an ES module; what is there is its CommonJS form, the function itself.
const createPanel = next as unknown as typeof next.default;

const onlyPageMethods = onlyMethods('GET', 'HEAD', 'POST');
