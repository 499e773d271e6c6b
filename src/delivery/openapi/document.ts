/** What can be asked of /v1 and /feeds, in OpenAPI 3.1: without this document each client would be written from guesses. Made from the schemas that check requests and, in tests, every answer. */
import { sharedHeaders, sharedResponses } from './answers.ts';
import { articleOperations } from './operations/articles.ts';
import { feedOperations } from './operations/feeds.ts';
import { findingOperations } from './operations/finding.ts';
import { graphqlOperations } from './operations/graphql.ts';
import { nodeOperations } from './operations/node.ts';
import { sharedParameters } from './parameters.ts';
import { namedSchemas } from './schemas.ts';
import type { OpenApiDocument, Tag } from './types.ts';

const tags: Tag[] = [
  { name: 'Articles', description: 'Published stories: lists, and one by one.' },
  { name: 'Search', description: 'Stories by their words, with highlights and facets.' },
  { name: 'Names', description: 'Authors, outlets and topics, with counts of their stories.' },
  { name: 'Parts', description: 'Quoted reports and comments, with the stories that carry them.' },
  { name: 'Representations', description: 'A story in one certain shape, by extension.' },
  { name: 'Editions', description: 'The signed history of a story, and the keys to check it.' },
  { name: 'Feeds', description: 'RSS 2.0, Atom, JSON Feed and ninjs.' },
  { name: 'Changes', description: 'What happens, for sites that rebuild themselves.' },
  { name: 'GraphQL', description: 'The same in one question.' },
  { name: 'Crawlers', description: 'Site maps and robots.txt.' },
  { name: 'Documentation', description: 'This reference, and what errors mean.' },
  { name: 'Health', description: 'For operators.' },
];

let made: OpenApiDocument | undefined;

/** The document; made when somebody first asks for it. */
export function openApiDocument(): OpenApiDocument {
  return (made ??= {
    openapi: '3.1.0',
    info: {
      title: 'Counterpoint',
      version: '1.0.0',
      summary: 'Published news commentary: quoted reports, and the comments that answer them.',
      description:
        'For everybody, without an account. Every GET also answers HEAD; other methods are refused with 405 and an Allow header. Answers have a strong ETag, come in gzip or brotli, and may be read by pages of any site. The API only grows: leave fields alone that you do not know. Errors are problem+json (RFC 9457), and their type leads to a page that explains them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This newsroom.' }],
    security: [],
    tags,
    paths: { ...articleOperations, ...findingOperations, ...feedOperations, ...graphqlOperations, ...nodeOperations },
    components: { schemas: namedSchemas(), parameters: sharedParameters, headers: sharedHeaders, responses: sharedResponses },
  });
}
