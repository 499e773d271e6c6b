/** Without this file a query would be a text: it is parsed, measured, checked and answered here, whole or not at all. */
import { execute, getOperationAST, GraphQLError, Kind, parse, specifiedRules, validate, type DocumentNode, type ValidationContext } from 'graphql';
import { createHandler } from 'graphql-http';
import { Problem } from '../../errors.ts';
import { ofArguments } from './arguments.ts';
import { costRule } from './cost.ts';
import { OperationRefused, type Operation, type ToldError } from './operation.ts';
import { depthAndBreadth, mostTokens, report, withDefaults } from './operationLimits.ts';
import type { Reading } from './reading.ts';
import { publishedSchema, type Handed } from './schema.ts';

const MOST_ERRORS = 20;
/** Comparing each field and fragment with each other of its place is what makes a long query slow to check. */
const MOST_FIELDS = 300;
const MOST_SPREADS = 100;
const OK = 200;

const schema = publishedSchema();
const cost = costRule(schema);

const handle = createHandler<Operation, Reading, Handed>({
  // Of the module that made the schema, should there be another.
  execute,
  getOperationAST,
  parseRequestParams: ({ raw }) => raw,
  onSubscribe: ({ raw, context }) => {
    const { query, variables, operationName } = raw;
    const document = parsed(query);
    const wrong = faultsIn(document, raw);
    if (wrong.length > 0) throw new OperationRefused(wrong.map(told));
    return { schema, document, variableValues: variables, operationName, contextValue: { reading: context } };
  },
  onOperation: (_request, _args, result) => {
    if ('errors' in result && result.errors) throw refusalOf(result.errors);
  },
});

/** The answer to `operation`, as JSON. @throws {OperationRefused} with every fault of the client's, and what else prevents an answer as it is. */
export async function answerOf(operation: Operation, reading: Reading): Promise<string> {
  // Asked in the words whose statuses say what happened; what the client is told is chosen by who asks.
  const headers = { accept: 'application/graphql-response+json' };
  const [body, { status }] = await handle({ method: 'POST', url: '/v1/graphql', headers, body: null, raw: operation, context: reading });
  if (status !== OK || body === null) throw new TypeError(`graphql-http answered ${String(status)}: ${body ?? ''}`);
  return body;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw new OperationRefused([told(error)]);
    throw error;
  }
}

/** What is wrong with a document: that it is too large before anything that takes time to find out. */
function faultsIn(document: DocumentNode, { variables, operationName }: Operation): readonly GraphQLError[] {
  const tooLarge = validate(schema, document, [length, depthAndBreadth, cost(withDefaults(document, variables))], { maxErrors: MOST_ERRORS });
  if (tooLarge.length > 0) return tooLarge;
  const wrong = validate(schema, document, [onlyQueries, ...specifiedRules], { maxErrors: MOST_ERRORS });
  if (wrong.length > 0) return wrong;
  if (getOperationAST(document, operationName)) return [];
  return [new GraphQLError(operationName === null ? 'operationName has to say which of the operations is meant.' : 'There is no operation of that name.')];
}

function length(context: ValidationContext) {
  let fields = 0;
  let spreads = 0;
  return {
    Field() {
      fields += 1;
      if (fields === MOST_FIELDS + 1) report(context, `A query may name ${String(MOST_FIELDS)} fields: a fragment names those that come again.`);
    },
    FragmentSpread() {
      spreads += 1;
      if (spreads === MOST_SPREADS + 1) report(context, `A query may spread ${String(MOST_SPREADS)} fragments.`);
    },
  };
}

function onlyQueries(context: ValidationContext) {
  return {
    OperationDefinition({ operation }: { operation: string }) {
      if (operation !== 'query') report(context, `What is published is read here: a ${operation} is not possible.`);
    },
  };
}

/** What a client caused is told, all of it; what it did not is nothing to be told in part. */
function refusalOf(errors: readonly GraphQLError[]): Error {
  const ours = errors.find((error) => !isTheirs(error));
  return ours === undefined ? new OperationRefused(errors.slice(0, MOST_ERRORS).map(told)) : (ours.originalError ?? ours);
}

/** A variable, an argument, or what an argument says; not what a field turned out to be. */
function isTheirs({ path, nodes, originalError }: GraphQLError): boolean {
  if (originalError instanceof Problem) return originalError.status === 400;
  return path === undefined || (nodes !== undefined && nodes[0]?.kind !== Kind.FIELD);
}

function told(error: GraphQLError): ToldError {
  const { locations, path, originalError } = error;
  const where = { ...(locations ? { locations: locations.map(({ line, column }) => ({ line, column })) } : {}), ...(path ? { path } : {}) };
  if (!(originalError instanceof Problem)) return { message: error.message, ...where, extensions: { code: 'bad-query' } };
  const { message, parts } = ofArguments(originalError);
  return { message, ...where, extensions: { code: originalError.slug, errors: parts } };
}
