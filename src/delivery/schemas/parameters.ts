/** What may be asked, parameter by parameter: without it a wrong value would be a wrong answer, and nobody could tell a newcomer what there is. */
import { z } from 'zod';
import { canonicalLanguage } from '../../domain/language.ts';
import { nearest } from '../nearest.ts';
import { articleFields } from './article.ts';

const MOST_VALUES = 50;
const LONGEST = 200;
const LONGEST_QUESTION = 1000;
const DAY = 86_400_000;
/** How a parameter that means more than the text it travels as is told of in the document (OpenAPI), in JSON Schema. */
const told = (form: object) => ({ told: form });
const toldAsList = (items: object) => told({ type: 'array', items, minItems: 1, maxItems: MOST_VALUES });
const sorts = ['-firstPublishedAt', 'firstPublishedAt', '-updatedAt', 'updatedAt', 'relevance'] as const;

const values = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((value) => value.trim().normalize('NFC')))].sort())
  .refine((all) => all.every((value) => value !== ''), 'A value is missing.')
  .refine((all) => all.every((value) => value.length <= LONGEST), `A value has at most ${LONGEST} characters.`)
  .refine((all) => all.length <= MOST_VALUES, `At most ${MOST_VALUES} values.`);
const anyOf = (what: string) =>
  values
    .optional()
    .describe(`Slugs or ids of ${what}, with commas between them: any of these.`)
    .meta(toldAsList({ type: 'string', minLength: 1, maxLength: LONGEST }));

const tag = (text: string, context: z.RefinementCtx): string => {
  const language = canonicalLanguage(text);
  if (language === null) context.addIssue({ code: 'custom', message: `${JSON.stringify(text.slice(0, 50))} is no language tag (BCP 47).` });
  return language ?? '';
};
const languages = values
  .transform((all, context) => all.map((text) => tag(text, context)))
  .optional()
  .describe('Language tags, with commas between them: any of these, and what is more specific (en finds en-GB).')
  .meta(toldAsList({ type: 'string', minLength: 1, maxLength: LONGEST, examples: ['en'] }));
const language = z.string().transform(tag).optional();

/** A day of UTC, or an instant; as the milliseconds at which it begins and after which it is over. */
const moment = z.string().transform((text, context) => {
  const day = z.iso.date().safeParse(text).success;
  const begin = day || z.iso.datetime({ offset: true }).safeParse(text).success ? Date.parse(text) : NaN;
  if (Number.isNaN(begin)) context.addIssue({ code: 'custom', message: 'A day such as 2024-03-12, or a time such as 2024-03-12T09:30:00Z (RFC 3339).' });
  return { begin, end: day ? begin + DAY : begin + 1 };
});
const toldAsMoment = told({ type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }], examples: ['2024-03-12', '2024-03-12T09:30:00Z'] });

const whole = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `A whole number from 1 to ${most}.`)
    .transform(Number)
    .pipe(z.int(`A whole number from 1 to ${most}.`).min(1, `At least 1.`).max(most, `At most ${most}.`))
    .default(usual)
    .describe(`How many, from 1 to ${most}.`)
    .meta(told({ type: 'integer', minimum: 1, maximum: most, default: usual }));
const yesOrNo = (usual: boolean) =>
  z
    .enum(['true', 'false'], 'true or false.')
    .transform((text) => text === 'true')
    .default(usual)
    .meta(told({ type: 'boolean', default: usual }));
const oneOf = <const Values extends readonly [string, ...string[]]>(all: Values) => z.enum(all, `One of ${all.join(', ')}.`);
const cursor = z
  .string()
  .min(1, 'A cursor is not empty.')
  .max(LONGEST_QUESTION, 'That is no cursor of ours.')
  .optional()
  .describe('Where the page before ended.');
const question = z
  .string()
  .max(LONGEST_QUESTION, `At most ${LONGEST_QUESTION} characters.`)
  .refine((text) => text.trim() !== '', 'There is nothing to look for.');

const fields = values
  .transform((all, context) =>
    articleFields
      .filter((name) => all.includes(name))
      .concat(
        all.flatMap((name) => {
          if (articleFields.some((known) => known === name)) return [];
          context.addIssue({ code: 'custom', message: `There is no field ${JSON.stringify(name)}. Did you mean ${nearest(name, articleFields) ?? ''}?` });
          return [];
        }),
      ),
  )
  .optional()
  .describe('Names of fields, with commas between them: only these are answered.')
  .meta(toldAsList({ type: 'string', enum: articleFields }));

const filters = {
  outlet: anyOf('the sites where a story runs'),
  source: anyOf('the outlets that a story quotes'),
  author: anyOf('authors'),
  topic: anyOf('topics'),
  language: languages,
  writtenFor: anyOf('those for whom a story was written'),
  from: moment.optional().describe('First published on that day or later, or at that time or later.').meta(toldAsMoment),
  to: moment.optional().describe('First published on that day or earlier, or at that time or earlier.').meta(toldAsMoment),
};
const shape = {
  limit: whole(100, 20),
  cursor,
  fields,
  view: oneOf(['summary', 'full']).default('summary').describe('summary leaves out what was quoted and what was answered.'),
  count: yesOrNo(false).describe('Whether to count all that is found: page.total.'),
};
const inOrder = <Shape extends { from?: { begin: number } | undefined; to?: { end: number } | undefined }>(given: Shape) =>
  !given.from || !given.to || given.from.begin < given.to.end;
const disordered = { path: ['to'], message: 'It is before from.' };

/** GET /v1/articles. */
export const articleListParameters = z
  .strictObject({
    ...filters,
    q: question.optional().describe('Words to find; phrases in quotation marks.'),
    sort: oneOf(sorts).default('-firstPublishedAt').describe('In which order; relevance needs q, and shows the 1,000 best.'),
    ...shape,
  })
  .refine(inOrder, disordered)
  .refine(({ sort, q }) => sort !== 'relevance' || q !== undefined, { path: ['sort'], message: 'relevance needs q.' });

/** GET /v1/search. */
export const searchParameters = z
  .strictObject({
    ...filters,
    q: question.describe('Words to find; phrases in quotation marks.'),
    sort: oneOf(sorts).default('relevance').describe('In which order; by relevance, the 1,000 best.'),
    ...shape,
    facets: yesOrNo(true).describe('Whether to count what is found by outlet, source, author, topic, language and year.'),
  })
  .refine(inOrder, disordered);

/** GET /v1/corrections. */
export const correctionsParameters = z.strictObject({ language: languages, limit: whole(100, 20), cursor });
/** GET /v1/authors, /v1/outlets, /v1/topics. */
export const namesParameters = z.strictObject({
  language: language.describe('In which names are printed, where a story has them in it.'),
  limit: whole(100, 20),
  cursor,
});
/** GET /v1/authors/{slug} and so on. */
export const nameParameters = namesParameters.pick({ language: true });
/** GET /feeds/…: whatever else is asked there is not heard. */
export const feedParameters = z.object({ language: languages, limit: whole(100, 30) });
/** Where nothing may be asked. */
export const noParameters = z.strictObject({});

export type ArticleListQuery = z.output<typeof articleListParameters>;
export type SearchQuery = z.output<typeof searchParameters>;
export type FeedQuery = z.output<typeof feedParameters>;
