/** Without this file the collections would have no GraphQL: Payload's schema behind bounded operations. */
import { configToSchema } from '@payloadcms/graphql';
import { GraphQLError, parse, specifiedRules, validate, type DocumentNode, type Source } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/fetch';
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import { addLocalesToRequestFromData, createPayloadRequest, type PayloadRequest, type SanitizedConfig } from 'payload';
import { mostTokens } from '../delivery/graphql/operationLimits.ts';
import { Problem } from '../errors.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { reportedError } from './graphqlErrors.ts';
import { limitRules, signInAttempts } from './graphqlLimits.ts';
import { parseJsonObject } from './jsonGuard.ts';
import { readBody } from './requestBody.ts';
import { retryMutations } from './retryMutations.ts';
import { sendWebResponse, toWebRequest } from './webRequest.ts';

/** Counts one attempt to sign in; rejects with a 429 once there were too many. */
export type CountAttempt = (request: ExpressRequest, response: ExpressResponse) => Promise<void>;

interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** Express handler for `/api/graphql`: GraphQL over HTTP, POST and (for queries) GET; one operation a request. */
export function graphql(config: SanitizedConfig, env: Pick<Env, 'limits' | 'publicUrl'>, log: Logger, countAttempt: CountAttempt): RequestHandler {
  let built: ReturnType<typeof configToSchema> | undefined;
  // Anybody may see the schema: it is in the repository, and clients are made from it.
  const schema = () => (built ??= withRetry(configToSchema({ ...config, graphQL: { ...config.graphQL, disableIntrospectionInProduction: false } })));

  return async (request, response) => {
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
      throw new Problem(405, 'method-not-allowed', 'GraphQL takes POST, and GET for queries.', [], { allow: 'GET, HEAD, POST' });
    }
    const body = request.method === 'POST' ? await readBody(request, env.limits) : ({ kind: 'none' } as const);
    if (request.method === 'POST' && body.kind !== 'json') throw new Problem(415, 'unsupported-media-type', 'GraphQL takes application/json.');
    const operation = operationOf(body.kind === 'json' ? body.object : queryParameters(request));
    const attempts = attemptsIn(operation.query);
    if (attempts > 1) throw new Problem(400, 'too-many-attempts', 'One attempt to sign in at a time.');
    if (attempts === 1) await countAttempt(request, response);

    const bytes = body.kind === 'json' ? body.bytes : undefined;
    const payloadRequest = await createPayloadRequest({
      canSetHeaders: true,
      config,
      request: toWebRequest(request, response, env.publicUrl, { body: bytes }),
    });
    // Payload's resolvers read the locale from here.
    payloadRequest.data = body.kind === 'json' ? body.object : {};
    addLocalesToRequestFromData(payloadRequest);
    const headers: Record<string, string> = {};
    const handle = createHandler({
      schema: () => schema().schema,
      context: { headers, req: payloadRequest },
      parse: parseBounded,
      validate: (made, document) => {
        const wrong = validate(made, document, [...specifiedRules, ...limitRules(document, operation.variables, env.limits)]);
        // The cost is added up by walking fragments, which must be known to end by then.
        return wrong.length > 0 ? wrong : validate(made, document, schema().validationRules({ schema: made, document, variableValues: operation.variables }));
      },
      onOperation: async (_request, _given, result) => {
        if (!('errors' in result) || result.errors === undefined) return;
        const errors = await Promise.all(result.errors.map((error) => reportedError(error, payloadRequest, log)));
        return { ...result, errors } as unknown as typeof result;
      },
    });
    const answer = await handle(toWebRequest(request, response, env.publicUrl, { body: bytes }));
    await sendWebResponse(withHeaders(answer, headers, payloadRequest), response);
  };
}

function withRetry(built: ReturnType<typeof configToSchema>): ReturnType<typeof configToSchema> {
  retryMutations(built.schema);
  return built;
}

function parseBounded(source: string | Source): DocumentNode {
  return parse(source, { maxTokens: mostTokens, noLocation: false });
}

function operationOf(given: Record<string, unknown>): Operation {
  const { query, variables } = given;
  if (typeof query !== 'string') throw new Problem(400, 'malformed-body', 'The query is missing: send {"query": "…"}.');
  if (variables === undefined || variables === null) return { query, variables: {} };
  if (typeof variables !== 'object' || Array.isArray(variables)) throw new Problem(400, 'malformed-body', 'The variables must be a JSON object.');
  return { query, variables: variables as Record<string, unknown> };
}

function queryParameters(request: ExpressRequest): Record<string, unknown> {
  const { searchParams } = new URL(request.originalUrl, 'http://newsroom.invalid');
  const variables = searchParams.get('variables');
  return { query: searchParams.get('query') ?? undefined, variables: variables ? parseJsonObject(variables) : undefined };
}

/** A document that cannot be parsed tries nothing; what is wrong with it is said where it is executed. */
function attemptsIn(query: string): number {
  try {
    return signInAttempts(parseBounded(query));
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

function withHeaders(answer: Response, headers: Record<string, string>, request: PayloadRequest): Response {
  const all = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headers)) all.append(name, value);
  request.responseHeaders?.forEach((value, name) => {
    all.append(name, value);
  });
  return new Response(answer.body, { status: answer.status, headers: all });
}
