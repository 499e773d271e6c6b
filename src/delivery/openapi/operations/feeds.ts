/** Feeds and what crawlers are told, as the document tells of them: without this file nobody could look up what to subscribe to. */
import { feedParameters } from '../../schemas/parameters.ts';
import { reading, textAs } from '../operation.ts';
import type { SharedParameter } from '../parameters.ts';
import { feedSamples } from '../samples/feeds.ts';
import type { CodeSample, Content, JsonSchema, PathItem } from '../types.ts';

const jsonFeed: JsonSchema = {
  type: 'object',
  description: 'JSON Feed 1.1 (jsonfeed.org).',
  required: ['version', 'title', 'items'],
  additionalProperties: true,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string' },
    items: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
};
const ninjsList: JsonSchema = {
  type: 'array',
  description: 'ninjs 3.1 items (IPTC).',
  items: { type: 'object', required: ['uri'], additionalProperties: true },
};

const formats: Record<string, Content> = {
  'application/rss+xml': { schema: { type: 'string' } },
  'application/atom+xml': { schema: { type: 'string' } },
  'application/feed+json': { schema: jsonFeed },
};

function feed(
  path: string,
  id: string,
  summary: string,
  parameters: readonly SharedParameter[],
  more: { content?: Record<string, Content>; samples?: readonly CodeSample[] } = {},
) {
  return {
    [path]: reading({
      id,
      tag: 'Feeds',
      summary,
      description: 'Full texts under addresses that stay. Parameters that are not known are not heard, as feed readers add some of their own.',
      path: parameters,
      query: feedParameters,
      answers: 'The feed.',
      content: { ...formats, ...more.content },
      also: ['BadQuestion', 'NotFound'],
      ...(more.samples ? { samples: more.samples } : {}),
    }),
  };
}

const xml = textAs('application/xml');

export const feedOperations: Record<string, PathItem> = {
  ...feed('/feeds/articles.{format}', 'feedOfArticles', 'The newest stories', ['newestFormat'], {
    content: { 'application/ninjs+json': { schema: ninjsList } },
    samples: feedSamples,
  }),
  ...feed('/feeds/corrections.{format}', 'feedOfCorrections', 'The newest corrections', ['feedFormat']),
  ...feed('/feeds/authors/{slug}.{format}', 'feedOfAuthor', 'What an author wrote', ['authorSlug', 'feedFormat']),
  ...feed('/feeds/outlets/{slug}.{format}', 'feedOfOutlet', 'What runs on a site', ['outletSlug', 'feedFormat']),
  ...feed('/feeds/sources/{slug}.{format}', 'feedOfSource', 'What quotes an outlet', ['outletSlug', 'feedFormat']),
  ...feed('/feeds/topics/{slug}.{format}', 'feedOfTopic', 'What is about a topic', ['topicSlug', 'feedFormat']),
  '/sitemap.xml': reading({
    id: 'sitemap',
    tag: 'Crawlers',
    summary: 'The parts of the map of all pages',
    answers: 'A site map index.',
    content: xml,
    also: ['BadAddress'],
  }),
  '/sitemap-news.xml': reading({
    id: 'newsSitemap',
    tag: 'Crawlers',
    summary: 'Pages of the last 48 hours',
    answers: 'A news site map.',
    content: xml,
    also: ['BadAddress'],
  }),
  '/sitemaps/{part}': reading({
    id: 'sitemapPart',
    tag: 'Crawlers',
    summary: 'A part of the map of all pages',
    path: ['sitemapPart'],
    answers: 'A site map.',
    content: xml,
    also: ['BadAddress', 'NotFound'],
  }),
  '/robots.txt': reading({
    id: 'robots',
    tag: 'Crawlers',
    summary: 'What crawlers are asked to leave alone',
    answers: 'The rules.',
    content: textAs('text/plain'),
    also: ['BadAddress'],
  }),
};
