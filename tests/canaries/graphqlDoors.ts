/** Without this file a query that nobody thought of could answer what REST does not: all of them, from the schema that the server tells. */
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { ask, type Door, type Question } from './ask.ts';

/** The schema as the server tells it to whoever asks. */
export async function schemaOf(door: Door): Promise<GraphQLSchema> {
  const { body } = await ask(door, { path: '/api/graphql', body: { query: getIntrospectionQuery() } });
  return buildClientSchema((JSON.parse(body) as { data: IntrospectionQuery }).data);
}

/** Every query of the schema with every field below it, for lists and for each document of `ids`. */
export function graphqlDoors(schema: GraphQLSchema, ids: ReadonlyMap<string, readonly string[]>): Question[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const named = queries.flatMap((field) => {
    const wanted = field.args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
    const takes = (name: string) => field.args.some((argument) => argument.name === name);
    const ways = [
      ...(takes('limit') ? ['limit: 100'] : ['']),
      ...(takes('draft') ? [takes('limit') ? 'limit: 100, draft: true' : 'draft: true'] : []),
      ...(takes('locale') && takes('limit') ? ['limit: 100, locale: fr'] : []),
      ...(takes('trash') ? ['trash: true'] : []),
    ];
    const documents = wanted.includes('id') ? [...(ids.get(collectionOf(field)) ?? []), 'nobody'] : [];
    const calls = wanted.includes('id')
      ? documents.flatMap((id) => ways.filter((way) => !/limit|trash/.test(way)).map((way) => [`id: "${id}"`, way].filter(Boolean).join(', ')))
      : ways;
    return calls.flatMap((call) => asked(field, call));
  });
  const broken = [
    '{ Articels { docs { id } } }',
    '{ Articles { docs { note snapshot origins } } }',
    '{ User { emails } }',
    'query',
    '{ Articles(where: {note: {equals: "x"}}) { docs { id } } }',
  ];
  return [
    ...[...named, ...broken].map((query) => ({ path: '/api/graphql', body: { query } })),
    // The parameters of the address reach the resolvers of relations.
    ...['draft=true', 'depth=5&draft=true', 'trash=true&overrideAccess=true'].map((search) => ({
      path: `/api/graphql?${search}&query=${encodeURIComponent('{ Articles(limit: 100) { docs { title excerpts { quote notes outlet { name notes } } commentaries { body } } } }')}`,
    })),
  ];
}

/** What mutations answer to somebody who may not. */
export function mutationDoors(schema: GraphQLSchema, ids: ReadonlyMap<string, readonly string[]>): Question[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ args }) => args.every(({ name, type }) => !isNonNullType(type) || name === 'id' || isInputObjectType(getNamedType(type))))
    .flatMap((field) => {
      const data = field.args.some(({ name }) => name === 'data') ? ['data: {}'] : [];
      const selected = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
      const documents = field.args.some(({ name }) => name === 'id') ? (ids.get(collectionOf(field)) ?? ['nobody']).map((id) => [`id: "${id}"`]) : [[]];
      return documents.map((id) => {
        const call = [...id, ...data].join(', ');
        return { path: '/api/graphql', body: { query: `mutation { ${field.name}${call === '' ? '' : `(${call})`} ${selected} }` } };
      });
    });
}

type Field = GraphQLField<unknown, unknown>;

/** One query for the plain fields of what `field` gives and one for each thing below it: together they would cost too much. */
function asked(field: Field, call: string): string[] {
  const type = getNamedType(field.type);
  const head = `${field.name}${call === '' ? '' : `(${call})`}`;
  if (!isObjectType(type)) return [`{ ${head} }`];
  const list = type.getFields().docs;
  const item = list === undefined ? type : getNamedType(list.type);
  if (!isObjectType(item)) return [`{ ${head} { ${leaves(type).join(' ')} } }`];
  const wrap = (inside: string) => (list === undefined ? `{ ${head} { ${inside} } }` : `{ ${head} { ${leaves(type).join(' ')} docs { ${inside} } } }`);
  const below = composites(item).map((composite) => `${composite.name} { ${inside(getNamedType(composite.type), 2)} }`);
  return [leaves(item).join(' '), ...below].filter(Boolean).map(wrap);
}

function inside(type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type))
    return `__typename ${type
      .getTypes()
      .map(
        (one) =>
          `... on ${one.name} { ${leaves(one)
            .map((name) => `${one.name}_${name}: ${name}`)
            .slice(0, 4)
            .join(' ')} }`,
      )
      .join(' ')}`;
  if (!isObjectType(type)) return '__typename';
  const below = depth > 0 ? composites(type).map((composite) => `${composite.name} { ${inside(getNamedType(composite.type), depth - 1)} }`) : [];
  return ['__typename', ...leaves(type), ...below].join(' ');
}

function leaves(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap(({ name, type: its }) => (isLeafType(getNamedType(its)) ? [name] : []));
}

function composites(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter(({ type: its }) => !isLeafType(getNamedType(its)));
}

/** `Article` of `Article`, `versionArticle`, `docAccessArticle`, `updateArticle`. */
function collectionOf({ name }: Field): string {
  return name.replace(/^(version|docAccess|update|delete|duplicate|restoreVersion|create|unlock)(?=[A-Z])/, '');
}
