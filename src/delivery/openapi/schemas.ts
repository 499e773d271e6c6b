/** What answers look like, in JSON Schema, made from what checks them: without this file the document would be a second description, which drifts. */
import { z } from 'zod';
import { graphqlBody } from '../graphql/operation.ts';
import * as answers from '../schemas/answers.ts';
import * as article from '../schemas/article.ts';
import * as node from '../schemas/node.ts';
import type { JsonSchema, Reference } from './types.ts';

/** What has a name in the document, and by it in clients that are made from it. */
const named = {
  Instant: article.instant,
  Article: article.articleSchema,
  ArticleSummary: article.articleSummarySchema,
  SomeOfArticle: answers.someOfArticleSchema,
  SomeOfArticleSummary: answers.someOfArticleSummarySchema,
  Excerpt: article.excerptSchema,
  ExcerptSummary: article.excerptSummarySchema,
  CommentarySummary: article.commentarySummarySchema,
  Commentary: article.commentarySchema,
  Outlet: article.outletSchema,
  Author: article.authorSchema,
  Topic: article.topicSchema,
  Image: article.imageSchema,
  Page: answers.pageSchema,
  ArticleList: answers.articleListSchema,
  Corrections: answers.correctionsSchema,
  FoundArticle: answers.foundArticleSchema,
  FoundArticleSummary: answers.foundArticleSummarySchema,
  SomeOfFoundArticle: answers.someOfFoundArticleSchema,
  SomeOfFoundArticleSummary: answers.someOfFoundArticleSummarySchema,
  Highlight: answers.highlightSchema,
  Facet: answers.facetSchema,
  Facets: answers.facetsSchema,
  SearchResults: answers.searchSchema,
  ExcerptWithArticles: answers.excerptAnswerSchema,
  CommentaryWithArticles: answers.commentaryAnswerSchema,
  CountedAuthor: answers.authorAnswerSchema,
  CountedOutlet: answers.outletAnswerSchema,
  CountedTopic: answers.topicAnswerSchema,
  AuthorList: answers.authorsSchema,
  OutletList: answers.outletsSchema,
  TopicList: answers.topicsSchema,
  ListedEdition: answers.editionListedSchema,
  EditionList: answers.editionsSchema,
  EditionHeader: answers.editionHeaderSchema,
  Edition: answers.editionSchema,
  LedgerHead: answers.ledgerHeadSchema,
  Change: answers.changeSchema,
  Problem: answers.problemSchema,
  Living: node.livingSchema,
  Readiness: node.readinessSchema,
  PublicKeys: node.publicKeysSchema,
  GraphqlRequest: graphqlBody,
  GraphqlAnswer: node.graphqlAnswerSchema,
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof named;

/** Where the schema of that name stands in the document. */
export function schemaNamed(name: SchemaName): Reference {
  return { $ref: `#/components/schemas/${name}` };
}

/** `components.schemas`. */
export function namedSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, override: plain });
  return Object.fromEntries(Object.keys(named).map((name) => [name, withoutAddress(schemas[name] ?? {})]));
}

/** What may be sent for each member of `schema`. */
export function membersOf(schema: z.ZodObject): { name: string; required: boolean; schema: JsonSchema }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', override: plain });
  return Object.entries(properties).map(([name, member]) => ({ name, required: required.includes(name), schema: member as JsonSchema }));
}

/** As people would write it. Answers may grow, so that clients are not told to refuse what they do not know; the tests do (tests/helpers/described.ts). */
function plain({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  const { told, description } = jsonSchema;
  if (typeof told === 'object') {
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    Object.assign(jsonSchema, told, { description });
  }
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.format === 'date') delete jsonSchema.pattern;
}

function withoutAddress({ $schema: _schema, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
