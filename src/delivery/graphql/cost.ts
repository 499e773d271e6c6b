/** Without this file a query of three lines could ask for a million stories: what an operation may cost, before anything of it is worked out. */
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { argumentsOf, report, type Variables } from './operationLimits.ts';

/** In things that an answer can hold. A hundred whole stories are about 8,300. */
const MOST_COST = 10_000;
const MOST_ON_A_PAGE = 100;
const USUAL_PAGE = 20;
/** Of a list that has no pages, such as the authors of a story: few have more. */
const USUAL_LIST = 3;
/** What takes a question of its own to the replica, in things. */
const OF_A_PAGE = 10;
/** What reading a story, or a name with its counts, takes before anything is known of it. */
const OF_A_STORY = 25;
const OF_A_NAME = 5;
/** Ranking two thousand stories for their words. */
const OF_WORDS = 800;
/** Counting looks at ten thousand stories. */
const weights: Readonly<Record<string, number>> = { totalCount: 400, facets: 800, highlights: 2, articleCount: 2 };
const introspective = ['__schema', '__type'];

/** Makes the rule on what an operation of `schema` may cost: the things on its pages, multiplied where one page is within another. */
export function costRule(schema: GraphQLSchema): (variables: Variables) => (context: ValidationContext) => ASTVisitor {
  const root = schema.getQueryType();
  if (!root) throw new TypeError('A schema without queries.');
  const mostTold = 1.5 * usuallyTold(schema, root);
  return (variables) => (context) => ({
    OperationDefinition({ selectionSet }) {
      const { once, told } = new Cost(schema, variables, (name) => context.getFragment(name)).of(selectionSet, root);
      if (once > MOST_COST)
        report(context, `That asks for some ${String(once)} things at once, of ${String(MOST_COST)} that may be: ask for shorter pages, or for less of each.`);
      if (told > mostTold) report(context, 'That asks for more of the schema than there is: the usual introspection query is enough.');
    },
  });
}

interface Price {
  /** Of what is there once. */
  once: number;
  /** Of each thing on the page that it is of. */
  each: number;
  /** Of what the schema tells of itself: it is at hand, and the same for all. */
  told: number;
}

/** Adds up an operation, each fragment once. */
class Cost {
  readonly #known = new Map<string, Price>();
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly variables: Variables,
    private readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined,
  ) {}

  of(set: SelectionSetNode, type: GraphQLCompositeType): Price {
    const price: Price = { once: 0, each: 0, told: 0 };
    for (const selection of set.selections) {
      const more = selection.kind === Kind.FIELD ? this.#ofField(selection, type) : this.#ofFragment(selection, type);
      price.once += more.once;
      price.each += more.each;
      price.told += more.told;
    }
    return price;
  }

  #ofField(field: FieldNode, parent: GraphQLCompositeType): Price {
    const name = field.name.value;
    const definition = fieldCalled(name, parent);
    // Another rule says that there is none.
    if (!definition) return { once: 0, each: 0, told: 0 };
    const type = getNamedType(definition.type);
    const below = field.selectionSet && isCompositeType(type) ? this.of(field.selectionSet, type) : { once: 0, each: 0, told: 0 };
    const own = weights[name] ?? (isLeafType(type) ? 0 : 1);
    if (introspective.includes(name)) return { once: 0, each: 0, told: own + below.once };
    if (name === 'edges') return { once: 0, each: readingOf(type) + below.once, told: 0 };
    if (definition.args.some((argument) => argument.name === 'first'))
      return { once: this.#ofPage(field) + below.once + this.#first(field) * below.each, each: 0, told: 0 };
    const many = isListType(getNullableType(definition.type)) ? this.#length(name, parent) : 1;
    return { once: many * (own + below.once), each: 0, told: below.told };
  }

  #ofFragment(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>, parent: GraphQLCompositeType): Price {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet, this.#typeCalled(selection.typeCondition?.name.value, parent));
    const name = selection.name.value;
    const known = this.#known.get(name);
    if (known) return known;
    // A fragment within itself finds this entry; another rule says what is wrong with it.
    this.#known.set(name, { once: 0, each: 0, told: 0 });
    const fragment = this.fragment(name);
    const price = fragment ? this.of(fragment.selectionSet, this.#typeCalled(fragment.typeCondition.name.value, parent)) : { once: 0, each: 0, told: 0 };
    this.#known.set(name, price);
    return price;
  }

  #typeCalled(name: string | undefined, otherwise: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : otherwise;
  }

  #ofPage(field: FieldNode): number {
    return field.arguments?.some(({ name }) => name.value === 'q') ? OF_A_PAGE + OF_WORDS : OF_A_PAGE;
  }

  #first(field: FieldNode): number {
    const first = argumentsOf(field, this.variables).get('first');
    // What is no number of that kind is refused where it is read.
    return typeof first === 'number' ? Math.min(Math.max(first, 1), MOST_ON_A_PAGE) : USUAL_PAGE;
  }

  #length(name: string, parent: GraphQLCompositeType): number {
    return parent.name === '__Schema' && name === 'types' ? Object.keys(this.schema.getTypeMap()).length : USUAL_LIST;
  }
}

/** What an edge leads to has to be read. */
function readingOf(edge: GraphQLNamedType): number {
  const node = isObjectType(edge) ? edge.getFields().node : undefined;
  return node && getNamedType(node.type).name === 'Article' ? OF_A_STORY : OF_A_NAME;
}

function fieldCalled(name: string, parent: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) ? parent.getFields()[name] : undefined;
}

/** What the query costs that tools ask of a schema. */
function usuallyTold(schema: GraphQLSchema, root: GraphQLObjectType): number {
  const all = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
  const { definitions } = parse(getIntrospectionQuery(all));
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const cost = new Cost(schema, {}, (name) => fragments.find((fragment) => fragment.name.value === name));
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.reduce((sum, { selectionSet }) => sum + cost.of(selectionSet, root).told, 0);
}
