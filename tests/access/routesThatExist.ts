/** Without this file nobody would notice a door that opened by itself: every route of the newsroom, asked of what serves them. */
import { configToSchema } from '@payloadcms/graphql';
import type { Router } from 'express';
import { pino } from 'pino';
import type { SanitizedConfig } from 'payload';
import { deliveryRoutes } from '../../src/delivery/routes.ts';
import type { Desk } from '../../src/editorial/desk.ts';
import { transitionRoutes } from '../../src/editorial/routes.ts';
import { readEnv } from '../../src/env.ts';
import { createConfig } from '../../src/payload.config.ts';
import { panelRoutes } from '../../src/server/admin.ts';
import { createApp } from '../../src/server/app.ts';
import { publicKeyRoutes } from '../../src/server/publicKeys.ts';
import { PublicAnswers } from '../../src/server/publicAnswers.ts';
import { Readiness } from '../../src/server/readiness.ts';
import type { Replica } from '../../src/replica/replica.ts';

/** All doors: `POST /api/articles/:id/duplicate`, `mutation duplicateArticle`, `ALL /admin`. */
export interface Doors {
  /** Payload's REST, by collection; the routes that belong to none under an empty name. */
  rest: Map<string, string[]>;
  /** Every field at the top of the GraphQL schema. */
  graphql: string[];
  /** What Express itself tells apart, transitions included. */
  pages: string[];
  /** A collection's names in GraphQL; undefined where it is in no schema. */
  names: Map<string, { one: string; many: string } | undefined>;
}

/** Reads the doors off the configuration and the app as a server with the settings in `dataDir` would have them. No database is touched. */
export async function routesThatExist(dataDir: string): Promise<Doors> {
  const env = readEnv({ DATA_DIR: dataDir });
  const config = await createConfig(env);
  const { schema } = configToSchema(config);
  const rest = new Map([['', routesOf(config.endpoints)]]);
  for (const { slug, endpoints } of config.collections) rest.set(slug, routesOf(endpoints || []));
  for (const { slug, endpoints } of config.globals) rest.set(`globals/${slug}`, routesOf(endpoints || []));
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
  return { rest, graphql: fields, pages: pagesOf(config, env), names: namesOf(config) };
}

function routesOf(endpoints: readonly { method: string; path: string }[]): string[] {
  return endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
}

function namesOf({ collections }: SanitizedConfig): Doors['names'] {
  return new Map(
    collections.map(({ slug, graphQL }) => {
      const named = graphQL && graphQL.singularName && graphQL.pluralName ? { one: graphQL.singularName, many: graphQL.pluralName } : undefined;
      return [slug, named];
    }),
  );
}

function pagesOf(config: SanitizedConfig, env: ReturnType<typeof readEnv>): string[] {
  const nothing = async () => undefined;
  const app = createApp({
    env,
    config,
    log: pino({ level: 'silent' }),
    readiness: new Readiness(),
    standing: () => ({ ledger: null, databaseAnswers: true }),
    routes: [
      publicKeyRoutes({ publicKeys: async () => [] }),
      transitionRoutes({} as Desk, { publish: async () => null }, env.limits.bodyBytes),
      deliveryRoutes({ replica: {} as Replica, context: () => ({ publicUrl: '', mediaUrl: '', newsroom: { name: '', language: 'en' } }) }),
    ],
    admin: panelRoutes(env, false, nothing),
    hasUsers: async () => true,
    answers: new PublicAnswers({ version: () => undefined, nextRelease: async () => Infinity }, config),
  });
  const methods = new Map<string, Set<string>>();
  for (const [path, method] of layersOf(app.router)) methods.set(path, (methods.get(path) ?? new Set()).add(method));
  // A route for all methods beside one for a few is the one that says which are possible.
  return [...methods].flatMap(([path, known]) => [...known].filter((method) => method !== 'ALL' || known.size === 1).map((method) => `${method} ${path}`));
}

interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

function layersOf(router: Router | { stack?: Layer[] }): [path: string, method: string][] {
  return ((router.stack ?? []) as Layer[]).flatMap(({ route, handle }): [string, string][] => {
    if (route === undefined) return handle?.stack ? layersOf({ stack: handle.stack }) : [];
    const paths = Array.isArray(route.path) ? route.path : [route.path];
    // `app.all` of an application, unlike that of a router, names every method there is.
    const all = route.methods._all === true || route.methods.propfind === true;
    const known = all ? ['ALL'] : Object.keys(route.methods).map((method) => method.toUpperCase());
    return paths.flatMap((path) => known.map((method): [string, string] => [spelt(path), method]));
  });
}

/** A path, or what a pattern begins with; what lies below is not told apart. */
function spelt(path: unknown): string {
  const text = path instanceof RegExp ? path.source.replace(/^\^|(\(\\\/\.\*\)\?)?\$?$/g, '').replaceAll('\\/', '/') : String(path);
  return text.replace(/\/\*\w+$/, '').replace(/(.)\/$/, '$1');
}
