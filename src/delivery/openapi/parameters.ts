/** Without this file each route would tell of its parameters in its own way. */
import type { z } from 'zod';
import { membersOf } from './schemas.ts';
import type { JsonSchema, Parameter, Reference } from './types.ts';

/** The parameters that `schema` takes from the query. */
export function queryOf(schema: z.ZodObject): Parameter[] {
  return membersOf(schema).map(({ name, required, schema: { description, ...form } }) => ({
    name,
    in: 'query' as const,
    description: typeof description === 'string' ? description : '',
    required,
    ...(form.type === 'array' ? { style: 'form' as const, explode: false as const } : {}),
    schema: form,
  }));
}

const text: JsonSchema = { type: 'string', minLength: 1 };
const inPath = (name: string, description: string, example: string, schema: JsonSchema = text): Parameter => ({
  name,
  in: 'path',
  description,
  required: true,
  schema,
  example,
});

/** What stands in paths, and in headers of every request that can be kept; by the name under which operations refer to it. */
export const sharedParameters = {
  articleId: inPath('id', 'The id of a story.', '01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d10'),
  excerptId: inPath('id', 'The id of a quoted report.', '01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d11'),
  commentaryId: inPath('id', 'The id of a comment.', '01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d12'),
  revision: inPath('revision', 'The number of an edition of the story.', '1', { type: 'string', pattern: '^[1-9]\\d{0,14}$' }),
  storyLanguage: inPath('language', 'The language of the story (BCP 47); another spelling leads to the right one.', 'en'),
  storySlug: inPath('slug', 'The name of the story in its address; one that it had before leads to the one it has.', 'the-last-ferry-leaves-too-early'),
  authorSlug: inPath('slug', 'The slug or the id of an author.', 'marta-ellery'),
  outletSlug: inPath('slug', 'The slug or the id of an outlet.', 'lowmere-gazette'),
  topicSlug: inPath('slug', 'The slug or the id of a topic.', 'harbours'),
  errorType: inPath('type', 'The last segment of the type of a problem.', 'unknown-parameter'),
  feedFormat: inPath('format', 'RSS 2.0, Atom or JSON Feed 1.1.', 'rss', { type: 'string', enum: ['rss', 'atom', 'json'] }),
  newestFormat: inPath('format', 'RSS 2.0, Atom, JSON Feed 1.1 or a list of ninjs 3.1.', 'atom', {
    type: 'string',
    enum: ['rss', 'atom', 'json', 'ninjs.json'],
  }),
  sitemapPart: inPath('part', 'As /sitemap.xml names it.', '2026-1.xml', { type: 'string', pattern: '^\\d{4}-[1-9]\\d{0,5}\\.xml$' }),
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'Tags of answers that the client has: 304 when one of them is what it would get.',
    required: false,
    schema: { type: 'string' },
  },
  lastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'The last event that was heard: what was missed since is told first.',
    required: false,
    schema: { type: 'string' },
  },
} satisfies Record<string, Parameter>;

export type SharedParameter = keyof typeof sharedParameters;

export function parameterNamed(name: SharedParameter): Reference {
  return { $ref: `#/components/parameters/${name}` };
}
