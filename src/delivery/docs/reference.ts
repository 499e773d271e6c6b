/** The API to read, offline and without a script: without this page a developer would need a tool to understand what can be asked. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { openApiDocument } from '../openapi/document.ts';
import type { OpenApiDocument, Operation, Response } from '../openapi/types.ts';
import type { Asked, Reply } from '../ready.ts';
import { operationTree } from './operationTree.ts';
import { code, link, plainPage, prose, toCopy } from './plainPage.ts';
import { pageReply } from './reply.ts';
import { membersTree } from './schemaTree.ts';

let made: { publicUrl: string; page: string } | undefined;

/** `/v1/docs`. */
export function reference({ context: { publicUrl } }: Asked): Reply {
  if (made?.publicUrl !== publicUrl) made = { publicUrl, page: pageOf(openApiDocument(), publicUrl) };
  return pageReply(made.page);
}

interface Listed {
  method: string;
  path: string;
  operation: Operation;
}

function pageOf(document: OpenApiDocument, publicUrl: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) => {
    return Object.entries(item).map(([method, operation]): Listed => ({ method: method.toUpperCase(), path, operation: operation as Operation }));
  });
  const sections = document.tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags[0] === name),
  }));
  return plainPage({
    title: `${document.info.title} API`,
    description: document.info.summary,
    above: [link('/', 'Front page')],
    body: [
      h('h1', `${document.info.title} API`),
      h('p', { className: ['lead'] }, document.info.summary),
      h('p', document.info.description),
      toCopy(`curl '${publicUrl}/v1/articles?limit=3'`),
      h('p', [
        'The same for programs: ',
        link('/v1/openapi.json', code('/v1/openapi.json')),
        ' (OpenAPI 3.1). What can go wrong: ',
        link('/v1/docs/errors', 'errors'),
        '.',
      ]),
      ...contentsOf(sections),
      ...manners,
      ...sections.flatMap(({ name, description, operations: listed }) => [
        h('h2', { id: name }, name),
        h('p', description),
        ...(name === 'Representations' ? [shapesOfStory(listed)] : listed.flatMap((one) => operationTree({ ...one, document, publicUrl }))),
      ]),
      ...shapesOf(document),
    ],
  });
}

function contentsOf(sections: readonly { name: string; operations: readonly Listed[] }[]): ElementContent[] {
  const lists = sections.map(({ name, operations }) => {
    const lines = operations.map(({ path, method, operation }) =>
      h('li', [link(`#${operation.operationId}`, code(method === 'GET' ? path : `${method} ${path}`))]),
    );
    return h('section', [h('h3', link(`#${name}`, name)), h('ul', lines)]);
  });
  const more = h('section', [
    h('h3', 'And'),
    h('ul', [h('li', link('#manners', 'What all addresses have in common')), h('li', link('#shapes', 'Shapes of what is answered'))]),
  ]);
  return [h('nav', { className: ['contents'], ariaLabel: 'Contents' }, [h('h2', 'Contents'), h('div', [...lists, more])])];
}

/** They differ in nothing but their type. */
function shapesOfStory(operations: readonly Listed[]): Element {
  return h(
    'dl',
    operations.flatMap(({ path, operation: { operationId, summary, responses } }) => {
      const { content = {} } = responses['200'] as Response;
      return [h('dt', { id: operationId }, [code(path)]), h('dd', [`${summary}: `, ...Object.keys(content).map(code)])];
    }),
  );
}

const manners: ElementContent[] = [
  h('h2', { id: 'manners' }, 'What all addresses have in common'),
  h('dl', [
    h('dt', 'Asking'),
    h(
      'dd',
      prose(
        '`GET` or `HEAD`. Several values go into one parameter, with commas between them. Unknown parameters are refused, and the nearest known one is named; in feeds, site maps and pages they are not heard. An address has at most 8 KiB.',
      ),
    ),
    h('dt', 'Pages of a list'),
    h(
      'dd',
      prose('`page.next` is the cursor of the next page, and the `Link` header has its address. A cursor fits the filters, words and order that it came from.'),
    ),
    h('dt', 'Asking again'),
    h('dd', prose('Each answer has a strong `ETag`, one for each media type and coding. Send it in `If-None-Match`: 304 says that nothing has changed.')),
    h('dt', 'Keeping answers'),
    h(
      'dd',
      prose(
        '`Cache-Control` lets shared caches answer for at most 30 seconds, and never past the end of an embargo. `Surrogate-Key` says by what to empty a cache of your own.',
      ),
    ),
    h('dt', 'How often'),
    h('dd', prose('Where there is a limit, `RateLimit` says how many requests are left. 429 and 503 come with `Retry-After`, in seconds.')),
    h('dt', 'From other sites'),
    h('dd', prose('Pages of any site may ask (CORS), without credentials.')),
    h('dt', 'Times and languages'),
    h(
      'dd',
      prose(
        'Times are RFC 3339 in UTC, days `YYYY-MM-DD`, languages BCP 47, ids opaque. A field that does not apply is `null` or empty, never missing; summaries and `fields` leave keys out.',
      ),
    ),
    h('dt', 'Finding a request again'),
    h('dd', prose('Every answer has an `X-Request-Id`; the log of the newsroom knows the request by it.')),
  ]),
];

function shapesOf({ components }: OpenApiDocument): ElementContent[] {
  return [
    h('h2', { id: 'shapes' }, 'Shapes'),
    ...Object.entries(components.schemas).flatMap(([name, schema]) => [h('h3', { id: name }, name), ...membersTree(schema)]),
  ];
}
