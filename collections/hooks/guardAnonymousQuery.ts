/** What a stranger may ask: without this, `where`, `sort` and drafts would answer questions about unpublished text. */
import type { CollectionBeforeOperationHook, Where } from 'payload';
import { Problem } from '../../src/errors.ts';
import { EDITORIAL_ROLES, hasRole } from '../../src/domain/roles.ts';

const MAX_ANONYMOUS_DEPTH = 2;

/** Refuses drafts, joins, depth over 2, and `where` or `sort` on any field but `allowed`, for all but editorial staff. */
export function guardAnonymousQuery(allowed: readonly string[]): CollectionBeforeOperationHook {
  const fields = new Set(['id', 'createdAt', 'updatedAt', ...allowed]);
  return ({ args, operation, overrideAccess, req }) => {
    const reading = operation === 'read' || operation === 'count' || operation === 'readDistinct';
    if (!reading || overrideAccess === true || hasRole(req, EDITORIAL_ROLES)) return args;
    const query = args as { depth?: number; draft?: boolean; trash?: boolean; joins?: unknown; sort?: unknown; where?: Where; field?: string };
    if (query.draft === true) throw new Problem(403, 'staff-only', 'Drafts are for signed-in editorial staff.');
    if (query.trash === true) throw new Problem(403, 'staff-only', 'Deleted documents are for signed-in staff.');
    if (typeof query.depth === 'number' && query.depth > MAX_ANONYMOUS_DEPTH) {
      throw new Problem(400, 'too-deep', `depth is at most ${MAX_ANONYMOUS_DEPTH} without signing in.`, [
        { parameter: 'depth', detail: `at most ${MAX_ANONYMOUS_DEPTH}` },
      ]);
    }
    for (const field of [...sortedFields(query.sort), ...askedFields(query.where), ...(query.field ? [query.field] : [])]) {
      if (!fields.has(field)) {
        throw new Problem(400, 'field-not-queryable', `You cannot filter or sort by "${field}" without signing in.`, [
          { parameter: field, detail: `one of ${[...fields].join(', ')}` },
        ]);
      }
    }
    return { ...args, joins: false };
  };
}

function sortedFields(sort: unknown): string[] {
  const list = Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [];
  return list.map((field) => String(field).trim().replace(/^-/, '')).filter((field) => field !== '');
}

function askedFields(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(askedFields);
  if (where === null || typeof where !== 'object') return [];
  return Object.entries(where).flatMap(([key, condition]) => (['and', 'or'].includes(key.toLowerCase()) ? askedFields(condition) : [key]));
}
