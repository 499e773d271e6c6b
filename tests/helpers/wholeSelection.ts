/** Without this file a test would ask GraphQL for the fields that somebody thought of: every field of a type, as its schema has them. */
import { getNamedType, isLeafType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Article } from '../../src/renditions/json.ts';

/** A selection of everything below `type` but the pages of stories that hang on a name. */
export function wholeSelection(schema: GraphQLSchema, type: string): string {
  const found = schema.getType(type);
  if (!isObjectType(found)) throw new TypeError(`There is no type ${type}.`);
  const fields = Object.values(found.getFields())
    .filter(({ args, name }) => name !== 'articleCount' && args.every((argument) => argument.name !== 'first'))
    .map((field) => {
      const named = getNamedType(field.type);
      return isLeafType(named) ? field.name : `${field.name} ${wholeSelection(schema, named.name)}`;
    });
  return `{ ${fields.join(' ')} }`;
}

type Linked = Omit<Article, 'commentaries'> & {
  commentaries: (Omit<Article['commentaries'][number], 'authors' | 'respondsTo'> & { authors: { id: string }[]; respondsTo: { id: string }[] })[];
};

/** A whole article of /v1/graphql as /v1 has it: there, comments name their authors and excerpts by id. */
export function asRest(article: unknown): Article {
  const { commentaries, ...rest } = article as Linked;
  const ids = (linked: readonly { id: string }[]) => linked.map(({ id }) => id);
  return { ...rest, commentaries: commentaries.map((one) => ({ ...one, authors: ids(one.authors), respondsTo: ids(one.respondsTo) })) };
}
