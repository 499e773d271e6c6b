/** Without this file a request could not be tried twice: documents to be read, changed and dropped, fresh for each, and what staff see of them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSchema, getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLInputType } from 'graphql';
import type { Caller, Doc } from '../helpers/staff.ts';
import { uploadPicture, type Place } from './place.ts';

export interface Target extends Doc {
  /** The document's newest version, where there are versions. */
  version?: string | number;
  filename?: string;
}

const schema = buildSchema(readFileSync(join(resolve(import.meta.dirname, '../..'), 'schema.graphql'), 'utf8'));
let made = 0;

/** What it takes to make a document, and the change that is tried on it. */
export function wordsFor(collection: string): { create: Record<string, unknown>; change: Record<string, unknown> } {
  made += 1;
  const name = `Piece ${made}`;
  switch (collection) {
    case 'articles':
      return { create: { title: name, language: 'en' }, change: { title: `${name}, changed` } };
    case 'news-excerpts':
      return { create: { leadIn: name, language: 'en' }, change: { leadIn: `${name}, changed` } };
    case 'commentaries':
      return { create: { capacity: name, language: 'en' }, change: { capacity: `${name}, changed` } };
    case 'media':
      return { create: { alt: name }, change: { alt: `${name}, changed` } };
    case 'outlets':
      return { create: { name, kinds: ['source'] }, change: { name: `${name}, changed` } };
    case 'users':
      return {
        create: { email: `piece-${made}@example.org`, password: 'correct horse battery', roles: ['writer'], name },
        change: { name: `${name}, changed` },
      };
    default:
      return { create: { name }, change: { name: `${name}, changed` } };
  }
}

/** A document of `collection` that is `owner`'s and not released; of a record that only the server writes, one that is there. */
export async function freshTarget(place: Place, collection: string, owner: Caller, records: boolean): Promise<Target> {
  if (records) {
    const { body } = await place.admin.send<{ docs: Doc[] }>('GET', `/api/${collection}?limit=1&depth=0`);
    if (body.docs[0] === undefined) throw new Error(`There is no record in ${collection}.`);
    return body.docs[0];
  }
  if (collection === 'users') return (await place.admin.send<Doc>('GET', `/api/users/${owner.id}`)).body;
  const { create } = wordsFor(collection);
  const writers = !['authors', 'outlets', 'topics'].includes(collection);
  const by = writers && ['writer', 'editor', 'admin'].some((role) => place.callers[role as 'writer'] === owner) ? owner : writers ? place.other : place.admin;
  if (collection === 'media') return uploadPicture(place.newsroom, by, create);
  const doc = await by.create(collection, create);
  if (!['articles', 'news-excerpts', 'commentaries'].includes(collection)) return doc;
  const { body } = await place.admin.send<{ docs: { id: string | number }[] }>('GET', `/api/${collection}/versions?where[parent][equals]=${doc.id}&depth=0`);
  return { ...doc, version: body.docs[0]?.id };
}

/** What the server itself writes at any moment, whatever is asked of it. */
const MOVING: Record<string, readonly string[]> = { nodes: ['seenAt'], leases: ['owner', 'heldUntil'] };

/** What staff see of it, and how many there are: what a refused write must not have changed. */
export async function seenByStaff({ admin }: Place, collection: string, id: string): Promise<unknown[]> {
  const { status, body } = await admin.send<Record<string, unknown>>('GET', `/api/${collection}/${id}?draft=true&depth=0`);
  const all = await admin.send<{ totalDocs: number }>('GET', `/api/${collection}/count`);
  const moving = MOVING[collection] ?? [];
  return [status, Object.fromEntries(Object.entries(body).filter(([field]) => !moving.includes(field))), all.body.totalDocs];
}

/** The GraphQL type of the `data` of mutation `field`, and `given` with whatever else that type demands. */
export function graphqlData(field: string, given: Record<string, unknown>): { type: string; data: Record<string, unknown> } {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const argument = mutations[field]?.args.find(({ name }) => name === 'data');
  if (argument === undefined) throw new Error(`The mutation ${field} takes no data.`);
  return { type: String(argument.type), data: { ...(filled(argument.type, true) as object), ...given } };
}

/** The query for one document of `collection`, and each field of it with what has to be asked below it. */
export function fieldsInGraphql(collection: string): { name: string; fields: [field: string, below: string][] } {
  const name =
    { media: 'Media', 'news-excerpts': 'NewsExcerpt', commentaries: 'Commentary' }[collection] ??
    collection.replace(/^./, (letter) => letter.toUpperCase()).replace(/s$/, '');
  const type = getNamedType(schema.getQueryType()?.getFields()[name]?.type);
  if (!isObjectType(type)) throw new Error(`There is no query ${name}.`);
  const fields = Object.values(type.getFields()).map((field): [string, string] => {
    const below = getNamedType(field.type);
    const leaf = isObjectType(below) ? Object.values(below.getFields()).find((one) => isLeafType(getNamedType(one.type)))?.name : undefined;
    return [field.name, leaf === undefined ? '' : ` { ${leaf} }`];
  });
  return { name, fields };
}

/** A value for each field of a record, right in type and wrong to write. */
export function recordWords(one: string): { create: Record<string, unknown>; change: Record<string, unknown> } {
  const { data } = graphqlData(`create${one}`, {});
  const [name, value] = Object.entries(data).find(([field]) => field !== 'id') ?? ['id', 'x'];
  return { create: data, change: { [name]: value } };
}

function filled(type: GraphQLInputType, demanded: boolean): unknown {
  if (isNonNullType(type)) return filled(type.ofType, true);
  if (!demanded) return undefined;
  if (isListType(type)) return [filled(type.ofType, true)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => [field.name, filled(field.type, isNonNullType(field.type))]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown;
  }
  return { Int: 1, Float: 1, Boolean: true, JSON: {}, DateTime: '2024-05-24T12:00:00.000Z', Date: '2024-05-24T12:00:00.000Z' }[type.name] ?? 'x';
}
