/** Site maps (sitemaps.org): without this file search engines would have to guess what there is, and which stories say the same in other languages. */
import type { PublishedStory } from '../domain/publishedStory.ts';
import { representationAddress } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { inLine } from './readable.ts';
import { xmlDocument, type XmlElement } from './xml.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A story as a site map tells of it. */
export interface MappedStory {
  language: string;
  slug: string;
  /** RFC 3339. */
  updatedAt: string;
  /** With itself, where there are others. */
  translations: readonly { language: string; slug: string }[];
}

/** The index of `parts`, each an address. */
export function sitemapIndex(parts: readonly string[]): string {
  return xmlDocument({ name: 'sitemapindex', content: parts.map((part) => ({ name: 'sitemap', content: [textOf('loc', part)] })) }, { '': SITEMAP });
}

/** One part: the page of each story, and of its translations. */
export function sitemap(stories: readonly MappedStory[], context: RenditionContext): string {
  const urls = stories.map(({ updatedAt, translations, ...story }): XmlElement => ({
    name: 'url',
    content: [
      textOf('loc', representationAddress(story, 'html', context)),
      textOf('lastmod', updatedAt),
      ...translations.map((one) => {
        return { name: 'xhtml:link', attributes: { rel: 'alternate', hreflang: one.language, href: representationAddress(one, 'html', context) } };
      }),
    ],
  }));
  return xmlDocument({ name: 'urlset', content: urls }, { '': SITEMAP, xhtml: 'http://www.w3.org/1999/xhtml' });
}

/** The newest stories, as news search engines read them. */
export function newsSitemap(stories: readonly PublishedStory[], context: RenditionContext): string {
  const urls = stories.map(({ content, firstPublishedAt }): XmlElement => ({
    name: 'url',
    content: [
      textOf('loc', representationAddress(content, 'html', context)),
      {
        name: 'news:news',
        content: [
          { name: 'news:publication', content: [textOf('news:name', context.newsroom.name), textOf('news:language', newsLanguage(content.language))] },
          textOf('news:publication_date', firstPublishedAt),
          textOf('news:title', inLine(content.title)),
        ],
      },
    ],
  }));
  return xmlDocument({ name: 'urlset', content: urls }, { '': SITEMAP, news: 'http://www.google.com/schemas/sitemap-news/0.9' });
}

/** ISO 639, but for Chinese, of which two ways to write are told apart. */
function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' || region === 'TW' ? 'zh-tw' : 'zh-cn';
}

function textOf(name: string, content: string): XmlElement {
  return { name, content };
}
