/** Without this file a newsroom on WordPress would leave its archive behind: an export (WXR) as its posts, each a document of its own. */
import { decode } from './encoding.ts';
import { UnreadableDocument, type Extracted } from './format.ts';
import { readHtmlText } from './htmlText.ts';
import { readXml } from './xml.ts';

/** One post or page of an export. */
export interface WordPressPost {
  /** As a file in the export: unique in it, and the same in the next export. */
  name: string;
  kind: 'post' | 'page';
  title: string;
  /** Title and text. */
  html: string;
  /** The day it was published or last saved, in the site's own time (YYYY-MM-DD); null where the export gives none. */
  date: string | null;
  /** The moment in UTC (RFC 3339); null for most drafts. */
  publishedAt: string | null;
  /** The name that the site shows. */
  author: string | null;
  slug: string | null;
  status: 'published' | 'draft';
  /** Where it stood. */
  url: string | null;
}

export interface WordPressExport {
  posts: WordPressPost[];
  /** What is no text of the newsroom (attachments, menus, revisions) or was thrown away, and why it is left out. */
  left: { name: string; reason: string }[];
}

const exportNamespace = /^https?:\/\/wordpress\.org\/export\//;
const posts = new Set(['post', 'page']);
/** Elements of an item whose text is read; `encoded` is the text of the post or its excerpt, by namespace. */
const fields = new Set(['title', 'link', 'creator', 'post_id', 'post_name', 'post_type', 'status', 'post_date', 'post_date_gmt', 'encoded']);

/** Whether a file begins like an export of WordPress. */
export function isWordPressExport(bytes: Uint8Array): boolean {
  return /<rss[\s>][^]{0,2000}wordpress\.org\/export\//.test(Buffer.from(bytes.subarray(0, 8192)).toString('latin1'));
}

/**
 * Reads an export. Pure; comments of readers are no part of a post and are not read.
 * @throws {UnreadableDocument} with its line when the file is not well-formed or no such export.
 */
export function readWordPressExport(bytes: Uint8Array): WordPressExport {
  if (!isWordPressExport(bytes)) throw new UnreadableDocument('the file is no export of WordPress');
  const authors = new Map<string, string>();
  const items: Map<string, string>[] = [];
  let item: Map<string, string> | null = null;
  let author: Map<string, string> | null = null;
  let depth = 0;
  let field: string | null = null;
  let words: string[] = [];
  readXml(decode(bytes, null), 'the export', {
    open: ({ local, uri }) => {
      if (item || author) depth += 1;
      if (local === 'item') [item, depth] = [new Map(), 0];
      else if (local === 'author' && exportNamespace.test(uri)) [author, depth] = [new Map(), 0];
      else if (depth === 1) {
        field = fields.has(local) || author ? (uri.includes('/excerpt/') ? 'excerpt' : local) : null;
        words = [];
      }
    },
    text: (text) => {
      if (field !== null) words.push(text);
    },
    close: ({ local, uri }) => {
      if (local === 'item' && item) {
        items.push(item);
        item = null;
      } else if (local === 'author' && exportNamespace.test(uri) && author) {
        authors.set(author.get('author_login') ?? '', author.get('author_display_name') ?? '');
        author = null;
      } else if (depth === 1 && field !== null) {
        (item ?? author)?.set(field, words.join(''));
        field = null;
      }
      if (item || author) depth -= 1;
    },
  });
  return sorted(items, authors);
}

/** The text of a post, as its page shows it. */
export function readWordPressPost({ html, date }: Pick<WordPressPost, 'html' | 'date'>): Extracted {
  // The block editor writes its paragraphs; the classic one leaves them to blank lines.
  const { text, layout } = readHtmlText(html, { lineBreaks: !html.includes('<!-- wp:') });
  return { text, layout, date };
}

function sorted(items: readonly Map<string, string>[], authors: ReadonlyMap<string, string>): WordPressExport {
  const found: WordPressExport = { posts: [], left: [] };
  for (const item of items) {
    const get = (name: string): string => item.get(name)?.trim() ?? '';
    const slug = decoded(get('post_name'));
    const name = `${slug === '' ? 'post' : slug.replace(/[/\\]/g, '-')}-${get('post_id')}.html`;
    const reason = reasonToLeave(get('post_type'), get('status'), item.get('encoded') ?? '');
    if (reason !== null) {
      found.left.push({ name, reason });
      continue;
    }
    const login = get('creator');
    const gmt = /^(?!0000)(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(get('post_date_gmt'));
    found.posts.push({
      name,
      kind: get('post_type') === 'page' ? 'page' : 'post',
      title: get('title'),
      html: `<h1>${get('title')}</h1>\n\n${item.get('encoded') ?? ''}`,
      date: /^(?!0000)\d{4}-\d{2}-\d{2}/.exec(get('post_date'))?.[0] ?? null,
      publishedAt: gmt ? `${gmt[1] ?? ''}T${gmt[2] ?? ''}Z` : null,
      author: login === '' ? null : authors.get(login) || login,
      slug: slug === '' ? null : slug,
      status: get('status') === 'publish' ? 'published' : 'draft',
      url: get('link') === '' ? null : get('link'),
    });
  }
  return found;
}

function reasonToLeave(type: string, status: string, text: string): string | null {
  if (!posts.has(type)) return `it is of the kind "${type}"`;
  if (status === 'trash') return 'it was thrown away';
  return status === 'auto-draft' && text.trim() === '' ? 'it is an empty draft' : null;
}

/** Slugs in other scripts are percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
