/** A story as API section 2 promises it, in a form that can be checked: without it, answers and documentation would drift apart. */
import { z } from 'zod';

/** RFC 3339, in UTC. */
export const instant = z.iso.datetime({ precision: 3 });
const id = z.string().min(1);
const language = z.string().min(1);
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
  url: z.string().nullable(),
  reporter: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  publishedOnPartial: z.string().nullable(),
  publishedOnInferred: z.boolean(),
  leadIn: z.string().nullable(),
  quote: z.array(z.string()),
  language,
  rights: z.string().nullable(),
  capturedAt: instant.nullable(),
  quoteSha256: sha256,
  snapshotSha256: sha256.nullable(),
  verification: z.enum(['verified', 'mismatch', 'unverified']),
});

export const commentarySchema = z.strictObject({
  id,
  authors: z.array(id),
  capacity: z.string().nullable(),
  respondsTo: z.array(id),
  language,
  html: z.string(),
  text: z.string(),
});

const imageSchema = z.strictObject({
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  focalPoint: z.strictObject({ x: z.number(), y: z.number() }),
  renditions: z.array(z.strictObject({ name: z.string(), url: absolute, width: z.int(), height: z.int(), type: z.string() })),
});

/** The full view: every field is there. */
export const articleSchema = z.strictObject({
  id,
  url: absolute,
  slug: z.string(),
  language,
  revision: z.int().positive(),
  status: z.enum(['published', 'corrected']),
  title: z.string(),
  summary: z.string().nullable(),
  firstPublishedAt: instant,
  publishedAt: instant,
  updatedAt: instant,
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
  digest,
  edition: absolute,
});

/** The summary view: without what was quoted and what was answered. */
export const articleSummarySchema = articleSchema.extend({
  excerpts: z.array(excerptSchema.omit({ quote: true })),
  commentaries: z.array(commentarySchema.omit({ html: true, text: true })),
});

/** What `fields` can name, in the order in which answers have them. */
export const articleFields = Object.keys(articleSchema.shape) as readonly (keyof typeof articleSchema.shape)[];
