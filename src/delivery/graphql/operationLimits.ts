/** Without this file one GraphQL query of a few lines could ask for everything at once: what both GraphQL doors, of the newsroom and of what is published, take as too much. */
import {
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Longest document, in tokens; the introspection query has about 400. */
export const mostTokens = 4000;
const deepest = 10;
const mostRootFields = 20;
const mostAliases = 30;

/** What a client says for the variables of a query, by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** The rule on how deep and how broad an operation may be, with its fragments spread out. */
export function depthAndBreadth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const measured = new Measure(context).of(operation.selectionSet);
      if (measured.depth > deepest) report(context, `A query may be ${String(deepest)} levels deep.`);
      if (measured.aliases > mostAliases) report(context, `A query may have ${String(mostAliases)} aliases.`);
      if (operation.selectionSet.selections.length > mostRootFields) report(context, `A query may have ${String(mostRootFields)} fields at its top.`);
    },
  };
}

/** What `variables` says, and what the document says of those that it leaves out. */
export function withDefaults(document: DocumentNode, variables: Variables): Variables {
  const given = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []));
  const defaults = given.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : []));
  return { ...Object.fromEntries(defaults), ...variables };
}

/** The arguments of `field`, by name. */
export function argumentsOf(field: FieldNode, variables: Variables): ReadonlyMap<string, unknown> {
  return new Map((field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, { ...variables })]));
}

export function report(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message));
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
