/** What /v1 answers beside a story itself, in a form that can be checked. */
import { z } from 'zod';
import { articleSchema, articleSummarySchema, authorSchema, commentarySchema, excerptSchema, instant, outletSchema, topicSchema } from './article.ts';

export const pageSchema = z.strictObject({
  limit: z.int().positive(),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
  total: z
    .union([z.int().nonnegative(), z.literal('10000+')])
    .optional()
    .describe('How many there are, where it was asked for.'),
});
const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: z.array(item), page: pageSchema });
const count = z.int().nonnegative();

/** One story of a list: whole, summed up, or the fields that were asked for. */
export const someOfArticleSchema = articleSchema.partial();
export const someOfArticleSummarySchema = articleSummarySchema.partial();
const shown = z.union([articleSummarySchema, articleSchema, someOfArticleSummarySchema, someOfArticleSchema]);
export const articleListSchema = pageOf(shown);
export const correctionsSchema = pageOf(articleSummarySchema);

/** `text` may stand in a page as it is: what was found is in `mark`, and everything else is escaped. */
export const highlightSchema = z.strictObject({ field: z.enum(['title', 'summary', 'excerpts', 'commentaries', 'names']), text: z.string() });
const highlighted = { highlights: z.array(highlightSchema) };
export const facetSchema = z.strictObject({
  value: z.string().describe('What the filter of that name takes.'),
  name: z.string().nullable(),
  count: z.int().positive(),
});
const facet = z.array(facetSchema);
export const facetsSchema = z.strictObject({
  outlet: facet,
  source: facet,
  author: facet,
  topic: facet,
  language: facet,
  year: facet,
  approximate: z.boolean(),
});
export const foundArticleSchema = articleSchema.extend(highlighted);
export const foundArticleSummarySchema = articleSummarySchema.extend(highlighted);
export const someOfFoundArticleSchema = someOfArticleSchema.extend(highlighted);
export const someOfFoundArticleSummarySchema = someOfArticleSummarySchema.extend(highlighted);
const found = z.union([foundArticleSummarySchema, foundArticleSchema, someOfFoundArticleSummarySchema, someOfFoundArticleSchema]);
export const searchSchema = z.strictObject({ data: z.array(found), page: pageSchema, facets: facetsSchema.optional() });

export const excerptAnswerSchema = excerptSchema.extend({ articles: z.array(articleSummarySchema) });
export const commentaryAnswerSchema = commentarySchema.extend({ articles: z.array(articleSummarySchema) });

/** `articles`: published stories, by the filter of /v1/articles that finds them. */
export const authorAnswerSchema = authorSchema.extend({ articles: z.strictObject({ author: count }) });
export const topicAnswerSchema = topicSchema.extend({ articles: z.strictObject({ topic: count }) });
export const outletAnswerSchema = outletSchema.extend({ articles: z.strictObject({ outlet: count, source: count, writtenFor: count }) });
export const authorsSchema = pageOf(authorAnswerSchema);
export const topicsSchema = pageOf(topicAnswerSchema);
export const outletsSchema = pageOf(outletAnswerSchema);

const kind = z.enum(['published', 'updated', 'corrected', 'withdrawn', 'killed']);
const digest = z.string().regex(/^sha-256:[\da-f]{64}$/);
export const editionListedSchema = z.strictObject({
  revision: z.int().positive(),
  kind,
  at: instant,
  language: z.string(),
  embargoUntil: instant.nullable(),
  notice: z.string().nullable(),
  digest,
  edition: z.url(),
});
export const editionsSchema = pageOf(editionListedSchema);
export const editionHeaderSchema = z.strictObject({
  type: z.literal('edition'),
  articleId: z.string(),
  revision: z.int().positive(),
  kind,
  at: instant,
  language: z.string(),
  embargoUntil: instant.nullable(),
  firstPublishedAt: instant.nullable(),
  backfill: z.boolean().describe('Whether the story comes from an archive.'),
  notice: z.string().nullable(),
  contentDigest: digest.describe('Of the canonical JSON (RFC 8785) of the content.'),
  seq: z.int().positive().describe('Its place in the ledger.'),
  previous: digest.nullable().describe('Of the canonical JSON of the header before it in the ledger.'),
});
export const editionSchema = z.strictObject({
  header: editionHeaderSchema,
  content: z.record(z.string(), z.unknown()).nullable().describe('The story as it was frozen; null where it was taken back.'),
  signature: z.string().describe('A detached JWS (RFC 7515, appendix F) over the canonical JSON of the header; its key is in /.well-known/jwks.json.'),
});
export const ledgerHeadSchema = z.strictObject({ seq: count, hash: z.string().nullable(), at: instant.nullable(), signature: z.string().nullable() });
/** What an event of /v1/stream carries. */
export const changeSchema = z.strictObject({ articleId: z.string(), revision: z.int().positive(), kind });

/** RFC 9457; other members may be there. */
export const problemSchema = z.looseObject({
  type: z.string().describe('An address that explains this kind of error; its last segment is the code.'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What happened here, in a sentence.'),
  instance: z.string().describe('The id of the request, as in X-Request-Id.'),
  errors: z
    .array(z.looseObject({ parameter: z.string().optional(), pointer: z.string().optional(), detail: z.string() }))
    .optional()
    .describe('Each thing that is wrong with the question.'),
});
