/** Payload opens routes of its own, some to any account, some that only ever fail; here each that nobody needs is shut, and the others are given rules. */
import type { Access, Config, SanitizedCollectionConfig, SanitizedConfig, Where } from 'payload';
import { EDITORIAL_ROLES, hasRole, staffOf } from '../../src/domain/roles.ts';
import { never } from './rules.ts';

/** Shuts and guards what Payload adds to the collections and brings in collections of its own. Changes `config` and returns it. */
export function keepDoors(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const internal = INTERNALS[collection.slug];
    if (internal === undefined) dropRoutes(collection, pointlessRoutes(collection));
    else Object.assign(collection, keptOf(collection, internal));
  }
  return config;
}

/**
 * Takes out of the GraphQL schema what cannot answer: Payload's permissions are not of the types that its own schema promises
 * (REST has them at /api/access), and no account has an address to verify.
 */
export const graphqlDoors: Pick<NonNullable<Config['graphQL']>, 'queries' | 'mutations'> = {
  queries: (_graphql, { Query }: Built) => drop(Query.fields, (name) => name === 'Access' || name.startsWith('docAccess')),
  mutations: (_graphql, { Mutation }: Built) => drop(Mutation.fields, (name) => name.startsWith('verifyEmail')),
};

interface Built {
  Query: { fields: Record<string, unknown> };
  Mutation: { fields: Record<string, unknown> };
}

interface Internal {
  /** What the panel asks for; nothing else is open. */
  routes: readonly string[];
  access: SanitizedCollectionConfig['access'];
}

/** An account's own rows: `user` in Payload's collections points into every collection of accounts. */
const own: Access = ({ req }) => {
  const staff = staffOf(req);
  if (staff === null) return false;
  const ofAccount: Where[] = [{ 'user.value': { equals: staff.id } }, { 'user.relationTo': { equals: 'users' } }];
  return { and: ofAccount };
};
const closed = { admin: never, create: never, read: never, update: never, delete: never, readVersions: never, unlock: never };

const INTERNALS: Record<string, Internal> = {
  'payload-preferences': {
    routes: ['get /:key', 'post /:key'],
    // What serves these two asks no rule: it looks for the account's own row by itself.
    access: closed,
  },
  'payload-locked-documents': {
    routes: ['get /', 'patch /:id', 'delete /:id'],
    access: {
      ...closed,
      read: (args) => hasRole(args.req, EDITORIAL_ROLES) || own(args),
      update: ({ req }) => hasRole(req, EDITORIAL_ROLES),
      delete: own,
    },
  },
  'payload-kv': { routes: [], access: closed },
  'payload-migrations': { routes: [], access: closed },
};

function keptOf(collection: SanitizedCollectionConfig, { routes, access }: Internal): Partial<SanitizedCollectionConfig> {
  return {
    endpoints: (collection.endpoints || []).filter(({ method, path }) => routes.includes(`${method} ${path}`)),
    graphQL: false,
    access,
    hooks: { ...collection.hooks, ...(collection.slug === 'payload-locked-documents' ? { beforeChange: [takeOverOnly] } : {}) },
  };
}

/** Whoever takes a document over does so in the own name, and changes nothing else of the lock. */
const takeOverOnly: SanitizedCollectionConfig['hooks']['beforeChange'][number] = ({ data, originalDoc, req }) => {
  const { document, globalSlug } = originalDoc as { document?: unknown; globalSlug?: unknown };
  return { ...data, document, globalSlug, user: { relationTo: 'users', value: req.user?.id } };
};

/** Routes that Payload gives to every collection, whether or not there is anything behind them. */
function pointlessRoutes({ auth, upload, versions }: SanitizedCollectionConfig): string[] {
  return [
    ...(versions ? [] : ['get /versions', 'get /versions/:id', 'post /versions/:id']),
    ...(auth.verify ? [] : ['post /verify/:id']),
    ...(upload.pasteURL ? [] : ['get /paste-url/:id?']),
  ];
}

function dropRoutes(collection: SanitizedCollectionConfig, routes: readonly string[]): void {
  if (collection.endpoints) collection.endpoints = collection.endpoints.filter(({ method, path }) => !routes.includes(`${method} ${path}`));
}

/** Payload takes what this returns as additions; it is called with the fields themselves. */
function drop(fields: Record<string, unknown>, isUnwanted: (name: string) => boolean): Record<string, never> {
  for (const name of Object.keys(fields).filter(isUnwanted)) delete fields[name];
  return {};
}
