/** Without this file a failed resolver would show its insides to the world, or fail again while saying so. */
import type { GraphQLError } from 'graphql';
import type { PayloadRequest } from 'payload';
import { problemOf } from '../database/retry.ts';
import type { Logger } from '../log.ts';

/** What the client is told of an error, in Payload's shape: status and data of what a person caused, one sentence for the rest. */
export async function reportedError(error: GraphQLError, request: PayloadRequest, log: Logger): Promise<Record<string, unknown>> {
  const cause: unknown = error.originalError;
  const problem = problemOf(cause);
  const status = problem?.status ?? statusOf(cause) ?? (cause === undefined ? 400 : 500);
  if (status === 500) log.error({ err: error }, 'GraphQL resolver failed');
  let reported: Record<string, unknown> = {
    message: problem?.message ?? (status >= 500 ? 'Something went wrong.' : error.message),
    locations: error.locations,
    path: error.path,
    extensions: { name: problem?.slug ?? nameOf(cause), data: problem?.data ?? dataOf(cause), statusCode: status },
  };
  for (const hook of request.payload.config.hooks.afterError ?? []) {
    const changed = await hook({ context: request.context, error, graphqlResult: reported as never, req: request });
    if (changed?.graphqlResult) reported = { ...changed.graphqlResult };
  }
  return reported;
}

function statusOf(cause: unknown): number | undefined {
  return typeof cause === 'object' && cause !== null && 'status' in cause && typeof cause.status === 'number' ? cause.status : undefined;
}

function nameOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.name : undefined;
}

function dataOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'data' in cause ? cause.data : undefined;
}
