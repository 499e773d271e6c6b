/** Without this test /v1 and /v1/graphql could come to tell of a story in different words, or a developer find a field that nobody explains. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { facetsSchema, highlightSchema } from '../schemas/answers.ts';
import { articleListParameters, correctionsParameters, namesParameters, searchParameters } from '../schemas/parameters.ts';
import { articleSchema, authorSchema, commentarySchema, excerptSchema, outletSchema, topicSchema } from '../schemas/article.ts';
import { publishedSchema } from './schema.ts';

const schema = publishedSchema();

/** What GraphQL has beside the members of /v1: where a name leads to. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  Author: ['articleCount', 'articles'],
  Outlet: ['articleCount', 'articles'],
  Topic: ['articleCount', 'articles'],
};
/** Links that /v1 tells as ids. */
const linked: readonly string[] = ['Commentary.authors', 'Commentary.respondsTo'];

describe('the schema of what is published', () => {
  it.each([
    ['Article', articleSchema],
    ['Excerpt', excerptSchema],
    ['Commentary', commentarySchema],
    ['Author', authorSchema],
    ['Outlet', outletSchema],
    ['Topic', topicSchema],
    ['Highlight', highlightSchema],
    ['Facets', facetsSchema],
  ])('has of %s what /v1 answers: every member, of the same type, absent where it may be', (name, members) => {
    expect(differences(schema, name, members)).toEqual([]);
  });

  it('has for the types of /v1 what tells them apart', () => {
    const changed = articleSchema.extend({ title: z.string().nullable(), words: z.int(), status: z.enum(['published']), summary: z.int().nullable() });
    expect(differences(schema, 'Article', changed)).toEqual([
      'Article.status: published, corrected',
      'Article.title: String! for null or String',
      'Article.summary: String for null or Int',
      'Article.words is missing',
    ]);
    expect(differences(schema, 'Article', articleSchema.omit({ digest: true, language: true }))).toEqual([
      'Article.digest is not in /v1',
      'Article.language is not in /v1',
    ]);
  });

  it.each([
    ['articles', articleListParameters],
    ['search', searchParameters],
    ['corrections', correctionsParameters],
    ['authors', namesParameters],
    ['outlets', namesParameters],
    ['topics', namesParameters],
  ])('takes for %s what /v1 takes, but for what GraphQL has a way of its own', (name, parameters) => {
    const shaped = ['fields', 'view', 'count', 'facets'];
    const wanted = Object.keys(parameters.shape)
      .filter((parameter) => !shaped.includes(parameter))
      .map((parameter) => ({ limit: 'first', cursor: 'after' })[parameter] ?? parameter);
    const fields = schema.getQueryType()?.getFields() ?? {};
    expect(fields[name]?.args.map((argument) => argument.name).sort()).toEqual(wanted.sort());
  });

  it('explains every type, field, argument and value', () => {
    const told = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !(isScalarType(type) && !type.astNode))
      .flatMap((type): [string, string | null | undefined][] => [
        [type.name, type.description],
        ...(isEnumType(type) ? type.getValues().map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]) : []),
        ...(isObjectType(type)
          ? Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
              [`${type.name}.${field.name}`, field.description],
              ...field.args.map((argument): [string, string | null | undefined] => [`${type.name}.${field.name}(${argument.name})`, argument.description]),
            ])
          : []),
      ]);
    expect(told.length).toBeGreaterThan(150);
    expect(told.filter(([, description]) => !description || !/[.:…]$/.test(description)).map(([name]) => name)).toEqual([]);
  });

  it('has nothing to change, and nothing to wait for', () => {
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined]);
  });
});

/** Where a type of the schema is not what /v1 answers. */
function differences(within: GraphQLSchema, name: string, { shape }: z.ZodObject): string[] {
  const type = within.getType(name);
  if (!isObjectType(type)) return [`There is no ${name}`];
  const fields = type.getFields();
  const strange = Object.keys(fields).filter((field) => !(field in shape) && !(beyond[name] ?? []).includes(field));
  return [
    ...strange.sort().map((field) => `${name}.${field} is not in /v1`),
    ...Object.entries(shape).flatMap(([member, value]) => {
      const field = fields[member];
      return field ? compared(within, `${name}.${member}`, field.type, value as z.ZodType) : [`${name}.${member} is missing`];
    }),
  ];
}

function compared(within: GraphQLSchema, place: string, type: GraphQLOutputType, member: z.ZodType): string[] {
  const nullable = member instanceof z.ZodNullable;
  const value = (nullable ? member.unwrap() : member) as z.ZodType;
  const found = getNullableType(type);
  const mismatch = [`${place}: ${String(type)} for ${nullable ? 'null or ' : ''}${kindOf(place, value)}`];
  if (isNonNullType(type) === nullable) return mismatch;
  if (value instanceof z.ZodArray) return isListType(found) ? compared(within, place, found.ofType, value.element as z.ZodType) : mismatch;
  if (linked.includes(place)) return isObjectType(found) ? [] : mismatch;
  if (value instanceof z.ZodObject) return isObjectType(found) ? differences(within, found.name, value) : mismatch;
  if (value instanceof z.ZodEnum) {
    const values = isEnumType(found) ? found.getValues().map((one) => one.name) : [];
    return values.join() === value.options.join() ? [] : [`${place}: ${values.join(', ')}`];
  }
  return getNamedType(type).name === kindOf(place, value) ? [] : mismatch;
}

function kindOf(place: string, value: z.ZodType): string {
  if (value instanceof z.ZodISODateTime) return 'DateTime';
  if (value instanceof z.ZodISODate) return 'Date';
  if (value instanceof z.ZodBoolean) return 'Boolean';
  if (value instanceof z.ZodNumber) return value.isInt ? 'Int' : 'Float';
  return place.endsWith('.id') ? 'ID' : 'String';
}
