/** Who answers each field: without this file the schema would promise what nobody knows. */
import { buildSchema, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { EditionOutlet } from '../../domain/edition.ts';
import type { PublishedStory, TakenBackStory } from '../../domain/publishedStory.ts';
import { articleOf, type Article } from '../../renditions/json.ts';
import { highlightsOf } from '../highlights.ts';
import type { Thing } from '../names.ts';
import type { Arguments } from './arguments.ts';
import { edgesOf, pageInfoOf, type Connection, type Edge } from './connections.ts';
import { name, names } from './names.ts';
import type { Reading } from './reading.ts';
import { articles, corrections, search, storyCalled, takenBackCalled, type FoundStory, type StoryConnection } from './stories.ts';
import { typeDefs } from './typeDefs.ts';

type Resolve<Source> = (source: Source, given: Arguments, reading: Reading) => unknown;
type Resolvers<Source> = Readonly<Record<string, Resolve<Source>>>;
/** What graphql-js hands from an operation to its fields. */
export type Handed = Readonly<Record<'reading', Reading>>;
interface Named {
  id: string;
}

/** The schema of what is published, with what answers it. A field that is not named here is the member of that name. */
export function publishedSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  for (const [type, fields] of Object.entries(resolvers)) {
    const found = schema.getType(type);
    if (!(found instanceof GraphQLObjectType)) throw new TypeError(`There is no type ${type}.`);
    for (const [field, resolve] of Object.entries(fields)) {
      const known = found.getFields()[field];
      if (known === undefined) throw new TypeError(`${type} has no field ${field}.`);
      known.resolve = (source: unknown, given: Arguments, { reading }: Handed) => resolve(source as never, given, reading);
    }
  }
  return schema;
}

const shown = (story: PublishedStory | null, reading: Reading): Article | null => story && articleOf(story, reading.context);

const query: Resolvers<undefined> = {
  articles: (_root, given, reading) => articles(reading, given),
  article: (_root, given, reading) => shown(storyCalled(reading, given), reading),
  takenBack: (_root, given, reading) => takenBackCalled(reading, given),
  search: (_root, given, reading) => search(reading, given),
  corrections: (_root, given, reading) => corrections(reading, given),
  authors: (_root, given, reading) => names(reading, 'author', given),
  author: (_root, given, reading) => name(reading, 'author', given),
  outlets: (_root, given, reading) => names(reading, 'outlet', given),
  outlet: (_root, given, reading) => name(reading, 'outlet', given),
  topics: (_root, given, reading) => names(reading, 'topic', given),
  topic: (_root, given, reading) => name(reading, 'topic', given),
};

/** The edition names them by id; here they are the story's own. */
const article: Resolvers<Article> = {
  commentaries: ({ authors, excerpts, commentaries }) =>
    commentaries.map((commentary) => ({
      ...commentary,
      authors: commentary.authors.map((id) => authors.find((author) => author.id === id)).filter(Boolean),
      respondsTo: commentary.respondsTo.map((id) => excerpts.find((excerpt) => excerpt.id === id)).filter(Boolean),
    })),
};

/** What the stories of a name are found by: outlets by what they are to them. */
function stories(thing: Thing): Resolvers<Named | EditionOutlet> {
  const roleOf = ({ as }: Arguments) => (typeof as === 'string' ? as : thing);
  return {
    articleCount: ({ id }, given, reading) => reading.countsOf(thing, id)[roleOf(given)] ?? 0,
    articles: ({ id }, given, reading) => {
      const { as: _role, ...rest } = given;
      return articles(reading, { ...rest, [roleOf(given)]: [id] });
    },
  };
}

function connection<Node>(): Resolvers<Connection<Node>> {
  return { edges: (page) => edgesOf(page), pageInfo: (page) => pageInfoOf(page) };
}
const total: Resolvers<Pick<StoryConnection, 'count'>> = {
  totalCount: async ({ count }) => (await count()).count,
  totalCountIsExact: async ({ count }) => (await count()).exact,
};
const storyEdge: Resolvers<Edge<PublishedStory>> = { node: ({ node }, _given, reading) => shown(node, reading) };
const foundEdge: Resolvers<Edge<FoundStory>> = {
  node: ({ node: { story } }, _given, reading) => shown(story, reading),
  highlights: ({ node: { story, terms } }) => highlightsOf(story, terms),
};

const resolvers: Readonly<Record<string, Resolvers<never>>> = {
  Query: query,
  Article: article,
  TakenBackArticle: { id: ({ articleId }: TakenBackStory) => articleId },
  Author: stories('author'),
  Outlet: stories('outlet'),
  Topic: stories('topic'),
  ArticleConnection: { ...connection(), ...total },
  ArticleEdge: storyEdge,
  SearchConnection: { ...connection(), ...total },
  SearchEdge: foundEdge,
  CorrectedConnection: connection(),
  CorrectedEdge: storyEdge,
  AuthorConnection: connection(),
  OutletConnection: connection(),
  TopicConnection: connection(),
};
