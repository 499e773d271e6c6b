import { expect, test } from 'vitest';
import { parseStory } from '../parseStory.ts';
import { readWordPressExport, readWordPressPost, type WordPressPost } from './wordpress.ts';

const item = (fields: Record<string, string>): string =>
  `<item>${Object.entries({ 'wp:post_type': 'post', 'wp:status': 'publish', 'wp:post_id': '1', ...fields })
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}<wp:comment><wp:comment_content>A reader writes</wp:comment_content></wp:comment></item>`;
const wxr = (...items: string[]): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><link>https://site.example</link><wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name><![CDATA[Ana Lind]]></wp:author_display_name></wp:author>${items.join('')}</channel></rss>`,
  );
const only = (fields: Record<string, string>): WordPressPost => {
  const [post] = readWordPressExport(wxr(item(fields))).posts;
  if (!post) throw new Error('no post');
  return post;
};

test('a post comes with its day, author, slug, status and address', () => {
  const post = only({
    title: 'A bench &amp; a tree',
    link: 'https://site.example/2024/05/bench/',
    'dc:creator': 'ana',
    'wp:post_id': '17',
    'wp:post_name': '%d0%bc%d0%be%d1%81%d1%82',
    'wp:post_date': '2024-05-24 23:30:00',
    'wp:post_date_gmt': '2024-05-24 21:30:00',
    'content:encoded': 'Text',
    'excerpt:encoded': 'Not the text',
  });
  expect(post).toEqual({
    kind: 'post',
    name: 'мост-17.html',
    title: 'A bench &amp; a tree',
    html: '<h1>A bench &amp; a tree</h1>\n\nText',
    date: '2024-05-24',
    publishedAt: '2024-05-24T21:30:00Z',
    author: 'Ana Lind',
    slug: 'мост',
    status: 'published',
    url: 'https://site.example/2024/05/bench/',
  });
  expect(readWordPressPost(post)).toMatchObject({ text: 'A bench & a tree\n\nText', date: '2024-05-24' });
});

test('drafts, private and scheduled posts are drafts; what is no text of the newsroom is named with the reason', () => {
  const { posts, left } = readWordPressExport(
    wxr(
      ...['draft', 'pending', 'private', 'future'].map((status, id) =>
        item({ 'wp:status': status, 'wp:post_id': String(id), 'wp:post_date_gmt': '0000-00-00 00:00:00' }),
      ),
      item({ 'wp:post_type': 'attachment', 'wp:post_id': '8' }),
      item({ 'wp:status': 'trash', 'wp:post_id': '9' }),
    ),
  );
  expect(posts.map(({ name, status, publishedAt, slug }) => [name, status, publishedAt, slug])).toEqual(
    [0, 1, 2, 3].map((id) => [`post-${id}.html`, 'draft', null, null]),
  );
  expect(left).toEqual([
    { name: 'post-8.html', reason: expect.stringContaining('attachment') as string },
    { name: 'post-9.html', reason: expect.stringContaining('thrown away') as string },
  ]);
});

test('the classic editor’s line ends and the block editor’s paragraphs are shown as their pages show them', () => {
  const textOf = (content: string): string => readWordPressPost(only({ title: 'T', 'content:encoded': content })).text;
  expect(textOf('One\ntwo <b>three</b>\r\n\r\n\r\nFour\n<h2>News</h2>\n\nFive')).toBe('T\n\nOne\ntwo three\n\nFour\n\nNews\n\nFive');
  expect(textOf('<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Three</p>\n<!-- /wp:paragraph -->')).toBe(
    'T\n\nOne two\n\nThree',
  );
});

test('a post is taken apart like any document', () => {
  const post = only({
    title: 'T',
    'content:encoded':
      '<strong>News:</strong>\n\nOn 24 May, Harbour Post reported:\n\n“It runs.”\n\n<strong>Comment:</strong>\n\nA <em>good</em> day.\n\nWritten for the Forum by\nAna Lind\nChair\n\nA | B',
    'wp:post_date': '2024-06-01 10:00:00',
  });
  const { text, layout, date } = readWordPressPost(post);
  const story = parseStory(text, { format: 'html', layout, date });
  expect(story.warnings).toEqual([]);
  expect(story).toMatchObject({ title: 'T', excerpts: [{ publishedOn: '2024-05-24', publishedOnInferred: true }], writtenFor: 'Forum', outlets: ['A', 'B'] });
  expect(story.commentaries[0]).toMatchObject({ paragraphs: ['A good day.'], authors: [{ name: 'Ana Lind', role: 'Chair' }] });
});

test.each([
  ['something else', '<rss version="2.0"><channel/></rss>', /no export/],
  ['a document type', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xmlns:wp="http://wordpress.org/export/1.2/">&a;</rss>', /document type/],
  ['a file that was cut off', '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n<item>', /line 2: .*well-formed/],
])('%s is refused with a reason', (_what, xml, reason) => expect(() => readWordPressExport(Buffer.from(xml))).toThrow(reason));
