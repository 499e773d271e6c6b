/** Without this file two versions of a document could only be shown as two heaps of JSON: which fields can be compared, and by what name an editor knows them. */
import type { ClientField, StaticLabel } from 'payload';

/** A document as the panel holds it. */
export type Text = Record<string, unknown>;

/** A field that somebody types or chooses in. */
export interface Comparable {
  /** Where its value lies, such as `snapshot.text`. */
  path: string;
  labels: readonly StaticLabel[];
  field: ClientField;
}

/** What the newsroom writes by itself, or only works out when it shows a document. */
const NOT_TYPED = new Set(['id', 'rev', 'updatedAt', 'createdAt', '_status', 'work', 'publication', 'verification', 'capturedBy', 'capturedAt']);

/** The fields of a form that editors fill in, those of rows, tabs and groups one by one. */
export function comparableFields(fields: readonly ClientField[], prefix = '', labels: readonly StaticLabel[] = []): Comparable[] {
  return fields.flatMap((field): Comparable[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => comparableFields(tab.fields, prefix, labels));
    if (field.type === 'row' || field.type === 'collapsible') return comparableFields(field.fields, prefix, labels);
    if (!('name' in field) || field.type === 'ui' || field.type === 'join') return [];
    if (NOT_TYPED.has(field.name) || field.admin?.hidden === true || ('virtual' in field && Boolean(field.virtual))) return [];
    const path = `${prefix}${field.name}`;
    const named = [...labels, ...labelOf(field)];
    return field.type === 'group' ? comparableFields(field.fields, `${path}.`, named) : [{ path, labels: named, field }];
  });
}

/** The value at `path`; undefined where there is none. */
export function valueAt(text: Text, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isText(value) ? value[name] : undefined), text);
}

/** `text` with another value at `path`. */
export function withValue(text: Text, path: string, value: unknown): Text {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...text, [name]: value };
  const inner = text[name];
  return { ...text, [name]: withValue(isText(inner) ? inner : {}, rest.join('.'), value) };
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function labelOf(field: ClientField): StaticLabel[] {
  const label = 'label' in field ? field.label : undefined;
  if (typeof label === 'string' || (typeof label === 'object' && label !== null)) return [label];
  return 'name' in field ? [field.name] : [];
}
