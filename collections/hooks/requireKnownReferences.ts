/** A reference to nothing is refused where it is made; otherwise it would be a 500 on one database and a hole on the other. */
import { ValidationError, type CollectionBeforeChangeHook, type FlattenedField } from 'payload';
import { knownReferences } from '../../src/domain/knownReferences.ts';

interface Reference {
  path: string;
  collection: string;
  id: string;
}

/** Refuses a save that names a document which does not exist, and names the field. */
export const requireKnownReferences: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const seen = knownReferences(req.context);
  const references = referencesIn(collection.flattenedFields, data, '').filter(({ collection: slug, id }) => id !== '' && seen?.has(slug, id) !== true);
  const missing: Reference[] = [];
  for (const [slug, asked] of grouped(references)) {
    const ids = [...new Set(asked.map((reference) => reference.id))];
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: slug,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
      select: { id: true },
      req,
    });
    const known = new Set(docs.map((doc) => String(doc.id)));
    for (const id of known) seen?.add(slug, id);
    missing.push(...asked.filter((reference) => !known.has(reference.id)));
  }
  if (missing.length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      id: (originalDoc as { id?: string } | undefined)?.id,
      errors: missing.map(({ path, id }) => ({ path, message: `There is no such document: ${id.slice(0, 64)}` })),
      req,
    });
  }
  return data;
};

function grouped(references: Reference[]): Map<string, Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    groups.set(reference.collection, [...(groups.get(reference.collection) ?? []), reference]);
  }
  return groups;
}

function referencesIn(fields: readonly FlattenedField[], data: unknown, prefix: string): Reference[] {
  if (data === null || typeof data !== 'object') return [];
  const record = data as Record<string, unknown>;
  return fields.flatMap((field) => {
    const value = record[field.name];
    const path = `${prefix}${field.name}`;
    if (value === null || value === undefined || ('virtual' in field && field.virtual)) return [];
    if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string') {
      const target = field.relationTo;
      return (Array.isArray(value) ? value : [value]).map((item) => ({ path, collection: target, id: idOf(item) }));
    }
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, index) => referencesIn(field.flattenedFields, row, `${path}.${index}.`));
    }
    if (field.type === 'group') return referencesIn(field.flattenedFields, value, `${path}.`);
    return [];
  });
}

function idOf(item: unknown): string {
  if (typeof item === 'string') return item;
  if (item !== null && typeof item === 'object' && 'id' in item) return String(item.id);
  return String(item);
}
