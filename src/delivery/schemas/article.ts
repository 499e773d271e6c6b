/** A story as API section 2 promises it, in a form that can be checked: without it, answers and documentation would drift apart. */
import { z } from 'zod';

/** RFC 3339, in UTC. */
export const instant = z.iso.datetime({ precision: 3 }).meta({
  description: 'RFC 3339, in UTC, with milliseconds.',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
  examples: ['2026-03-12T09:30:00.000Z'],
});
const id = z.string().min(1).describe('Opaque; stays the same for good.');
const language = z.string().min(1).describe('A language tag (BCP 47).');
const absolute = z.url();
const digest = z.string().regex(/^sha-256:[\da-f]{64}$/);
const sha256 = z.string().regex(/^[\da-f]{64}$/);

export const outletSchema = z.strictObject({ id, slug: z.string(), name: z.string(), language, homepage: z.string().nullable() });
export const authorSchema = z.strictObject({ id, slug: z.string(), name: z.string(), role: z.string().nullable() });
export const topicSchema = z.strictObject({ id, slug: z.string(), name: z.string(), mediaTopic: z.string().nullable() });

export const excerptSchema = z.strictObject({
  id,
  outlet: outletSchema,
  title: z.string().nullable(),
  url: z.string().nullable().describe('Of the report.'),
  reporter: z.string().nullable(),
  publishedOn: z.iso.date().nullable().describe('The day of the report, where it is known to the year.'),
  publishedOnPartial: z.string().nullable().describe('What of the day is known otherwise, such as --05-24.'),
  publishedOnInferred: z.boolean().describe('Whether the year is worked out from the day of the document.'),
  leadIn: z.string().nullable().describe('The words that introduce the report, colon included.'),
  quote: z.array(z.string()).describe('What was quoted, word for word, a paragraph each.'),
  language,
  rights: z.string().nullable(),
  capturedAt: instant.nullable().describe('When the report was captured, against which the quote is checked.'),
  quoteSha256: sha256,
  snapshotSha256: sha256.nullable(),
  verification: z.enum(['verified', 'mismatch', 'unverified']).describe('Whether each paragraph stands in the captured report, word for word.'),
});

export const commentarySchema = z.strictObject({
  id,
  authors: z.array(id).describe('Ids of those among the authors of the story who wrote it.'),
  capacity: z.string().nullable().describe('The role in which they wrote, as printed.'),
  respondsTo: z.array(id).describe('Ids of the excerpts that it answers.'),
  language,
  html: z.string(),
  text: z.string(),
});

export const imageSchema = z.strictObject({
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  focalPoint: z.strictObject({ x: z.number(), y: z.number() }),
  renditions: z.array(z.strictObject({ name: z.string(), url: absolute, width: z.int(), height: z.int(), type: z.string() })),
});

/** The full view: every field is there. */
export const articleSchema = z.strictObject({
  id,
  url: absolute.describe('Where readers find it: on the site where it runs, or its page here.'),
  slug: z.string(),
  language,
  revision: z.int().positive().describe('Grows by one with each edition.'),
  status: z.enum(['published', 'corrected']),
  title: z.string(),
  summary: z.string().nullable(),
  firstPublishedAt: instant,
  publishedAt: instant.describe('When this revision came out.'),
  updatedAt: instant.describe('When what it says last changed.'),
  embargoUntil: instant.nullable(),
  writtenFor: outletSchema.nullable(),
  authors: z.array(authorSchema),
  excerpts: z.array(excerptSchema),
  commentaries: z.array(commentarySchema),
  outlets: z.array(outletSchema),
  topics: z.array(topicSchema),
  image: imageSchema.nullable(),
  translations: z.array(z.strictObject({ id, language, slug: z.string(), url: absolute })),
  corrections: z.array(z.strictObject({ revision: z.int().positive(), at: instant, notice: z.string() })),
  digest: digest.describe('Of the signed content of this edition.'),
  edition: absolute.describe('The edition as it was signed.'),
});

export const excerptSummarySchema = excerptSchema.omit({ quote: true });
export const commentarySummarySchema = commentarySchema.omit({ html: true, text: true });
/** The summary view: without what was quoted and what was answered. */
export const articleSummarySchema = articleSchema.extend({
  excerpts: z.array(excerptSummarySchema),
  commentaries: z.array(commentarySummarySchema),
});

/** What `fields` can name, in the order in which answers have them. */
export const articleFields = Object.keys(articleSchema.shape) as readonly (keyof typeof articleSchema.shape)[];
