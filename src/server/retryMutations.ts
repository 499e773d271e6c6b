/** Without this file two editors who write over GraphQL at the same moment would be told that something went wrong, where a second try decides who came first. */
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { withTransientRetry } from '../database/retry.ts';

/** Gives every mutation of `schema` a few attempts. Each mutation is a transaction of its own, so those before it in one request are not made twice. */
export function retryMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve !== undefined) field.resolve = again(resolve);
  }
}

function again(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  // Hooks take out of the arguments what they have read, such as `rev`.
  return (source, args, context, info) => withTransientRetry(async () => resolve(source, structuredClone(args), context, info));
}
