/** Without this file one GraphQL query of a few lines could ask for everything at once, or try a thousand passwords. */
import {
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../env.ts';

/** Longest document, in tokens; the introspection query has about 400. */
export const mostTokens = 4000;
const deepest = 10;
const mostRootFields = 20;
const mostAliases = 30;
const signingIn = /^(login|forgotPassword|unlock|resetPassword|verifyEmail|refreshToken)[A-Z]/;

/** Rules that every operation must pass, beside the cost that Payload's own rule adds up. */
export function limitRules(document: DocumentNode, variables: Readonly<Record<string, unknown>>, limits: Pick<Limits, 'maxLimit'>) {
  const known = { ...defaultsIn(document), ...variables };
  return [depthAndBreadth, (context: ValidationContext) => pageSizes(context, known, limits.maxLimit)];
}

/** How many times `document` tries to sign in or to change a password without being signed in. */
export function signInAttempts(document: DocumentNode): number {
  let attempts = 0;
  for (const definition of document.definitions) {
    if ('selectionSet' in definition) attempts += countFields(definition.selectionSet);
  }
  return attempts;
}

function countFields(set: SelectionSetNode): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD && signingIn.test(selection.name.value)) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += countFields(selection.selectionSet);
  }
  return count;
}

function depthAndBreadth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const measured = new Measure(context).of(operation.selectionSet);
      if (measured.depth > deepest) report(context, `A query may be ${String(deepest)} levels deep.`);
      if (measured.aliases > mostAliases) report(context, `A query may have ${String(mostAliases)} aliases.`);
      if (operation.selectionSet.selections.length > mostRootFields) report(context, `A query may have ${String(mostRootFields)} fields at its top.`);
    },
  };
}

interface Size {
  depth: number;
  aliases: number;
}

/** Depth and aliases with fragments spread out, each fragment measured once: spreading is what makes a short query large. */
class Measure {
  readonly #known = new Map<string, Size>();
  constructor(private readonly context: ValidationContext) {}

  of(set: SelectionSetNode): Size {
    const size: Size = { depth: 0, aliases: 0 };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) continue;
        const below = selection.selectionSet ? this.of(selection.selectionSet) : { depth: 0, aliases: 0 };
        size.depth = Math.max(size.depth, 1 + below.depth);
        size.aliases += (selection.alias ? 1 : 0) + below.aliases;
      } else {
        const below = selection.kind === Kind.INLINE_FRAGMENT ? this.of(selection.selectionSet) : this.#named(selection.name.value);
        size.depth = Math.max(size.depth, below.depth);
        size.aliases += below.aliases;
      }
    }
    return size;
  }

  #named(name: string): Size {
    const known = this.#known.get(name);
    if (known) return known;
    // A fragment within itself finds this entry; another rule says what is wrong with it.
    this.#known.set(name, { depth: 0, aliases: 0 });
    const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
    const size = fragment ? this.of(fragment.selectionSet) : { depth: 0, aliases: 0 };
    this.#known.set(name, size);
    return size;
  }
}

function pageSizes(context: ValidationContext, variables: Readonly<Record<string, unknown>>, most: number): ASTVisitor {
  return {
    Field(field) {
      const given = new Map((field.arguments ?? []).map((argument) => [argument.name.value, valueOf(argument.value, variables)]));
      const limit = given.get('limit');
      const whole = typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= most;
      if (limit !== undefined && limit !== null && !whole) report(context, `limit is a whole number from 1 to ${String(most)}.`);
      if (given.get('pagination') === false && !whole) report(context, `pagination may be false only with a limit from 1 to ${String(most)}.`);
    },
  };
}

function defaultsIn(document: DocumentNode): Record<string, unknown> {
  const given = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []));
  return Object.fromEntries(given.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])));
}

function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  return valueFromASTUntyped(node, { ...variables });
}

function report(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message));
}
