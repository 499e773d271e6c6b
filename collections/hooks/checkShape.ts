/** Payload's hooks and adapters trust the types of what they are given; here a body is held to its fields' types before any of them sees it. */
import { ValidationError, type CollectionBeforeOperationHook, type FlattenedField } from 'payload';

interface Fault {
  path: string;
  message: string;
}

/** Refuses a create or an update whose values are of another kind than their fields, naming each (400). */
export const checkShape: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  const data: unknown = (args as { data?: unknown }).data;
  if (isRecord(data)) dropEmptyContainers(collection.flattenedFields, data);
  const faults = faultsIn(collection.flattenedFields, data, '', req.locale === 'all');
  if (faults.length > 0) throw new ValidationError({ collection: collection.slug, errors: faults, req });
  return args;
};

/** Payload takes null for a group or a list as something to walk through. */
function dropEmptyContainers(fields: readonly FlattenedField[], data: Record<string, unknown>): void {
  for (const field of fields) {
    if (data[field.name] !== null) continue;
    if (field.type === 'group') delete data[field.name];
    if (field.type === 'array') data[field.name] = [];
  }
}

function faultsIn(fields: readonly FlattenedField[], data: unknown, prefix: string, everyLocale: boolean): Fault[] {
  if (data === null || data === undefined) return [];
  if (!isRecord(data)) return [{ path: prefix.replace(/\.$/, ''), message: 'This has to be an object with fields.' }];
  return fields.flatMap((field) => {
    const value = data[field.name];
    const path = `${prefix}${field.name}`;
    if (value === null || value === undefined || ('virtual' in field && field.virtual === true)) return [];
    if (everyLocale && field.localized === true && isRecord(value)) {
      return Object.entries(value).flatMap(([locale, one]) => (one === null ? [] : faultsOf(field, one, `${path}.${locale}`, everyLocale)));
    }
    return faultsOf(field, value, path, everyLocale);
  });
}

function faultsOf(field: FlattenedField, value: unknown, path: string, everyLocale: boolean): Fault[] {
  if (field.type === 'group') return faultsIn(field.flattenedFields, value, `${path}.`, everyLocale);
  if (field.type === 'array') {
    if (!Array.isArray(value)) return [{ path, message: 'This has to be a list.' }];
    return value.flatMap((row, index) => faultsIn(field.flattenedFields, row ?? 0, `${path}.${index}.`, everyLocale));
  }
  const wanted = kindOf(field);
  if (wanted === null) return [];
  const many = 'hasMany' in field && field.hasMany === true;
  if (many && !Array.isArray(value)) return [{ path, message: `This has to be a list, each item ${wanted.words}.` }];
  const fits = many ? (value as unknown[]).every(wanted.fits) : wanted.fits(value);
  return fits ? [] : [{ path, message: many ? `Each item of this list has to be ${wanted.words}.` : `This has to be ${wanted.words}.` }];
}

interface Kind {
  words: string;
  fits: (value: unknown) => boolean;
}

const TEXT: Kind = { words: 'text', fits: (value) => typeof value === 'string' };
const DAY: Kind = {
  words: 'a date and time such as 2024-05-24T12:00:00Z',
  fits: (value) => value instanceof Date || (typeof value === 'string' && !Number.isNaN(Date.parse(value))),
};
const NUMBER: Kind = { words: 'a number', fits: (value) => typeof value === 'number' && Number.isFinite(value) };
const TICK: Kind = { words: 'true or false', fits: (value) => typeof value === 'boolean' };
const REFERENCE: Kind = { words: 'the id of a document', fits: (value) => typeof value === 'string' };
const RICH_TEXT: Kind = { words: 'a rich-text document', fits: (value) => isRecord(value) && isNode(value.root, 0) };

function kindOf(field: FlattenedField): Kind | null {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'select':
    case 'radio':
    case 'code':
      return TEXT;
    case 'date':
      return DAY;
    case 'number':
      return NUMBER;
    case 'checkbox':
      return TICK;
    case 'relationship':
    case 'upload':
      return REFERENCE;
    case 'richText':
      return RICH_TEXT;
    default:
      return null;
  }
}

/** Deeper than any text an editor makes; what is deeper is refused with a sentence of its own. */
const DEEP_ENOUGH = 60;

function isNode(value: unknown, depth: number): boolean {
  if (!isRecord(value) || typeof value.type !== 'string') return false;
  if (value.children === undefined || depth > DEEP_ENOUGH) return value.type !== 'root' || depth > DEEP_ENOUGH;
  return Array.isArray(value.children) && value.children.every((child) => isNode(child, depth + 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
