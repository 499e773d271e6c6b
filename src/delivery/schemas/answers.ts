/** What /v1 answers beside a story itself, in a form that can be checked. */
import { z } from 'zod';
import { articleSchema, articleSummarySchema, authorSchema, commentarySchema, excerptSchema, instant, outletSchema, topicSchema } from './article.ts';

const page = z.strictObject({
  limit: z.int().positive(),
  next: z.string().nullable(),
  total: z.union([z.int().nonnegative(), z.literal('10000+')]).optional(),
});
const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: z.array(item), page });
const count = z.int().nonnegative();

/** One story of a list: whole, summed up, or the fields that were asked for. */
const shown = z.union([articleSchema, articleSummarySchema, articleSchema.partial(), articleSummarySchema.partial()]);
export const articleListSchema = pageOf(shown);
export const correctionsSchema = pageOf(articleSummarySchema);

/** `text` may stand in a page as it is: what was found is in `mark`, and everything else is escaped. */
export const highlightSchema = z.strictObject({ field: z.enum(['title', 'summary', 'excerpts', 'commentaries', 'names']), text: z.string() });
const highlighted = { highlights: z.array(highlightSchema) };
const facet = z.array(z.strictObject({ value: z.string(), name: z.string().nullable(), count: z.int().positive() }));
export const facetsSchema = z.strictObject({
  outlet: facet,
  source: facet,
  author: facet,
  topic: facet,
  language: facet,
  year: facet,
  approximate: z.boolean(),
});
export const searchSchema = z.strictObject({
  data: z.array(
    z.union([
      articleSchema.extend(highlighted),
      articleSummarySchema.extend(highlighted),
      articleSchema.partial().extend(highlighted),
      articleSummarySchema.partial().extend(highlighted),
    ]),
  ),
  page,
  facets: facetsSchema.optional(),
});

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
export const editionsSchema = pageOf(
  z.strictObject({
    revision: z.int().positive(),
    kind,
    at: instant,
    language: z.string(),
    embargoUntil: instant.nullable(),
    notice: z.string().nullable(),
    digest: z.string(),
    edition: z.url(),
  }),
);
export const editionSchema = z.strictObject({
  header: z.record(z.string(), z.unknown()),
  content: z.record(z.string(), z.unknown()).nullable(),
  signature: z.string(),
});
export const ledgerHeadSchema = z.strictObject({ seq: count, hash: z.string().nullable(), at: instant.nullable(), signature: z.string().nullable() });
/** What an event of /v1/stream carries. */
export const changeSchema = z.strictObject({ articleId: z.string(), revision: z.int().positive(), kind });

/** RFC 9457; other members may be there. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.looseObject({ parameter: z.string().optional(), pointer: z.string().optional(), detail: z.string() })).optional(),
});
