/** JSON Schema in words: without this file the reference would show answers as a machine reads them. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { JsonSchema } from '../openapi/types.ts';
import { code, link } from './plainPage.ts';

/** The members of `schema`, with what each is. */
export function membersTree(schema: JsonSchema): ElementContent[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const members = (schema.properties ?? {}) as Record<string, JsonSchema>;
  if (Object.keys(members).length === 0) return [h('p', kindOf(schema))];
  const lines = Object.entries(members).flatMap(([name, member]) => [
    h('dt', [code(name)]),
    h('dd', [h('span', { className: ['kind'] }, [...kindOf(member), required.has(name) ? '.' : '; may be missing.']), ...describedIn(member)]),
  ]);
  return [h('dl', lines)];
}

function describedIn({ description }: JsonSchema): string[] {
  return typeof description === 'string' ? [` ${description}`] : [];
}

/** What kind of thing it is, in a few words. */
export function kindOf(schema: JsonSchema): ElementContent[] {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return [link(`#${name}`, name)];
  }
  if (Array.isArray(schema.anyOf))
    return eitherOf((schema.anyOf as JsonSchema[]).map((one) => ({ ...(schema.type === undefined ? {} : { type: schema.type }), ...one })));
  if (Array.isArray(schema.enum)) return eitherOf(schema.enum.map((value: unknown) => ({ const: value })));
  if ('const' in schema) return [code(String(schema.const))];
  if (Array.isArray(schema.type)) return eitherOf(schema.type.map((type: unknown) => ({ type })));
  if (schema.type === 'array') return ['list of ', ...kindOf((schema.items ?? {}) as JsonSchema)].map(asContent);
  if (schema.type === 'object' && schema.properties !== undefined) return [{ type: 'text', value: 'object with ' }, ...namesIn(schema.properties as object)];
  return [{ type: 'text', value: wordsOf(schema) }];
}

function wordsOf({ type, format, minimum, maximum }: JsonSchema): string {
  if (type === 'string' && typeof format === 'string')
    return ({ date: 'date', 'date-time': 'time', uri: 'address' } as Readonly<Record<string, string>>)[format] ?? format;
  if (type === 'integer') return typeof minimum === 'number' && typeof maximum === 'number' ? `whole number from ${minimum} to ${maximum}` : 'whole number';
  const words: Readonly<Record<string, string>> = { string: 'text', boolean: 'true or false', number: 'number', object: 'object', null: 'null' };
  return words[String(type)] ?? 'anything';
}

function namesIn(properties: object): ElementContent[] {
  return Object.keys(properties).flatMap((name, place): ElementContent[] => [...(place === 0 ? [] : [asContent(', ')]), code(name)]);
}

function eitherOf(kinds: readonly JsonSchema[]): ElementContent[] {
  return kinds.flatMap((kind, place) => {
    const between = place === 0 ? '' : place === kinds.length - 1 ? ' or ' : ', ';
    return [...(between === '' ? [] : [asContent(between)]), ...kindOf(kind)];
  });
}

function asContent(piece: string | ElementContent): ElementContent {
  return typeof piece === 'string' ? { type: 'text', value: piece } : piece;
}
