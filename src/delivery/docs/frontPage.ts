/** What somebody sees who opens the newsroom's address: without this page nobody could tell in ten seconds what runs here, and what to ask it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PublishedStory } from '../../domain/publishedStory.ts';
import type { RenditionContext } from '../../renditions/context.ts';
import { representationAddress } from '../../renditions/addresses.ts';
import { directionOf } from '../../renditions/direction.ts';
import { inLine } from '../../renditions/readable.ts';
import { listStories } from '../../replica/lists.ts';
import type { Asked, Reply } from '../ready.ts';
import { MANY } from '../surrogateKeys.ts';
import { link, plainPage, prose, toCopy } from './plainPage.ts';
import { pageReply } from './reply.ts';

/** Of the newest stories. */
const SHOWN = 3;

/** `/`. */
export async function frontPage({ read, context }: Asked): Promise<Reply> {
  const { stories } = await listStories(read, {}, '-firstPublishedAt', SHOWN, null);
  // An example is easier to read in the newsroom's own language.
  const { stories: own } = await listStories(read, { facets: { language: [context.newsroom.language] } }, '-firstPublishedAt', 1, null);
  return pageReply(pageOf(stories, own[0] ?? stories[0], context), MANY);
}

function pageOf(stories: readonly PublishedStory[], example: PublishedStory | undefined, context: RenditionContext): string {
  const { name } = context.newsroom;
  const publishes = 'publishes news commentary (quoted reports, and the comments that answer them) as JSON, GraphQL and feeds.';
  return plainPage({
    title: name,
    description: `${name} ${publishes}`,
    body: [
      h('h1', name),
      h('p', { className: ['lead'] }, `A newsroom runs here. It ${publishes}`),
      h('h2', 'Three requests to try'),
      h(
        'ol',
        { className: ['try'] },
        requestsOf(example, context).map(({ what, path }) => {
          return h('li', [link(path, what), toCopy(`curl '${context.publicUrl}${path}'`)]);
        }),
      ),
      ...newestTree(stories, context),
      h('h2', 'Where everything is'),
      h('div', { className: ['doors'] }, doors.map(doorTree)),
    ],
  });
}

function requestsOf(example: PublishedStory | undefined, context: RenditionContext): { what: string; path: string }[] {
  const newest = { what: 'The newest stories', path: '/v1/articles?limit=3' };
  if (example === undefined) return [newest, { what: 'A search', path: '/v1/search?q=harbour' }, { what: 'A feed', path: '/feeds/articles.atom' }];
  const { content } = example;
  return [
    newest,
    { what: 'One story, as Markdown', path: representationAddress(content, 'md', { ...context, publicUrl: '' }) },
    { what: 'A search', path: `/v1/search?q=${encodeURIComponent(longestWord(content.title))}` },
  ];
}

function longestWord(title: string): string {
  const words = title.match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['harbour'];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

function newestTree(stories: readonly PublishedStory[], context: RenditionContext): ElementContent[] {
  if (stories.length === 0) return [h('p', ['Nothing is published yet: stories are written in the ', link('/admin', 'admin panel'), '.'])];
  const lines = stories.map(({ content }) => {
    const { language, title } = content;
    const address = representationAddress(content, 'html', { ...context, publicUrl: '' });
    return h('li', h('a', { href: address, lang: language, dir: directionOf(language) }, inLine(title)));
  });
  return [h('h2', 'The newest stories'), h('ul', lines)];
}

type Door = [title: string, entries: [address: string, name: string, what: string][]];
const graphql = `/v1/graphql?query=${encodeURIComponent('{articles(first:3){edges{node{title url}}}}')}`;
const doors: Door[] = [
  [
    'For developers',
    [
      ['/v1/docs', 'API reference', 'Every address, with examples in curl, TypeScript and Python.'],
      ['/v1/openapi.json', 'OpenAPI', 'The same for programs, at `/v1/openapi.json`.'],
      ['/v1/articles', 'REST', 'The published stories, under `/v1`.'],
      [graphql, 'GraphQL', 'The same in one question, at `/v1/graphql`.'],
      ['/v1/docs/errors', 'Errors', 'What each one means, and what to do.'],
    ],
  ],
  [
    'For readers',
    [
      ['/feeds/articles.rss', 'RSS', 'Every new story, in full.'],
      ['/feeds/articles.atom', 'Atom', 'The same, as RFC 4287 has it.'],
      ['/feeds/articles.json', 'JSON Feed', 'For programs that would rather not read XML.'],
      ['/feeds/articles.ninjs.json', 'ninjs', 'For newsrooms (IPTC).'],
      ['/feeds/corrections.rss', 'Corrections', 'What was wrong, and what is right.'],
    ],
  ],
  [
    'For staff and operators',
    [
      ['/admin', 'Admin panel', 'Write, review, approve and publish.'],
      ['/api/articles?limit=3', 'The newsroom’s own API', 'Under `/api`, and GraphQL at `/api/graphql`.'],
      ['/readyz', 'Health', '`/livez`, `/readyz`, and `/metrics` from the machine itself.'],
    ],
  ],
];

function doorTree([title, entries]: Door): Element {
  return h('section', [
    h('h3', title),
    h(
      'dl',
      entries.flatMap(([address, name, what]) => [h('dt', link(address, name)), h('dd', prose(what))]),
    ),
  ]);
}
